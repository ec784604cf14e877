/**
 * The package's own entry prints a warning wherever Node is older than its authors test with, though everything works
 * there; this is the file behind that entry.
 */
declare module 'oidc-provider/lib/provider.js' {
  export { Provider } from 'oidc-provider';
}
