// The codes that embed a view as chosen. The templates stand in the page: publisher/src/pages/configurator/snippets.rs.

import { escapeHtml } from '../escape-html.js';

/**
 * A view to embed.
 *
 * @typedef {object} View
 * @property {string} path the part of an address after the language; empty for the overview
 * @property {string} title
 */

/**
 * The facts about the site; the page holds them as JSON.
 *
 * @typedef {object} Site
 * @property {string} root the address of the site's root; ends in a slash
 * @property {string} lang
 * @property {string} element the name of the element
 * @property {string} frames the folder of pages for frames
 * @property {string} card the name of share cards
 * @property {string} version
 * @property {string} major
 */

/**
 * An exact release: its hash, and the folder of views in each language, below the root.
 *
 * @typedef {{ integrity: string, views: Record<string, string> }} Release
 */

/** Values that are code already. */
const CODE = ['attributes', 'data', 'options', 'options-of-element', 'preload', 'src'];

/**
 * Attributes as code.
 *
 * @param {Record<string, string | boolean | undefined>} attributes those without a value are absent
 * @param {string} prefix before each name
 */
const write = (attributes, prefix = '') =>
  Object.entries(attributes)
    .filter(([, value]) => value)
    .map(([name, value]) => ` ${prefix}${name}${value === true ? '' : `="${escapeHtml(`${value}`)}"`}`)
    .join('');

/**
 * The style that sets the chosen colors on the elements that a selector matches; empty without colors.
 *
 * @param {string} selector
 * @param {Map<string, string>} choices
 */
export function style(selector, choices) {
  const lines = [...choices]
    .filter(([name, value]) => value && /^(surface|ink|link|phase-\d+)$/.test(name))
    .map(([name, value]) => `  --kl-${name}: ${value};\n`);
  return lines.length ? `${selector} {\n${lines.join('')}}` : '';
}

/**
 * The values of all placeholders.
 *
 * @param {Site} site
 * @param {View} view
 * @param {Map<string, string>} choices
 * @param {{ release?: Release | null, height?: number }} facts the exact release, and the height of the view in px
 * @returns {Record<string, string>}
 */
export function values(site, view, choices, { release, height } = {}) {
  const { root, lang, element } = site;
  const level = choices.get('heading-level');
  const theme = choices.get('theme');
  const options = {
    'heading-level': level === '2' ? undefined : level,
    theme: theme === 'auto' ? undefined : theme,
    'sync-url': choices.has('sync-url'),
    'share-base': choices.get('share-base'),
    loading: choices.has('loading') && 'eager',
  };
  const path = view.path && `${view.path}/`;
  const version = { major: `v${site.major}/`, exact: `v${site.version}/` }[`${choices.get('version')}`] ?? '';
  const source = { src: `${root}${version}embed.js` };
  const pinned = choices.get('version') === 'exact' && release;
  // The script would request the view after it has loaded.
  const preload = pinned && {
    rel: 'preload',
    as: 'fetch',
    crossorigin: true,
    href: `${root}${pinned.views[lang]}/${path}`,
  };
  const { host, origin } = new URL(root);
  const href = `${root}${lang}/${path}`;
  return {
    element,
    event: 'kennislemniscaat:navigate',
    attributes: write({ lang, view: view.path, ...options }),
    data: write({ lang, view: view.path, ...options }, 'data-'),
    options: write(options, 'data-'),
    'options-of-element': write({ lang, ...options }),
    preload: preload ? `<link${write(preload)}>\n` : '',
    src: write({ ...source, ...(pinned && { integrity: pinned.integrity, crossorigin: true }) }),
    image: `${href}${site.card}`,
    frame: `${root}${site.frames}/${lang}/${path}`,
    href,
    title: view.title,
    style: style(element, choices),
    height: height ? `min(90vh, ${height}px)` : '90vh',
    host,
    origin,
    root,
  };
}

/**
 * A code with its values.
 *
 * @param {string} template
 * @param {string | undefined} form `html` if values are written as HTML
 * @param {Record<string, string>} from
 */
export const fill = (template, form, from) =>
  template.replace(/\{([\w-]+)\}/g, (whole, name) => {
    const value = from[name];
    if (value === undefined) return whole;
    return form === 'html' && !CODE.includes(name) ? escapeHtml(value) : value;
  });
