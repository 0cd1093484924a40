// A React application: all that is on its page, widgets included, follows from its state.

import { StrictMode, createElement as h, useCallback, useEffect, useReducer } from 'react';
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
  const press = (what) => {
    route(what);
    act([what]);
  };
  return [
    h('h1', { key: 'h1' }, 'Gast'),
    h(
      'p',
      { key: 'buttons' },
      BUTTONS.map((what) => h('button', { key: what, 'data-do': what, onClick: () => press(what) }, what)),
    ),
    h(
      'p',
      { key: 'state' },
      ['view', 'steps', 'clicks'].map((what) => h('output', { key: what, id: what }, state[what])),
    ),
    state.page === 'thuis' ? h(Home, { key: 'thuis', state, act }) : h('p', { key: 'elders', id: 'elders' }, 'Elders'),
  ];
}

const { how } = document.getElementById('app').dataset;
const EVENTS = ['kennislemniscaat:ready', 'kennislemniscaat:navigate'];

/** How the widget tells what it shows: to properties, or to listeners, which a page from a server needs. */
function useEvents(act) {
  const follow = useCallback(({ detail }) => act(['follow', detail.view]), [act]);
  const ref = useCallback(
    (element) => {
      for (const name of EVENTS) element.addEventListener(name, follow);
      return () => EVENTS.forEach((name) => element.removeEventListener(name, follow));
    },
    [follow],
  );
  return how ? { ref } : Object.fromEntries(EVENTS.map((name) => [`on${name}`, follow]));
}

function Home({ state, act }) {
  const widget = {
    key: 'widget',
    id: 'een',
    view: state.view,
    theme: state.theme,
    lang: state.lang,
    'heading-level': state.level,
    ...useEvents(act),
  };
  const other = { id: 'twee', view: 'vertaling', loading: 'eager' };
  return h(
    'main',
    { onClick: () => act(['click']) },
    list(state).map((key) => (key === 'widget' ? h('kennis-lemniscaat', widget) : h('p', { key }, key))),
    h('section', null, h('kennis-lemniscaat', other, h('a', { href: '/elders/' }, 'De kennislemniscaat'))),
  );
}

const app = document.getElementById('app');
// In development, strict mode mounts everything twice.
const application = how ? h(StrictMode, null, h(Application)) : h(Application);
if (how === 'server') window.rendered = renderToString(application);
else if (how === 'hydrate') window.hydrate = () => hydrateRoot(app, application);
else createRoot(app).render(application);
