// The view in the address of a page that isn't ours: one parameter among its own.

export const PARAMETER = 'kennislemniscaat';

/** The view that the address asks for; null if it asks for none. */
export const inAddress = () => new URLSearchParams(location.search).get(PARAMETER);

/** Puts a view into the address, by `pushState` or `replaceState`, and leaves alone all else that is in it. */
export function intoAddress(view, how) {
  if ((inAddress() ?? '') === view) return;
  const others = location.search.slice(1).split('&').filter((each) => each && each.split('=')[0] !== PARAMETER);
  const search = [...others, ...(view ? [`${PARAMETER}=${view}`] : [])].join('&');
  history[how](history.state, '', `${location.pathname}${search && `?${search}`}${location.hash}`);
}
