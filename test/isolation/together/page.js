/** A page on which two teams show a hub each. */
const EVENTS = { onSuccess: 'hub-success', onError: 'hub-error', onClose: 'hub-close', onEvent: 'hub-event' };

/** What each hub told, by the place it is in. */
window.told = { first: [], second: [] };
const takenAway = {};

const fail = () => {
  throw new Error('This is not meant for the hub.');
};

/** What an earlier copy of the same library may have set, for all of them that ask the page. */
window.setForAll = () => {
  globalThis.__zod_globalConfig = { customError: fail, postProcessor: fail, memoizer: { guard: fail } };
};

const DOORS = {
  async component(copy, place, options, tell) {
    const { mount } = await import(`/${copy}/component.js`);
    const callbacks = Object.keys(EVENTS).map((name) => [name, (detail) => tell(name, detail)]);
    return mount(place, { ...options, ...Object.fromEntries(callbacks) });
  },
  async element(copy, place, options, tell) {
    await import(`/${copy}/element.js`);
    const hub = Object.assign(document.createElement('connect-hub'), { ...options, closable: true });
    for (const [name, type] of Object.entries(EVENTS)) {
      hub.addEventListener(type, ({ detail }) => tell(name, detail));
    }
    place.append(hub);
    return () => hub.remove();
  },
};

/** Shows a hub of one of the copies in one of the places. */
window.show = async (name, { door, copy, ...options }) => {
  const place = document.getElementById(name);
  if (door === 'component') {
    const sheet = Object.assign(document.createElement('link'), {
      rel: 'stylesheet',
      href: `/${copy}/component.css`,
    });
    document.head.append(sheet);
  }
  const tell = (callback, detail) => window.told[name].push({ name: callback, detail });
  takenAway[name] = await DOORS[door](copy, place, options, tell);
};

window.takeAway = (name) => takenAway[name]();

document.documentElement.dataset.ready = '';
