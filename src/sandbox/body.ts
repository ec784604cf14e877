import { ApiError } from './errors.js';

export type JsonObject = { readonly [key: string]: unknown };

/** The request's JSON object; anything else is refused with 400. */
export function parseBody(text: string): JsonObject {
  const body = parseJson(text);
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new ApiError(400, 'The body must be a JSON object');
  }
  return body as JsonObject;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiError(400, 'The body is not valid JSON');
  }
}

/** A string that has to be there. */
export function requiredText(body: JsonObject, key: string): string {
  const value = body[key];
  if (value === undefined || value === null || value === '') throw new ApiError(400, `${key} is required`);
  if (typeof value !== 'string') throw new ApiError(400, `${key} must be a string`);
  return value;
}
