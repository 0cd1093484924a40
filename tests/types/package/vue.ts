// The element as templates of Vue see it: the properties and listeners of a global component.

import type { GlobalComponents } from 'vue';
import type {} from 'kennislemniscaat/vue';

type Figure = InstanceType<GlobalComponents['kennis-lemniscaat']>;

export const properties: Figure['$props'] = { view: 'vertaling', theme: 'light', 'heading-level': 3, class: 'wide' };
declare const emit: Figure['$emit'];
declare const shown: GlobalEventHandlersEventMap['kennislemniscaat:navigate'];
emit('kennislemniscaat:navigate', shown);

export const refused: Figure['$props'][] = [
  // @ts-expect-error: no such theme
  { theme: 'sepia' },
  // @ts-expect-error: a view is called by its name
  { view: 5 },
];
// @ts-expect-error: no such event
emit('kennislemniscaat:gereed', shown);
