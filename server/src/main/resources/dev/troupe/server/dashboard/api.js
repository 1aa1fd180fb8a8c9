// The API as the page needs it. The token is kept for as long as the tab lives; it may come in the address's fragment, which no server sees.

const KEY = 'troupe-token';

/** The server did not take the token. */
export class Refused extends Error {}

const fragment = new URLSearchParams(location.hash.slice(1)).get('token');
if (fragment !== null) {
  sessionStorage.setItem(KEY, fragment);
  history.replaceState(null, '', location.pathname);
}

export function remember(token) {
  sessionStorage.setItem(KEY, token);
}

/** The answer to `GET path` as an object. */
export async function get(path, query = {}, signal = undefined) {
  const token = sessionStorage.getItem(KEY);
  if (token === null) throw new Refused('');
  const answer = await fetch(`${path}?${new URLSearchParams(query)}`, {
    headers: { authorization: `Bearer ${token}` },
    signal,
  });
  const body = await answer.json();
  if (answer.status === 401) {
    sessionStorage.removeItem(KEY);
    throw new Refused('That is not the token of this host.');
  }
  if (!answer.ok) throw new Error(body.message);
  return body;
}
