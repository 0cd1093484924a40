// The element as templates of Svelte see it.

import type { SvelteHTMLElements } from 'svelte/elements';
import type {} from 'kennislemniscaat/svelte';

type Figure = SvelteHTMLElements['kennis-lemniscaat'];

export const attributes: Figure = { view: 'vertaling', theme: 'light', 'heading-level': 3, class: 'wide' };

export const refused: Figure[] = [
  // @ts-expect-error: no such theme
  { theme: 'sepia' },
  // @ts-expect-error: a view is called by its name
  { view: 5 },
];
