import { createRoot, type Root } from 'react-dom/client';
import type { HubOptions } from '../contract/options.js';
import { HUB_VERSION } from '../contract/version.js';
import { ConnectHub } from '../hub/ConnectHub.js';
import { SurroundingsContext } from '../hub/surroundings.js';
import { isInDialog } from '../ui/inDialog.js';
import { type Callback, CALLBACKS, EVENTS, OPTION_OF, OPTIONS } from './names.js';
import { dress } from './sheets.js';

/** A server has no elements, and can import this all the same. */
const Base = globalThis.HTMLElement ?? (Object as unknown as typeof HTMLElement);

const CLOSABLE = { closable: true };
const NOT_CLOSABLE = { closable: false };

/** `<connect-hub>`: the same hub as the React component, in a shadow root. ConnectHubElement says what it promises. */
export class HubElement extends Base {
  /** Which of several scripts the tag's definition came with. */
  static readonly version = HUB_VERSION;
  static readonly observedAttributes: readonly string[] = ['closable', ...OPTION_OF.keys()];

  static {
    for (const option of OPTIONS) {
      Object.defineProperty(this.prototype, option, {
        configurable: true,
        enumerable: true,
        get(this: HubElement) {
          return this.#given[option];
        },
        set(this: HubElement, value: unknown) {
          this.#give(option, value);
        },
      });
    }
  }

  /** The options as they were given, right or wrong: the schema looks at them as at the component's props. */
  readonly #given: { -readonly [option in keyof HubOptions]: unknown } = {};
  readonly #shadow = this.attachShadow({ mode: 'open' });
  #style: CSSStyleDeclaration | undefined;
  #root: Root | undefined;
  #settling = false;

  constructor() {
    super();
    // The fields are the hub's own: a form around it, which may watch for changes, hears nothing of the typing.
    this.#shadow.addEventListener('beforeinput', (event) => event.stopPropagation());
    this.#shadow.addEventListener('input', (event) => event.stopPropagation());
  }

  get closable(): boolean {
    return this.hasAttribute('closable');
  }

  set closable(closable: boolean) {
    this.toggleAttribute('closable', closable);
  }

  /** Takes the focus to the heading of the screen. */
  override focus(options?: FocusOptions): void {
    this.#shadow.querySelector<HTMLElement>('.hub-title')?.focus(options);
  }

  connectedCallback(): void {
    for (const name of ['closable', ...OPTIONS]) this.#takeOver(name);
    this.#style = dress(this.#shadow);
    this.#settle();
  }

  disconnectedCallback(): void {
    this.#settle();
  }

  /** Moved with everything that it has, where the browser can do that; what it stands in may be another. */
  connectedMoveCallback(): void {
    this.#settle();
  }

  attributeChangedCallback(name: string, _before: string | null, value: string | null): void {
    const option = OPTION_OF.get(name);
    if (name === 'token') {
      // Nobody who reads the markup may find it there. Taking the attribute out does not take the token back.
      if (value === null) return;
      this.removeAttribute(name);
    }
    if (option) this.#give(option, value ?? undefined);
    else this.#settle();
  }

  /** A property that was set before the element was defined hides the real one. */
  #takeOver(name: string): void {
    const own = Object.getOwnPropertyDescriptor(this, name);
    if (!own) return;
    Reflect.deleteProperty(this, name);
    Reflect.set(this, name, own.value);
  }

  #give(option: keyof HubOptions, value: unknown): void {
    this.#given[option] = value;
    this.#settle();
  }

  /**
   * Draws the hub, or ends it, once the page has done what it is doing: several properties are one change, and to be
   * taken out and put in again is a move, not an end.
   */
  #settle(): void {
    if (this.#settling) return;
    this.#settling = true;
    queueMicrotask(() => {
      this.#settling = false;
      if (this.isConnected) this.#draw();
      else this.#end();
    });
  }

  #draw(): void {
    const { height, onClose } = this.#given;
    if (this.#style) {
      this.#style.cssText = '';
      this.#style.blockSize = String(height);
      if (isInDialog(this)) this.#style.setProperty('--_hub-width', '560px');
    }
    const root = (this.#root ??= createRoot(this.#shadow));
    root.render(
      <SurroundingsContext.Provider value={this.closable || onClose ? CLOSABLE : NOT_CLOSABLE}>
        <ConnectHub {...this.#optionsFor(root)} />
      </SurroundingsContext.Provider>,
    );
  }

  #end(): void {
    const root = this.#root;
    this.#root = undefined;
    root?.unmount();
  }

  /** The options as the hub in this root gets them: what it tells is an event, too. */
  #optionsFor(root: Root): HubOptions {
    const options = { ...this.#given };
    for (const callback of CALLBACKS) {
      // What is no function goes on as it is, for the hub to say so.
      const given = options[callback] ?? undefined;
      if (given !== undefined && typeof given !== 'function') continue;
      options[callback] = (detail: object) => this.#tell(callback, detail, root);
    }
    return options as HubOptions;
  }

  #tell(callback: Callback, detail: object, root: Root): void {
    // A hub that starts anew where it is, at another API say, is still on the page.
    const goesOn = 'reason' in detail && detail.reason === 'unmounted' && root === this.#root;
    if (goesOn) return;
    this.dispatchEvent(new CustomEvent(EVENTS[callback], { detail }));
    const given = this.#given[callback];
    if (typeof given === 'function') given(detail);
  }
}
