/**
 * A browser as far as redirects, cookies and forms go, without a screen and without scripts: for flows over HTTP. Like
 * a real one it sends its cookies to every port of a host.
 */
export interface BrowserPage {
  readonly status: number;
  /** Where it ended up, after every redirect. */
  readonly url: string;
  readonly html: string;
  readonly headers: Headers;
}

export function openBrowser() {
  const jars = new Map<string, Map<string, string>>();
  const jarOf = (url: string): Map<string, string> => {
    const { hostname } = new URL(url);
    const jar = jars.get(hostname) ?? new Map<string, string>();
    jars.set(hostname, jar);
    return jar;
  };

  async function send(url: string, init: RequestInit = {}): Promise<Response> {
    const jar = jarOf(url);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = new Headers(init.headers);
    if (cookie) headers.set('cookie', cookie);
    const answer = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of answer.headers.getSetCookie()) keep(jar, line);
    return answer;
  }

  /** Opens an address and follows it, as far as `stop` lets it. */
  async function go(
    url: string,
    init?: RequestInit,
    stop: (url: string) => boolean = () => false,
  ): Promise<BrowserPage> {
    const answer = await send(url, init);
    const location = answer.headers.get('location');
    if (location === null) {
      return { status: answer.status, url, html: await answer.text(), headers: answer.headers };
    }
    const next = new URL(location, url).href;
    if (stop(next)) return { status: answer.status, url: next, html: '', headers: answer.headers };
    return go(next, {}, stop);
  }

  /** Presses a button of the page's form, with the form's own values where none are given. */
  const press = (
    { url, html }: BrowserPage,
    decision: string,
    values: Record<string, string> = {},
    stop?: (url: string) => boolean,
  ): Promise<BrowserPage> => {
    const inputs = html.matchAll(/<input[^>]* name="([^"]*)"[^>]* value="([^"]*)"/g);
    const own = Object.fromEntries(Array.from(inputs, ([, name = '', value = '']) => [name, value]));
    const body = new URLSearchParams({ ...own, ...values, decision });
    return go(url, { method: 'POST', body }, stop);
  };

  return { send, go, press, cookies: (url: string) => new Map(jarOf(url)) };
}

export type Browser = ReturnType<typeof openBrowser>;

function keep(jar: Map<string, string>, line: string): void {
  const [pair = '', ...attributes] = line.split(/;\s*/);
  const name = pair.slice(0, pair.indexOf('='));
  const isOver = attributes.some(
    (attribute) => /^max-age=0$/i.test(attribute) || /^expires=Thu, 01 Jan 1970/i.test(attribute),
  );
  if (isOver) jar.delete(name);
  else jar.set(name, pair.slice(name.length + 1));
}
