/** What a product writes that has no React and no bundler; what the hub tells goes to the test. */
window.refused = [];
document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
  window.refused.push(`${effectiveDirective} ${blockedURI}`);
});

const hub = document.querySelector('connect-hub');

hub.getToken = async () => (await fetch('/token', { method: 'POST' })).json();

const EVENTS = {
  'hub-success': 'onSuccess',
  'hub-error': 'onError',
  'hub-close': 'onClose',
  'hub-event': 'onEvent',
};

for (const [type, callback] of Object.entries(EVENTS)) {
  hub.addEventListener(type, ({ detail }) => window.hubTold(callback, detail));
}
