/** Runs in every measured page before its own scripts. What it watches for is the stub's first connector. */
const FIRST = 'Aardvark People';

const instruments = {
  /** Milliseconds from navigation to the frame that shows the first connector; `undefined` until then. */
  shown: undefined,
  longTasks: [],
  shifts: [],
  keystroke,
};
Object.defineProperty(window, 'instruments', { value: instruments });

/** A message that is posted in a frame arrives when the frame is painted. */
function paintedAt(then) {
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener('message', () => then(performance.now()));
  port1.start();
  port2.postMessage(null);
}

function holdsFirst(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE && node.data.includes(FIRST)) return true;
    if (node.shadowRoot && holdsFirst(node.shadowRoot)) return true;
  }
  return false;
}

function look() {
  if (!document.body || !holdsFirst(document.body)) return requestAnimationFrame(look);
  return paintedAt((now) => {
    instruments.shown = now;
  });
}
requestAnimationFrame(look);

new PerformanceObserver((list) => {
  for (const { startTime, duration } of list.getEntries()) {
    instruments.longTasks.push({ startTime, duration });
  }
}).observe({ type: 'longtask', buffered: true });

new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) instruments.shifts.push(entry.value);
}).observe({ type: 'layout-shift', buffered: true });

/**
 * The time from the next key's event to the frame after the last change that it caused, the search's results
 * included. No change for `quiet` milliseconds means that nothing more comes.
 */
function keystroke(quiet) {
  return new Promise((resolve) => {
    let pressed;
    let painted;
    let timer;
    const done = () => {
      observer.disconnect();
      resolve(painted - pressed);
    };
    const changed = () =>
      requestAnimationFrame(() =>
        paintedAt((now) => {
          painted = now;
          clearTimeout(timer);
          timer = setTimeout(done, quiet);
        }),
      );
    const observer = new MutationObserver(changed);
    observeAll(observer, document.body);
    const press = (event) => {
      pressed = event.timeStamp;
      changed();
    };
    addEventListener('keydown', press, { capture: true, once: true });
  });
}

function observeAll(observer, root) {
  observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
  for (const element of root.querySelectorAll('*')) {
    if (element.shadowRoot) observeAll(observer, element.shadowRoot);
  }
}
