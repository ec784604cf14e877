/**
 * The script of a shop's page, which embeds the hub: it loads the loader and keeps the hubs that a test opens. What they
 * tell goes to the stage's ear, what the page's policy forbids is written down.
 */

/** The events that the loader listens for. */
const listeners = [];
for (const [name, change] of [
  ['addEventListener', (type) => listeners.push(type)],
  ['removeEventListener', (type) => listeners.splice(listeners.indexOf(type), 1)],
]) {
  for (const target of [window, document]) {
    const original = target[name].bind(target);
    target[name] = (type, ...rest) => {
      if (new Error().stack.includes('/loader.js')) change(type);
      original(type, ...rest);
    };
  }
}
window.listeners = () => [...listeners];

const loader = await import('/loader.js');

window.violations = [];
document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
  window.violations.push(`${violatedDirective} ${blockedURI}`),
);

const CALLBACKS = ['onSuccess', 'onError', 'onClose', 'onEvent'];

/** The names of the callbacks that were called, in their order. */
window.told = [];

const ears = () =>
  Object.fromEntries(
    CALLBACKS.map((name) => [
      name,
      (detail) => {
        window.told.push(name);
        window.hubTold?.(name, detail);
      },
    ]),
  );

const askForToken = async () => (await fetch('/token', { method: 'POST' })).text();

/** With a token that the shop's backend makes, unless the test gives another way. */
const withToken = (options) =>
  'token' in options || 'getToken' in options ? options : { getToken: askForToken, ...options };

function keep(hub) {
  window.hub = hub;
  window.hubs.push(hub);
  window.results.push(undefined);
  const index = window.results.length - 1;
  void hub.result.then((result) => {
    window.results[index] = result;
  });
}

window.shop = window;
Object.assign(window, {
  loader,
  hubs: [],
  results: [],
  openHub: (options) => keep(loader.openHub({ ...ears(), ...withToken(options) })),
  mountHub: (options, container = document.querySelector('#place')) =>
    keep(loader.mountHub(container, { ...ears(), ...withToken(options) })),
});
document.documentElement.dataset.ready = 'yes';
