/** A session of a browser that speaks WebDriver, the classic one: a request for each command. */
export interface Classic {
  /** Rejects with the browser's own words. */
  readonly send: <Value>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) => Promise<Value>;
  readonly end: () => Promise<void>;
}

interface Failure {
  readonly error: string;
  readonly message: string;
}

export async function call<Value>(url: string, method: string, body?: object): Promise<Value> {
  const answer = await fetch(url, { method, ...(body && { body: JSON.stringify(body) }) });
  const { value } = (await answer.json()) as { readonly value: unknown };
  if (answer.ok) return value as Value;
  const { error, message } = value as Failure;
  throw new Error(`${error}: ${message}`);
}

/** @param url of the driver. */
export async function newSession(url: string, alwaysMatch: object): Promise<Classic> {
  const { sessionId } = await call<{ readonly sessionId: string }>(`${url}/session`, 'POST', {
    capabilities: { alwaysMatch },
  });
  const session = `${url}/session/${sessionId}`;
  return {
    send: (method, path, body) => call(session + path, method, body),
    end: () => call(session, 'DELETE'),
  };
}
