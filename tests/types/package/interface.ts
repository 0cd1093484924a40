// TypeScript of a host that uses everything of the npm package but the types for frameworks.

import { ELEMENT, EVENTS, VERSION, define } from 'kennislemniscaat';
import type { DefineOptions, KennisLemniscaatAttributes, KennisLemniscaatView } from 'kennislemniscaat';
import 'kennislemniscaat/define';

const options: DefineOptions = { src: new URL('/kennislemniscaat/embed.js', location.href) };
export const defined: Promise<void> = define(options);
define({ src: '/kennislemniscaat/embed.js' }).catch((error: unknown) => console.error(error));

const element: HTMLElement = document.createElement(ELEMENT);
const attributes: KennisLemniscaatAttributes = { view: 'vertaling', theme: 'dark' };
for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));

const seen = ({ view, title }: KennisLemniscaatView) => console.log(view, title, VERSION.length);
element.addEventListener(EVENTS.ready, ({ detail }) => seen(detail));
element.addEventListener(EVENTS.navigate, ({ detail }) => seen(detail));
element.addEventListener(EVENTS.share, ({ detail }) => console.log(detail.url));
element.addEventListener(EVENTS.error, ({ detail }) => console.log(detail.reason));

// @ts-expect-error: the script has an address
define({});
// @ts-expect-error: an address isn't a number
define({ src: 1 });
// @ts-expect-error: names can't be changed
EVENTS.ready = 'kennislemniscaat:error';
// @ts-expect-error: what is shared has no title
element.addEventListener(EVENTS.share, ({ detail }) => console.log(detail.title));
