// The element in templates of Svelte: `import type {} from 'kennislemniscaat/svelte'`.

import type { HTMLAttributes } from 'svelte/elements';
import type { KennisLemniscaatAttributes } from '../embed.js';

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'kennis-lemniscaat': Omit<HTMLAttributes<HTMLElement>, keyof KennisLemniscaatAttributes> &
      KennisLemniscaatAttributes;
  }
}
