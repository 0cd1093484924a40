// A React application: all that is on its page, widgets included, follows from its state.

import { StrictMode, createElement as h, useEffect, useReducer } from 'react';
import { createRoot } from 'react-dom/client';
import { BUTTONS, START, after, list, route } from './state.js';

function Application() {
  const [state, act] = useReducer((state, action) => after(state, ...action), START);
  useEffect(() => {
    const back = () => act(['back']);
    addEventListener('popstate', back);
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

function Home({ state, act }) {
  const follow = ({ detail }) => act(['follow', detail.view]);
  const widget = {
    key: 'widget',
    id: 'een',
    view: state.view,
    theme: state.theme,
    lang: state.lang,
    'heading-level': state.level,
    'onkennislemniscaat:ready': follow,
    'onkennislemniscaat:navigate': follow,
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
const application = h(Application);
// In development, strict mode mounts everything twice.
createRoot(app).render(app.dataset.how === 'strict' ? h(StrictMode, null, application) : application);
