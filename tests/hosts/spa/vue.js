// A Vue application, in a template and in render functions, that renders its whole page, including
// the widgets, from its state.

import { KeepAlive, createApp, createSSRApp, h, shallowRef } from 'vue/dist/vue.esm-bundler.js';
import { renderToString } from 'vue/server-renderer';
import { BUTTONS, START, after, list, route } from './state.js';

const state = shallowRef(START);
const act = (...action) => {
  state.value = after(state.value, ...action);
};
const press = (name) => {
  route(name);
  act(name);
};
const follow = ({ detail }) => act('follow', detail.view);
addEventListener('popstate', () => act('back'));

const template = `
  <h1>Gast</h1>
  <p><button v-for="name in BUTTONS" :key="name" :data-do="name" @click="press(name)">{{ name }}</button></p>
  <p><output v-for="name in ['view', 'steps', 'clicks']" :key="name" :id="name">{{ state[name] }}</output></p>
  <main v-if="state.page === 'thuis'" @click="act('click')">
    <template v-for="key in list(state)" :key="key">
      <kennis-lemniscaat v-if="key === 'widget'" id="een" :view="state.view" :theme="state.theme"
        :lang="state.lang" :heading-level="state.level" @kennislemniscaat:ready="follow"
        @kennislemniscaat:navigate="follow"></kennis-lemniscaat>
      <p v-else>{{ key }}</p>
    </template>
    <section>
      <kennis-lemniscaat id="twee" view="vertaling" loading="eager"><a href="/elders/">De kennislemniscaat</a></kennis-lemniscaat>
    </section>
  </main>
  <p v-else id="elders">Elders</p>`;

const InTemplate = {
  template,
  setup: () => ({ state, BUTTONS, act, follow, list, press }),
};

const Home = () =>
  h('main', { onClick: () => act('click') }, [
    ...list(state.value).map((key) =>
      key === 'widget' ? h('kennis-lemniscaat', widget(state.value)) : h('p', { key }, key),
    ),
    h('section', [
      h('kennis-lemniscaat', { id: 'twee', view: 'vertaling', loading: 'eager' }, [
        h('a', { href: '/elders/' }, 'De kennislemniscaat'),
      ]),
    ]),
  ]);

const widget = ({ view, theme, lang, level }) => ({
  key: 'widget',
  id: 'een',
  view,
  theme,
  lang,
  'heading-level': level,
  'onKennislemniscaat:ready': follow,
  'onKennislemniscaat:navigate': follow,
});

// `KeepAlive` keeps a page that the user leaves outside the document, with its elements unchanged.
const KeptHome = { render: Home };
const Elsewhere = { render: () => h('p', { id: 'elders' }, 'Elders') };

const InFunctions = () => [
  h('h1', 'Gast'),
  h(
    'p',
    BUTTONS.map((name) => h('button', { key: name, 'data-do': name, onClick: () => press(name) }, name)),
  ),
  h(
    'p',
    ['view', 'steps', 'clicks'].map((name) => h('output', { key: name, id: name }, state.value[name])),
  ),
  h(KeepAlive, () => h(state.value.page === 'thuis' ? KeptHome : Elsewhere)),
];

const { how: mode } = document.getElementById('app').dataset;
const create = mode === 'server' || mode === 'hydrate' ? createSSRApp : createApp;
const application = create(mode === 'template' ? InTemplate : InFunctions);
application.config.compilerOptions.isCustomElement = (name) => name === 'kennis-lemniscaat';
const mount = () => {
  application.mount('#app');
  window.hydrated = true;
};
if (mode === 'server') renderToString(application).then((html) => (window.rendered = html));
else if (mode === 'hydrate') window.hydrate = mount;
else mount();
