import type { ServerResponse } from 'node:http';
import { escapeHtml } from '../../src/sandbox/sign-in/html.js';

/** What a provider says of itself in `Cross-Origin-Opener-Policy`; `none` is no header at all. */
export const COOPS = ['none', 'same-origin', 'same-origin-allow-popups', 'noopener-allow-popups'] as const;
export type Coop = (typeof COOPS)[number];
export const isCoop = (value: unknown): value is Coop => COOPS.some((coop) => coop === value);

interface ProviderPage {
  readonly status?: number;
  readonly title: string;
  /** HTML. */
  readonly body: string;
  readonly coop: Coop;
}

/** Chromium holds a form's redirects to this: they lead to the client and on to its own pages. */
const FORM_ACTION = "'self' https: http://127.0.0.1:* http://localhost:* http://*.localhost:*";
const POLICY = `default-src 'none'; style-src 'self'; img-src data:; form-action ${FORM_ACTION}; base-uri 'none'; frame-ancestors 'none'`;

export function sendPage(response: ServerResponse, { status = 200, title, body, coop }: ProviderPage): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': POLICY,
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    ...(coop !== 'none' && { 'cross-origin-opener-policy': coop }),
  });
  response.end(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="/page.css">
<link rel="icon" href="data:,">
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${body}
</main>
</body>
</html>
`);
}

interface Asked {
  /** What the user signs in to. */
  readonly service: string;
  readonly coop: Coop;
}

export const signInPage = ({ service, coop, email }: Asked & { readonly email: string }): ProviderPage => ({
  title: `Sign in to ${service}`,
  coop,
  body: `<p>Any e-mail address and password will do.</p>
<form method="post">
<label for="email">E-mail</label>
<input id="email" name="email" type="email" value="${escapeHtml(email)}" required autocomplete="username">
<label for="password">Password</label>
<input id="password" name="password" type="password" value="sandbox" required autocomplete="current-password">
<button name="decision" value="sign-in">Sign in</button>
<button name="decision" value="deny" class="quiet" formnovalidate>Cancel</button>
</form>`,
});

export const consentPage = ({ service, coop, email }: Asked & { readonly email: string }): ProviderPage => ({
  title: `Allow access to ${service}?`,
  coop,
  body: `<p>The sandbox of Connect Hub asks to use ${escapeHtml(service)} in your name.</p>
<p>You are signed in as <strong>${escapeHtml(email)}</strong>.</p>
<form method="post">
<button name="decision" value="allow">Allow</button>
<button name="decision" value="deny" class="quiet">Deny</button>
<button name="decision" value="switch" class="quiet">Use another account</button>
<button name="decision" value="fail" class="quiet">Something goes wrong</button>
</form>`,
});

export const problemPage = (coop: Coop, message: string): ProviderPage => ({
  status: 400,
  title: 'This sign-in cannot go on',
  coop,
  body: `<p>${escapeHtml(message)}</p>\n<p>You can close this window.</p>`,
});
