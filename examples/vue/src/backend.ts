/** What the page asks of its own server, which alone has the API key. */

/** Where the API is. The hub knows the real one by itself. */
export async function getBaseUrl(): Promise<string> {
  const answer = await fetch('/api/config');
  return (await answer.json()).baseUrl;
}

/** A connect session for whoever is signed in. */
export async function getToken(): Promise<string> {
  const answer = await fetch('/api/connect-token', { method: 'POST' });
  if (!answer.ok) throw new Error('There is no connect session to be had.');
  return (await answer.json()).token;
}
