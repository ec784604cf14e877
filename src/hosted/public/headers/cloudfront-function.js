/**
 * The hosted page on CloudFront: a function (runtime 2.0) on the viewer response. Put your API's origin into connect-src
 * and img-src, and the origins of hub.json's "allowedOrigins" behind frame-ancestors ('none' where there are none).
 */
const HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self' https://api.stackone.com; img-src 'self' https://api.stackone.com https: data:; form-action 'none'; base-uri 'none'; frame-ancestors https://app.example.com; require-trusted-types-for 'script'",
  'cross-origin-opener-policy': 'same-origin-allow-popups',
  'cross-origin-embedder-policy': 'credentialless',
  'cross-origin-resource-policy': 'cross-origin',
  'permissions-policy':
    'camera=(), clipboard-write=(self), geolocation=(), microphone=(), payment=(), usb=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

function handler(event) {
  const { request, response } = event;
  for (const name of Object.keys(HEADERS)) response.headers[name] = { value: HEADERS[name] };
  const isAsset = request.uri.startsWith('/assets/');
  response.headers['cache-control'] = { value: isAsset ? 'public, max-age=31536000, immutable' : 'no-store' };
  return response;
}
