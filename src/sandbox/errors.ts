/**
 * The answer never arrives: `fetch` of a {@link Sandbox} rejects with it, as the platform's own does. A server
 * around the sandbox recognises it and drops the connection.
 */
export class ConnectionLost extends TypeError {
  override readonly name = 'ConnectionLost';

  constructor() {
    super('Failed to fetch');
  }
}

interface Details {
  readonly headers?: Readonly<Record<string, string>>;
  /** What the provider said, as it came. */
  readonly providerResponse?: unknown;
  readonly data?: unknown;
}

/** A refusal in the API's own shape. */
export class ApiError extends Error {
  readonly status: number;
  readonly details: Details;

  constructor(status: number, message: string, details: Details = {}) {
    super(message);
    this.status = status;
    this.details = details;
  }
}

/** What stands before the API fails, in the words of nobody: HTML instead of JSON. */
export class GatewayError extends Error {}

export const tokenNotValid = (): ApiError => new ApiError(401, 'The connect session token is not valid');
export const tokenExpired = (): ApiError => new ApiError(401, 'The connect session token has expired');

/** The answer for whatever went wrong; a {@link ConnectionLost} has none and goes on. */
export function errorAnswer(error: unknown, now: number): Response {
  if (error instanceof ConnectionLost) throw error;
  if (error instanceof GatewayError) return gatewayAnswer();
  const { status, message, details } =
    error instanceof ApiError ? error : new ApiError(500, 'Internal server error');
  const { headers, providerResponse, data } = details;
  const timestamp = new Date(now).toISOString();
  const body = { statusCode: status, message, timestamp, provider_response: providerResponse, data };
  return Response.json(body, { status, headers: { ...headers } });
}

const gatewayAnswer = (): Response =>
  new Response(
    '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>',
    {
      status: 502,
      headers: { 'content-type': 'text/html; charset=utf-8' },
    },
  );
