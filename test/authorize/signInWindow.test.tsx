import { afterEach, beforeEach, describe, expect, it, type Mock, vi } from 'vitest';
import { openSignInWindow } from '../../src/authorize/signInWindow.js';

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
    expect(openSignInWindow(PAGE)).toBe(opened);
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

  it.each([
    ['nothing', null],
    ['undefined, as some apps do', undefined],
    ['one that is closed already', { closed: true }],
  ])('is no window where the browser gives %s', (_, opened) => {
    browserGives(opened as Window | null);
    expect(openSignInWindow(BLANK)).toBeNull();
  });

  it('that cannot be written to stays blank', () => {
    const opened = {
      closed: false,
      get document(): Document {
        throw new DOMException('Blocked a frame', 'SecurityError');
      },
    } as Window;
    browserGives(opened);
    expect(openSignInWindow(BLANK)).toBe(opened);
  });
});
