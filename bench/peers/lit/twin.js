// The twin in Lit.

import { LitElement, html, nothing, svg } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { keyed } from 'lit/directives/keyed.js';
import { attributesOf, figure, follow, labels, overview, ready, sheet } from '../store.js';

const optional = (value) => ifDefined(value);

/** A template for each tag in texts. */
const TAGS = {
  a: (attributes, children) => {
    const { href, 'data-view': view, class: name } = attributesOf(attributes);
    return html`<a href=${href} data-view=${optional(view)} class=${optional(name)}>${children}</a>`;
  },
  blockquote: (_, children) => html`<blockquote>${children}</blockquote>`,
  caption: (_, children) =>
    html`<caption>
      ${children}
    </caption>`,
  div: (attributes, children) => html`<div class=${optional(attributes.class)}>${children}</div>`,
  em: (_, children) => html`<em>${children}</em>`,
  figcaption: (_, children) => html`<figcaption>${children}</figcaption>`,
  figure: (attributes, children) => html`<figure class=${attributes.class}>${children}</figure>`,
  h3: (_, children) => html`<h3>${children}</h3>`,
  h4: (_, children) => html`<h4>${children}</h4>`,
  li: (_, children) => html`<li>${children}</li>`,
  ol: (attributes, children) =>
    html`<ol class=${optional(attributes.class)}>
      ${children}
    </ol>`,
  p: (attributes, children) => html`<p class=${optional(attributes.class)}>${children}</p>`,
  section: (_, children) => html`<section>${children}</section>`,
  span: ({ lang, class: name, 'aria-hidden': hidden }, children) =>
    html`<span lang=${optional(lang)} class=${optional(name)} aria-hidden=${optional(hidden)}>${children}</span>`,
  strong: (_, children) => html`<strong>${children}</strong>`,
  table: (_, children) =>
    html`<table>
      ${children}
    </table>`,
  tbody: (_, children) =>
    html`<tbody>
      ${children}
    </tbody>`,
  td: (_, children) => html`<td>${children}</td>`,
  th: (attributes, children) => html`<th scope=${attributes.scope}>${children}</th>`,
  thead: (_, children) =>
    html`<thead>
      ${children}
    </thead>`,
  tr: (_, children) =>
    html`<tr>
      ${children}
    </tr>`,
  ul: (_, children) =>
    html`<ul>
      ${children}
    </ul>`,
};

const nodes = (list) => list.map((node) => (typeof node === 'string' ? node : TAGS[node[0]](node[1], nodes(node[2]))));

const layer = (name, children) =>
  html`<svg class="layer ${name}" viewBox="-500 -500 1000 1000" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
    ${children}
  </svg>`;

const drawing = ({ upper, outline, arrows, line }) => svg`
  ${upper ? svg`<path class="clearing" d=${figure.mask} stroke-width=${figure.maskWidth}></path>` : nothing}
  <path class="ribbon" d=${outline}></path>
  ${arrows ? svg`<path class="arrows" d=${arrows}></path>` : nothing}
  <path class="hit" d=${line}></path>`;

const mark = ({ at, number }) => svg`
  <g transform="translate(${at.join(' ')})">
    <g class="station"><circle r="23"></circle><text y="10.5">${number}</text></g>
  </g>`;

function phase(arc, view) {
  const { href, 'data-view': name } = attributesOf({ view: arc.view });
  const current = view.name === arc.view ? 'page' : view.phase === arc.number ? 'true' : undefined;
  return html`<li class="phase phase-${arc.number} ${arc.place}">
    <a href=${href} data-view=${name} class="phase-link" aria-current=${optional(current)}>
      ${layer(arc.upper ? 'upper' : 'lower', drawing(arc))} ${layer('marks', mark(arc))}
      <span class="label"><span class="unseen">${arc.kicker}</span>${view === overview ? arc.full : arc.short}</span>
    </a>
  </li>`;
}

const figureOf = (view) =>
  html`<div class=${view.phase ? 'figure lit' : 'figure'} role="group" aria-label=${figure.label}>
    ${
      view === overview
        ? html`<p class="unseen">${figure.description}</p>
            ${figure.loops.map((name, index) => html`<p class="loop loop-${index}" aria-hidden="true">${name}</p>`)}`
        : nothing
    }
    <ol class="phases">
      ${figure.arcs.map((arc) => phase(arc, view))}
    </ol>
  </div>`;

const title = (view) =>
  html`<h2 class=${view.kind === 'tip' ? 'title statement' : 'title'} tabindex="-1">
    ${view.kicker ? html`<span class="kicker">${view.kicker}<span class="unseen">: </span></span>` : nothing}
    ${nodes(view.title)}
  </h2>`;

function head(view) {
  if (view === overview) {
    const subtitle = view.subtitle ? html`<p class="subtitle">${view.subtitle}</p>` : nothing;
    return html`<div class="head">${title(view)}${subtitle}</div>`;
  }
  const crumbs = view.parents.map(([name, text]) => html`<li>${TAGS.a({ view: name }, text)}</li>`);
  return html`<div class="head" role="group" aria-label=${labels.breadcrumb}>
    <ol class="breadcrumb">
      ${crumbs}
    </ol>
  </div>`;
}

const sibling = (name, found) =>
  found
    ? TAGS.a({ view: found[1], class: name }, html`<span class="direction">${found[0]}</span>${found[2]}`)
    : nothing;

const pager = ({ previous, next }) =>
  previous || next
    ? html`<div class="pager" role="group" aria-label=${labels.pager}>
        ${sibling('previous', previous)}${sibling('next', next)}
      </div>`
    : nothing;

class LitTwin extends LitElement {
  static properties = { view: { state: true } };
  static styles = sheet;

  constructor() {
    super();
    this.view = overview;
  }

  firstUpdated() {
    ready(this);
  }

  updated(changed) {
    if (changed.get('view')) this.renderRoot.querySelector('.title').focus();
  }

  render() {
    const { view } = this;
    const show = (next) => (this.view = next);
    return html`<div class=${view === overview ? 'twin overview' : 'twin'} @click=${(event) => follow(event, show)}>
      ${head(view)}
      <div class="body">
        ${figureOf(view)}
        ${keyed(
          view.name,
          html`<article class=${view.phase ? `main phase-${view.phase}` : 'main'} role="none">
            ${view === overview ? nothing : title(view)} ${nodes(view.body)} ${pager(view)}
          </article>`,
        )}
      </div>
    </div>`;
  }
}

customElements.define('lit-twin', LitTwin);
