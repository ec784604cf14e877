/** The ids of what an attribute like `aria-describedby` points to, of which some may not be there. */
export const idList = (...ids: readonly (string | false | undefined)[]): string | undefined =>
  ids.filter(Boolean).join(' ') || undefined;
