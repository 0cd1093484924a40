// The view in the address of a page that isn't ours: one parameter among its own.

export const PARAMETER = 'kennislemniscaat';

/** The view that the address asks for; null if it asks for none. */
export const inAddress = () => new URLSearchParams(location.search).get(PARAMETER);

/** Puts a view into the address, by `pushState` or `replaceState`, and leaves alone all else that is in it. */
export function intoAddress(view, how) {
  if ((inAddress() ?? '') === view) return;
  const search = location.search.slice(1).split('&').filter((each) => each && each.split('=')[0] !== PARAMETER);
  if (view) search.push(`${PARAMETER}=${view}`);
  history[how](history.state, '', `${location.pathname}${search.length ? '?' : ''}${search.join('&')}${location.hash}`);
}
