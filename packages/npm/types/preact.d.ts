// The element in JSX of Preact: `import type {} from 'kennislemniscaat/preact'`.

import type { JSX } from 'preact';
import type { KennisLemniscaatAttributes } from '../embed.js';

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'kennis-lemniscaat': Omit<JSX.IntrinsicElements['article'], keyof KennisLemniscaatAttributes> &
        KennisLemniscaatAttributes;
    }
  }
}
