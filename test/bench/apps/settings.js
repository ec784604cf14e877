/** Where the API is and which session to show: the address of the page says it, `?api=…&token=bench-200&account=…`. */
const query = new URLSearchParams(location.search);

export const api = query.get('api');

export function settingsOf() {
  const token = query.get('token');
  return { token, accountId: query.get('account') ?? undefined, isForm: token === 'bench-form' };
}
