const { STACKONE_API_KEY, STACKONE_API_URL, APP_URL } = process.env;

/** Makes a connect session with the API key, which stays here, and hands on its token. */
export async function POST(): Promise<Response> {
  const answer = await fetch(`${STACKONE_API_URL}/connect_sessions`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${btoa(`${STACKONE_API_KEY}:`)}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({
      // The customer who is signed in to your product: as your own session says, never as the page says.
      origin_owner_id: 'acme-corp',
      origin_owner_name: 'Acme Corp',
      // Where sign-ins at a provider may start.
      allowed_origins: [APP_URL],
    }),
  });
  if (!answer.ok) return new Response(null, { status: 502 });
  const { token } = await answer.json();
  return Response.json({ token }, { headers: { 'cache-control': 'no-store' } });
}
