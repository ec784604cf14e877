export type { CatalogEntry } from './sandbox/catalog/types.js';
export { createSandbox } from './sandbox/create-sandbox.js';
export { ConnectionLost } from './sandbox/errors.js';
export { type MagicValue, magicValues } from './sandbox/magic-values.js';
export {
  type AccountEvent,
  EXTENSIONS,
  type Extension,
  type LinkedAccount,
  type Sandbox,
  type SandboxOptions,
} from './sandbox/options.js';
export { type Scenario, scenarios } from './sandbox/scenarios.js';
export {
  type AuthorizationAnswer,
  type AuthorizationRequest,
  type OAuth,
  OAuthError,
  type SignedIn,
  type Tokens,
} from './sandbox/sign-in/oauth.js';
export { type DocumentKind, memoryStore, type Store } from './sandbox/store.js';
