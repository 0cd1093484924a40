// The loader of the kennislemniscaat: a classic script that can stand anywhere, any number
// of times. It shows finished views in <kennis-lemniscaat> elements and makes them live.
// Everything works without it; it only ever adds.

import { NAME, script } from './config.js';
import { KennisLemniscaat } from './element.js';

const defined = customElements.get(NAME);
if (!defined) customElements.define(NAME, KennisLemniscaat);
// A second copy of this script only has a place of its own to fill.
(defined ?? KennisLemniscaat).standAt?.(script);
