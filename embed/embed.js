// The loader: a classic script that can stand anywhere on a host page, any number of times. It shows
// prerendered views in <kennis-lemniscaat> elements, and makes them interactive.

import { script } from './config.js';
import { KennisLemniscaat } from './element.js';
import { TAG_NAME } from './tag-name.js';

/** @typedef {typeof KennisLemniscaat} ElementClass */

const defined = /** @type {Partial<ElementClass> | undefined} */ (customElements.get(TAG_NAME));
if (!defined) customElements.define(TAG_NAME, KennisLemniscaat);
// The copy that defined the element also inserts the widgets of later copies' tags.
(defined ?? KennisLemniscaat).mountAtScript?.(script);
