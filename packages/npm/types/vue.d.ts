// The element in templates of Vue: `import type {} from 'kennislemniscaat/vue'`.

import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';
import type { KennisLemniscaatAttributes } from '../embed.js';

/** The events with their listeners, as Vue describes them. */
type Listeners = {
  [Name in Extract<keyof GlobalEventHandlersEventMap, `kennislemniscaat:${string}`>]: (
    event: GlobalEventHandlersEventMap[Name],
  ) => void;
};

declare module 'vue' {
  interface GlobalComponents {
    'kennis-lemniscaat': new () => HTMLElement & {
      $props: Omit<HTMLAttributes, keyof KennisLemniscaatAttributes> & KennisLemniscaatAttributes & PublicProps;
      $emit: EmitFn<Listeners>;
    };
  }
}
