/**
 * The host that a text names, as a bare host or as a web address, in the URL parser's spelling (lower case,
 * punycode); `undefined` for anything else, and where a user name in front could pass for the host.
 */
export function hostNameOf(text: string): string | undefined {
  try {
    const url = new URL(/^https?:\/\//i.test(text) ? text : `https://${text}`);
    return url.username || url.password ? undefined : url.hostname;
  } catch {
    return undefined;
  }
}
