// The loader of the kennislemniscaat: a classic script that can stand anywhere, any number
// of times. It shows finished views in <kennis-lemniscaat> elements and makes them live, and
// on our own pages the finished page. Everything works without it; it only ever adds.

import { NAME, script } from './base.js';
import { KennisLemniscaat, standAt } from './element.js';
import { startPage } from './page.js';

const defined = customElements.get(NAME);
if (defined) {
  // A second copy of this script only has a place of its own to fill.
  defined.standAt?.(script);
} else {
  KennisLemniscaat.standAt = standAt;
  customElements.define(NAME, KennisLemniscaat);
  const begin = () => {
    const container = document.querySelector('[data-kennislemniscaat]');
    if (container) startPage(container);
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin);
  else begin();
  standAt(script);
}
