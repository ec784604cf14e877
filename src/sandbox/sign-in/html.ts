const ESCAPES: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text, as it may stand in an element or in a quoted attribute. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');

export interface Page {
  readonly status?: number;
  readonly title: string;
  /** HTML. */
  readonly body: string;
  /** What stands before every path of the sandbox. */
  readonly base: string;
  /** A file of `pages/`, the only script there is. */
  readonly script?: 'opening' | 'start' | 'done';
  /** Where a form may lead, redirects included. */
  readonly formAction?: string;
  /** Default `unsafe-none`: a page that cut itself off from its opener could not ask it for the verifier. */
  readonly coop?: string;
}

/** A page of the window: nothing from elsewhere, no frame around it, no address handed on, no copy kept. */
export function page(options: Page): Response {
  const { status = 200, title, body, base, script, formAction = "'none'", coop = 'unsafe-none' } = options;
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="${base}/pages/page.css">
<link rel="icon" href="data:,">
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${body}
</main>
${script ? `<script src="${base}/pages/${script}.js"></script>\n` : ''}</body>
</html>
`;
  const policy = [
    "default-src 'none'",
    "style-src 'self'",
    'img-src data:',
    ...(script ? ["script-src 'self'", "connect-src 'self'", "require-trusted-types-for 'script'"] : []),
    `form-action ${formAction}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ];
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy.join('; '),
    'cross-origin-opener-policy': coop,
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  };
  return new Response(html, { status, headers });
}
