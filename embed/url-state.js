// The view in the address of a page that isn't ours: one parameter among its own.

export const PARAMETER = 'kennislemniscaat';

/** The view that the address asks for; null if it asks for none. */
export const inAddress = () => new URLSearchParams(location.search).get(PARAMETER);

/** Puts a view into the address, by `pushState` or `replaceState`, unless it is the `first` one, and leaves alone all else that is in it. */
export function intoAddress(view, first, how) {
  if ((inAddress() ?? first) === view) return;
  const search = location.search.slice(1).split('&').filter((each) => each && each.split('=')[0] !== PARAMETER);
  if (view !== first) search.push(`${PARAMETER}=${view}`);
  const path = location.href.split(/[?#]/)[0];
  try {
    history[how](history.state, '', `${path}${search.length ? '?' : ''}${search.join('&')}${location.hash}`);
  } catch {
    // In some frames, and after very many views, browsers allow no more: the view changes without it.
  }
}
