import type { Servers } from '../e2e/servers.js';

/** As strict as a host can be that shows the hub, in whatever way. */
export const strictPolicy = ({ sandbox, hosted }: Pick<Servers['urls'], 'sandbox' | 'hosted'>): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `connect-src 'self' ${sandbox}`,
    `img-src 'self' ${sandbox} https: data:`,
    `frame-src ${hosted}`,
    "require-trusted-types-for 'script'",
  ].join('; ');
