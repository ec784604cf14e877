import type { Owner } from './documents.js';

/** The pages of the window. Each is complete without a script and brings nothing from anywhere else. */

const ESCAPES: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');

interface Page {
  readonly status?: number;
  readonly title: string;
  readonly body: string;
  /** From this page to the stylesheet: the same with and without `/plain` before both. */
  readonly styles: string;
  /** What the page may do besides showing itself. */
  readonly policy?: string;
}

function page({ status = 200, title, body, styles, policy = '' }: Page): Response {
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="${styles}">
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${body}
</main>
</body>
</html>
`;
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': `default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'${policy}`,
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  };
  return new Response(html, { status, headers });
}

const SIGN_IN_STYLES = '../page.css';
const CALLBACK_STYLES = '../../connect/page.css';

/** Stands in for the provider's own sign-in. */
export function consentPage(provider: string, owner: Owner, redirectUri: string): Response {
  const body = `<p><strong>${escapeHtml(owner.name)}</strong> asks to use your ${escapeHtml(provider)} account.
This is a sandbox: there is no real ${escapeHtml(provider)} behind it.</p>
<form method="post">
<label for="as">Sign in as</label>
<input id="as" name="as" value="${escapeHtml(owner.username ?? 'avery@acme.example')}" autocomplete="off">
<button name="decision" value="allow">Allow</button>
<button name="decision" value="deny">Deny</button>
<button name="decision" value="fail">Something goes wrong</button>
</form>`;
  return page({
    title: `Sign in to ${provider}`,
    body,
    styles: SIGN_IN_STYLES,
    // Chromium holds a form's redirect to this, too.
    policy: `; form-action 'self' ${new URL(redirectUri).origin}`,
  });
}

export const refusalPage = (status: number, message: string): Response =>
  page({
    status,
    title: 'This sign-in cannot go on',
    body: `<p>${escapeHtml(message)}</p>\n<p>You can close this window.</p>`,
    styles: SIGN_IN_STYLES,
  });

/** Where a sign-in ends. The page that opened it asks the server for the outcome, and needs nothing from here. */
export const callbackPage = (): Response =>
  page({
    title: 'You can close this window',
    body: '<p>Everything else happens where you came from.</p>\n<script src="close.js"></script>',
    styles: CALLBACK_STYLES,
    policy: "; script-src 'self'",
  });

export const closeScript = (): Response =>
  new Response('window.close();\n', { headers: { 'content-type': 'text/javascript; charset=utf-8' } });

export const pageStyle = (): Response =>
  new Response(STYLE, { headers: { 'content-type': 'text/css; charset=utf-8' } });

const STYLE = `:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0; }
main { box-sizing: border-box; max-width: 26rem; margin: 10vh auto 0; padding: 1.5rem; }
h1 { font-size: 1.25rem; }
form { display: grid; gap: 0.75rem; }
input, button { font: inherit; padding: 0.5rem 0.75rem; }
`;
