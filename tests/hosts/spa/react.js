// A React application that renders its whole page, including the widgets, from its state.

import { StrictMode, createElement as h, useCallback, useEffect, useReducer, useRef } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { BUTTONS, START, after, list, route } from './state.js';

function Application() {
  const [state, act] = useReducer((state, action) => after(state, ...action), START);
  useEffect(() => {
    const back = () => act(['back']);
    addEventListener('popstate', back);
    window.hydrated = true;
    return () => removeEventListener('popstate', back);
  }, []);
  const press = (name) => {
    route(name);
    act([name]);
  };
  return [
    h('h1', { key: 'h1' }, 'Gast'),
    h(
      'p',
      { key: 'buttons' },
      BUTTONS.map((name) => h('button', { key: name, 'data-do': name, onClick: () => press(name) }, name)),
    ),
    h(
      'p',
      { key: 'state' },
      ['view', 'steps', 'clicks'].map((name) => h('output', { key: name, id: name }, state[name])),
    ),
    state.page === 'thuis' ? h(Home, { key: 'thuis', state, act }) : h('p', { key: 'elders', id: 'elders' }, 'Elders'),
  ];
}

const { how: mode } = document.getElementById('app').dataset;
const EVENTS = ['kennislemniscaat:ready', 'kennislemniscaat:navigate'];

/** Listens to the widget until the returned function is called. */
function listen(element, follow) {
  for (const name of EVENTS) element.addEventListener(name, follow);
  return () => EVENTS.forEach((name) => element.removeEventListener(name, follow));
}

/**
 * Passes the widget's events to properties, or to listeners, which a server-rendered page needs.
 * In React 18 only an effect can remove listeners.
 */
function useEvents(act) {
  const follow = useCallback(({ detail }) => act(['follow', detail.view]), [act]);
  const callback = useCallback((element) => listen(element, follow), [follow]);
  const ref = useRef(null);
  useEffect(() => (mode === 'effect' ? listen(ref.current, follow) : undefined), [follow]);
  if (mode === 'effect') return { ref };
  return mode ? { ref: callback } : Object.fromEntries(EVENTS.map((name) => [`on${name}`, follow]));
}

function Widget({ state, act }) {
  return h('kennis-lemniscaat', {
    id: 'een',
    view: state.view,
    theme: state.theme,
    lang: state.lang,
    'heading-level': state.level,
    ...useEvents(act),
  });
}

function Home({ state, act }) {
  const other = { id: 'twee', view: 'vertaling', loading: 'eager' };
  return h(
    'main',
    { onClick: () => act(['click']) },
    list(state).map((key) => (key === 'widget' ? h(Widget, { key, state, act }) : h('p', { key }, key))),
    h('section', null, h('kennis-lemniscaat', other, h('a', { href: '/elders/' }, 'De kennislemniscaat'))),
  );
}

const app = document.getElementById('app');
// In development, strict mode mounts everything twice.
const application = mode ? h(StrictMode, null, h(Application)) : h(Application);
if (mode === 'server') window.rendered = renderToString(application);
else if (mode === 'hydrate') window.hydrate = () => hydrateRoot(app, application);
else createRoot(app).render(application);
