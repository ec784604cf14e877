import { afterEach, beforeEach, describe, expect, it, type Mock, vi } from 'vitest';
import { closeSignInWindow, isInReach, openSignInWindow } from '../../src/authorize/signInWindow.js';
import { callBrowser, putIntoFrames } from './support/frames.js';

const BLANK = { url: undefined, words: 'Connecting to Acme…', lang: 'en' };
const PAGE = { ...BLANK, url: 'https://hosted.example.test/opening#n=1' };

let open: Mock<typeof window.open>;

/** What the browser answers. */
const browserGives = (opened: Partial<Window> | null): void => {
  open.mockReturnValue(opened as Window | null);
};

const blankPage = (): Partial<Window> => ({
  closed: false,
  document: document.implementation.createHTMLDocument(),
});

beforeEach(() => {
  open = vi.spyOn(window, 'open').mockReturnValue(null);
});

afterEach(() => vi.restoreAllMocks());

describe('the window', () => {
  it('goes to the opening page at once where there is one, and is left alone', () => {
    const opened = { closed: false } as Window;
    browserGives(opened);
    expect(openSignInWindow(PAGE).opened).toBe(opened);
    expect(open.mock.calls).toEqual([[PAGE.url, expect.any(String), expect.stringMatching(/^popup,/)]]);
    expect(Object.keys(opened)).toEqual(['closed']);
  });

  it('says what it waits for while it is blank, as text', () => {
    const opened = blankPage();
    browserGives(opened);
    openSignInWindow({ ...BLANK, words: 'Connexion à <img src=x onerror=alert(1)>…', lang: 'fr' });
    expect(open.mock.calls[0]?.[0]).toBe('');
    expect(opened.document?.body.textContent).toBe('Connexion à <img src=x onerror=alert(1)>…');
    expect(opened.document?.querySelector('img')).toBeNull();
    expect(opened.document?.title).toBe('Connexion à <img src=x onerror=alert(1)>…');
    expect(opened.document?.documentElement.lang).toBe('fr');
    expect(opened.document?.querySelector('p')?.dir).toBe('auto');
  });

  it('has a new name every time, that no other window answers to', () => {
    for (let times = 0; times < 20; times += 1) openSignInWindow(BLANK);
    const names = open.mock.calls.map(([, name]) => name);
    expect(new Set(names).size).toBe(20);
    for (const name of names) expect(name).toMatch(/^hub[a-z0-9]{6,}$/);
  });

  it('keeps its opener, for the start page asks it for the verifier', () => {
    openSignInWindow(PAGE);
    expect(open.mock.calls[0]?.[2]).not.toMatch(/noopener|noreferrer/);
  });

  it('stands in the middle of the browser’s own', () => {
    vi.spyOn(window, 'screenX', 'get').mockReturnValue(100);
    vi.spyOn(window, 'screenY', 'get').mockReturnValue(50);
    vi.spyOn(window, 'outerWidth', 'get').mockReturnValue(1361);
    vi.spyOn(window, 'outerHeight', 'get').mockReturnValue(921);
    openSignInWindow(PAGE);
    expect(open.mock.calls[0]?.[2]).toBe('popup,width=560,height=720,left=501,top=151');
  });

  it('that cannot be written to stays blank', () => {
    const opened = {
      closed: false,
      get document(): Document {
        throw new DOMException('Blocked a frame', 'SecurityError');
      },
    } as Window;
    browserGives(opened);
    expect(openSignInWindow(BLANK)).toEqual({ opened, hindrance: undefined, unseen: false });
  });
});

const SAFARI =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.7 Mobile/15E148 Safari/604.1';
const IN_APP =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148';

describe('that there is no window', () => {
  it.each([
    ['nothing: it thinks that nobody asked for one', null, 'blocker', false],
    ['one that is closed already: it can be there all the same', { closed: true }, 'blocker', true],
    ['undefined, as some do that have room for one page alone', undefined, 'app', false],
  ])('is known by what the browser gives: %s', (_, opened, hindrance, unseen) => {
    callBrowser(SAFARI);
    browserGives(opened as Window | null);
    expect(openSignInWindow(BLANK)).toEqual({ opened: null, hindrance, unseen });
  });

  it('is known without trying in an app’s browser, which could go there with this very page', () => {
    callBrowser(IN_APP);
    browserGives(blankPage());
    expect(openSignInWindow(PAGE)).toEqual({ opened: null, hindrance: 'app', unseen: false });
    expect(open).not.toHaveBeenCalled();
  });

  it.each([
    ['is the frame’s doing where it allows none', ['allow-scripts'], 'frame', false],
    ['may be the frame’s doing in somebody else’s page', ['foreign'], 'unknownFrame', true],
    ['is not the frame’s doing where it allows windows', ['allow-popups'], 'blocker', false],
    ['is not the frame’s doing where it has no sandbox', [null], 'blocker', false],
  ])('%s', (_, frames, hindrance, unseen) => {
    putIntoFrames(...frames);
    expect(openSignInWindow(PAGE)).toEqual({ opened: null, hindrance, unseen });
  });

  it('is found out by trying in a frame, whatever the browser', () => {
    callBrowser(IN_APP);
    putIntoFrames('foreign');
    const opened = { closed: false } as Window;
    browserGives(opened);
    expect(openSignInWindow(PAGE)).toEqual({ opened, hindrance: undefined, unseen: false });
  });
});

/** A window as its opener sees it, and how often it was closed. */
function handle(parts: Partial<Window>) {
  const close = vi.fn();
  return { opened: { close, ...parts } as unknown as Window, closings: close.mock.calls };
}

describe('a window that was opened', () => {
  it('can be shown and closed as long as it knows who opened it', () => {
    const { opened, closings } = handle({ closed: false, opener: window });
    expect(isInReach(opened)).toBe(true);
    closeSignInWindow(opened);
    expect(closings).toHaveLength(1);
  });

  it.each<[string, Partial<Window>]>([
    ['has let go of its opener', { closed: false, opener: null }],
    ['is closed, or looks so', { closed: true, opener: null }],
  ])('is left alone once it %s', (_, parts) => {
    const { opened, closings } = handle(parts);
    expect(isInReach(opened)).toBe(false);
    closeSignInWindow(opened);
    expect(closings).toEqual([]);
  });

  it('is none where there is none', () => {
    expect(isInReach(null)).toBe(false);
    expect(() => closeSignInWindow(null)).not.toThrow();
  });
});
