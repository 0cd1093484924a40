// The element in JSX of React 18 and 19: `import type {} from 'kennislemniscaat/react'`.

import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { KennisLemniscaatAttributes } from '../embed.js';

type Native = DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement>;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'kennis-lemniscaat': Omit<Native, keyof KennisLemniscaatAttributes> &
        KennisLemniscaatAttributes & {
          /** Classes; React passes `className` on to custom elements since version 19 only. */
          class?: string;
        };
    }
  }
}
