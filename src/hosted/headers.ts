import type { HostedConfig } from './config.js';

/**
 * The headers of the hosted page, from its configuration: what nothing else on the page can promise. The files under
 * public/headers say the same to servers and CDNs; a test keeps them equal.
 */
export interface HostedHeaders {
  /** On every answer. */
  readonly all: { readonly [name: string]: string };
  /** In addition on what lies under `/assets/`, whose names change with what is in them. */
  readonly assets: { readonly [name: string]: string };
  /** In addition on everything else. */
  readonly others: { readonly [name: string]: string };
}

export function hostedHeaders({
  baseUrl,
  allowedOrigins,
}: HostedConfig & { baseUrl: string }): HostedHeaders {
  const api = new URL(baseUrl).origin;
  const ancestors = allowedOrigins.length > 0 ? allowedOrigins.join(' ') : "'none'";
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `connect-src 'self' ${api}`,
    `img-src 'self' ${api} https: data:`,
    "form-action 'none'",
    "base-uri 'none'",
    `frame-ancestors ${ancestors}`,
    "require-trusted-types-for 'script'",
  ];
  return {
    all: {
      'content-security-policy': policy.join('; '),
      // A window that opened this page as a link keeps no hold of it; the windows that it opens itself stay in hand.
      'cross-origin-opener-policy': 'same-origin-allow-popups',
      // So that pages which are cross-origin isolated can embed it; logos from elsewhere come without cookies.
      'cross-origin-embedder-policy': 'credentialless',
      'cross-origin-resource-policy': 'cross-origin',
      'permissions-policy':
        'camera=(), clipboard-write=(self), geolocation=(), microphone=(), payment=(), usb=()',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
    assets: { 'cache-control': 'public, max-age=31536000, immutable' },
    others: { 'cache-control': 'no-store' },
  };
}
