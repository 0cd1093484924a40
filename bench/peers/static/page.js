// A page for each view, without a script: links lead from page to page.

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text) => String(text).replace(/[&<>"]/g, (character) => ENTITIES[character]);

/** An element; attributes without a value are left out. */
function element(tag, attributes, ...children) {
  const list = Object.entries(attributes).filter(([, value]) => value !== undefined);
  const words = list.map(([name, value]) => ` ${name}="${escape(value)}"`);
  return `<${tag}${words.join('')}>${children.join('')}</${tag}>`;
}

const href = (view) => `/static/nl/${view && `${view}/`}`;
const link = ({ view, ...attributes }, ...children) => element('a', { href: href(view), ...attributes }, ...children);

const node = (item) => {
  if (typeof item === 'string') return escape(item);
  const [tag, attributes, children] = item;
  const inside = children.map(node);
  return attributes.view === undefined ? element(tag, attributes, ...inside) : link(attributes, ...inside);
};

const unseen = (text) => element('span', { class: 'unseen' }, escape(text));

function layer(name, ...children) {
  const attributes = { viewBox: '-500 -500 1000 1000', preserveAspectRatio: 'xMidYMid slice', 'aria-hidden': 'true' };
  return element('svg', { class: `layer ${name}`, ...attributes }, ...children);
}

function phase(figure, arc, view) {
  const { number, upper, outline, arrows, line, at, place, kicker, short, full } = arc;
  const path = (name, d, more = {}) => (d ? element('path', { class: name, d, ...more }) : '');
  const clearing = upper ? path('clearing', figure.mask, { 'stroke-width': figure.maskWidth }) : '';
  const shapes = [clearing, path('ribbon', outline), path('arrows', arrows), path('hit', line)];
  const station = element('g', { class: 'station' }, '<circle r="23"></circle>', element('text', { y: 10.5 }, number));
  const mark = element('g', { transform: `translate(${at.join(' ')})` }, station);
  const label = element('span', { class: 'label' }, unseen(kicker), escape(view.kind === 'overview' ? full : short));
  const current = view.name === arc.view ? 'page' : view.phase === number ? 'true' : undefined;
  return element(
    'li',
    { class: `phase phase-${number} ${place}` },
    link(
      { view: arc.view, class: 'phase-link', 'aria-current': current },
      layer(upper ? 'upper' : 'lower', ...shapes),
      layer('marks', mark),
      label,
    ),
  );
}

function figureOf(figure, view) {
  const loops = figure.loops.map((name, index) =>
    element('p', { class: `loop loop-${index}`, 'aria-hidden': 'true' }, escape(name)),
  );
  const words =
    view.kind === 'overview' ? [element('p', { class: 'unseen' }, escape(figure.description)), ...loops] : [];
  const phases = figure.arcs.map((arc) => phase(figure, arc, view));
  const attributes = { class: view.phase ? 'figure lit' : 'figure', role: 'group', 'aria-label': figure.label };
  return element('div', attributes, ...words, element('ol', { class: 'phases' }, ...phases));
}

function title(view) {
  const kicker = view.kicker ? element('span', { class: 'kicker' }, escape(view.kicker), unseen(': ')) : '';
  return element('h1', { class: view.kind === 'tip' ? 'title statement' : 'title' }, kicker, ...view.title.map(node));
}

function head(labels, view) {
  if (view.kind === 'overview') {
    const subtitle = view.subtitle ? element('p', { class: 'subtitle' }, escape(view.subtitle)) : '';
    return element('div', { class: 'head' }, title(view), subtitle);
  }
  const crumbs = view.parents.map(([name, text]) => element('li', {}, link({ view: name }, escape(text))));
  const attributes = { class: 'head', role: 'group', 'aria-label': labels.breadcrumb };
  return element('div', attributes, element('ol', { class: 'breadcrumb' }, ...crumbs));
}

function pager(labels, { previous, next }) {
  const siblings = [
    [previous, 'previous'],
    [next, 'next'],
  ].filter(([sibling]) => sibling);
  const links = siblings.map(([[label, view, text], name]) =>
    link({ view, class: name }, element('span', { class: 'direction' }, escape(label)), escape(text)),
  );
  return links.length ? element('div', { class: 'pager', role: 'group', 'aria-label': labels.pager }, ...links) : '';
}

/** The page of a view as HTML; `style` is the address of the stylesheet. */
export function page({ lang, title: publication, figure, labels }, view, style) {
  const isOverview = view.kind === 'overview';
  const main = element(
    'article',
    { class: view.phase ? `main phase-${view.phase}` : 'main', role: 'none' },
    isOverview ? '' : title(view),
    ...view.body.map(node),
    pager(labels, view),
  );
  return [
    `<!doctype html><html lang="${lang}"><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escape(publication)}</title><link rel="icon" href="data:,"><link rel="stylesheet" href="${style}">`,
    element(
      'div',
      { class: isOverview ? 'twin overview' : 'twin' },
      head(labels, view),
      element('div', { class: 'body' }, figureOf(figure, view), main),
    ),
  ].join('\n');
}
