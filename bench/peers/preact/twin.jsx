// The twin in Preact.

import { h, render } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { attributesOf, define, figure, follow, labels, overview } from '../store.js';

const nodes = (list) =>
  list.map((node) => (typeof node === 'string' ? node : h(node[0], attributesOf(node[1]), nodes(node[2]))));

function Layer({ name, children }) {
  return (
    <svg class={`layer ${name}`} viewBox="-500 -500 1000 1000" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      {children}
    </svg>
  );
}

function Phase({ arc, view }) {
  const { number, at } = arc;
  const isOverview = view === overview;
  const current = view.name === arc.view ? 'page' : view.phase === number ? 'true' : undefined;
  return (
    <li class={`phase phase-${number} ${arc.place}`}>
      <a {...attributesOf({ view: arc.view, class: 'phase-link' })} aria-current={current}>
        <Layer name={arc.upper ? 'upper' : 'lower'}>
          {arc.upper && <path class="clearing" d={figure.mask} stroke-width={figure.maskWidth} />}
          <path class="ribbon" d={arc.outline} />
          {arc.arrows && <path class="arrows" d={arc.arrows} />}
          <path class="hit" d={arc.line} />
        </Layer>
        <Layer name="marks">
          <g transform={`translate(${at.join(' ')})`}>
            <g class="station">
              <circle r="23" />
              <text y="10.5">{number}</text>
            </g>
          </g>
        </Layer>
        <span class="label">
          <span class="unseen">{arc.kicker}</span>
          {isOverview ? arc.full : arc.short}
        </span>
      </a>
    </li>
  );
}

function Figure({ view }) {
  return (
    <div class={view.phase ? 'figure lit' : 'figure'} role="group" aria-label={figure.label}>
      {view === overview && (
        <>
          <p class="unseen">{figure.description}</p>
          {figure.loops.map((name, index) => (
            <p class={`loop loop-${index}`} aria-hidden="true">
              {name}
            </p>
          ))}
        </>
      )}
      <ol class="phases">
        {figure.arcs.map((arc) => (
          <Phase key={arc.number} arc={arc} view={view} />
        ))}
      </ol>
    </div>
  );
}

function Sibling({ name, sibling }) {
  if (!sibling) return null;
  const [label, view, title] = sibling;
  return (
    <a {...attributesOf({ view, class: name })}>
      <span class="direction">{label}</span>
      {title}
    </a>
  );
}

function Title({ view, focused }) {
  return (
    <h2 class={view.kind === 'tip' ? 'title statement' : 'title'} tabIndex={-1} ref={focused}>
      {view.kicker && (
        <span class="kicker">
          {view.kicker}
          <span class="unseen">: </span>
        </span>
      )}
      {nodes(view.title)}
    </h2>
  );
}

function Head({ view, focused }) {
  return view === overview ? (
    <div class="head">
      <Title view={view} focused={focused} />
      {view.subtitle && <p class="subtitle">{view.subtitle}</p>}
    </div>
  ) : (
    <div class="head" role="group" aria-label={labels.breadcrumb}>
      <ol class="breadcrumb">
        {view.parents.map(([name, title]) => (
          <li key={name}>
            <a {...attributesOf({ view: name })}>{title}</a>
          </li>
        ))}
      </ol>
    </div>
  );
}

function Twin() {
  const [view, setView] = useState(overview);
  const title = useRef(null);
  const shown = useRef(view);
  useLayoutEffect(() => {
    if (shown.current !== view) title.current.focus();
    shown.current = view;
  }, [view]);
  return (
    <div class={view === overview ? 'twin overview' : 'twin'} onClick={(event) => follow(event, setView)}>
      <Head view={view} focused={title} />
      <div class="body">
        <Figure view={view} />
        <article class={view.phase ? `main phase-${view.phase}` : 'main'} role="none" key={view.name}>
          {view !== overview && <Title view={view} focused={title} />}
          {nodes(view.body)}
          {(view.previous || view.next) && (
            <div class="pager" role="group" aria-label={labels.pager}>
              <Sibling name="previous" sibling={view.previous} />
              <Sibling name="next" sibling={view.next} />
            </div>
          )}
        </article>
      </div>
    </div>
  );
}

define('preact-twin', (root) => render(<Twin />, root));
