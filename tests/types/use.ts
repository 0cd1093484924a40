// TypeScript of a host that uses everything that `embed.d.ts` types. Nothing runs it; what
// must be refused says so, and is an error itself where it isn't refused.

import type {
  KennisLemniscaatAttributes,
  KennisLemniscaatError,
  KennisLemniscaatShare,
  KennisLemniscaatView,
} from '../../embed/embed.js';

const element = document.createElement('kennis-lemniscaat');
const found = document.querySelector('kennis-lemniscaat');

// Attributes: all of them, as markup and as frameworks write them.

const all: Required<KennisLemniscaatAttributes> = {
  lang: 'nl',
  view: 'vertaling/tip-5',
  theme: 'dark',
  'heading-level': 3,
  'sync-url': true,
  'share-base': 'https://example.org/kennis',
  loading: 'eager',
};
const written: KennisLemniscaatAttributes = { theme: 'auto', 'heading-level': '6', 'sync-url': '', loading: 'lazy' };
const none: KennisLemniscaatAttributes = {};

for (const [name, value] of Object.entries({ ...none, ...all, ...written })) element.setAttribute(name, String(value));
found?.style.setProperty('--kl-surface', 'light-dark(#f4f1de, #12343b)');
element.append('De kennislemniscaat');
found?.replaceWith(element);

export const refused: KennisLemniscaatAttributes[] = [
  // @ts-expect-error: no such theme
  { theme: 'sepia' },
  // @ts-expect-error: headings have six levels
  { 'heading-level': 7 },
  // @ts-expect-error: nor as text
  { 'heading-level': '0' },
  // @ts-expect-error: a view is called by its name
  { view: 5 },
  // @ts-expect-error: without a value, or true
  { 'sync-url': 'nee' },
  // @ts-expect-error: an address as text
  { 'share-base': new URL('https://example.org/') },
  // @ts-expect-error: no such time
  { loading: 'later' },
  // @ts-expect-error: languages have names
  { lang: null },
  // @ts-expect-error: no such attribute
  { colour: 'red' },
];

// Events: all of them, on the element and on what it is in.

type Named = Extract<keyof GlobalEventHandlersEventMap, `kennislemniscaat:${string}`>;
type Listeners = { [Name in Named]: (event: GlobalEventHandlersEventMap[Name]) => void };

const say = (...words: string[]) => console.log(words.join(' '));

const listeners: Listeners = {
  'kennislemniscaat:ready': ({ detail }) => seen(detail),
  'kennislemniscaat:navigate': ({ detail }) => seen(detail),
  'kennislemniscaat:share': ({ detail }) => sent(detail),
  'kennislemniscaat:error': ({ detail }) => failed(detail),
};

function seen({ view, title }: KennisLemniscaatView) {
  say(view, title);
}

function sent({ view, url, via }: KennisLemniscaatShare) {
  say(view, url, via);
}

/** Every reason: without one of them this would end with nothing to return. */
function failed({ reason, message }: KennisLemniscaatError): string {
  switch (reason) {
    case 'network':
    case 'style':
    case 'wasm':
    case 'name-taken':
    case 'internal':
      return message;
    // @ts-expect-error: no such reason
    case 'offline':
      return '';
  }
}

element.addEventListener('kennislemniscaat:ready', listeners['kennislemniscaat:ready']);
element.addEventListener('kennislemniscaat:navigate', ({ detail }) => say(detail.view.toUpperCase()), { once: true });
document.addEventListener('kennislemniscaat:share', ({ detail }) => say(new URL(detail.url).host));
window.addEventListener('kennislemniscaat:error', ({ detail }) => say(failed(detail)));
element.removeEventListener('kennislemniscaat:ready', listeners['kennislemniscaat:ready']);

// @ts-expect-error: what is shared has no title
element.addEventListener('kennislemniscaat:share', ({ detail }) => say(detail.title));
// @ts-expect-error: nor does a failure name a view
element.addEventListener('kennislemniscaat:error', ({ detail }) => say(detail.view));
// @ts-expect-error: an event that isn't ours has no details
element.addEventListener('kennislemniscaat:gereed', ({ detail }) => say(detail.view));
// @ts-expect-error: a view's name is no number
document.addEventListener('kennislemniscaat:navigate', ({ detail }: CustomEvent<{ view: number }>) =>
  say(`${detail.view}`),
);
// @ts-expect-error: it is an attribute
document.createElement('kennis-lemniscaat').view = 'vertaling';
