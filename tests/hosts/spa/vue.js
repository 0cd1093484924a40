// A Vue application, in a template and in render functions: all that is on its page, widgets
// included, follows from its state.

import { KeepAlive, createApp, createSSRApp, h, shallowRef } from 'vue/dist/vue.esm-bundler.js';
import { renderToString } from 'vue/server-renderer';
import { BUTTONS, START, after, list, route } from './state.js';

const state = shallowRef(START);
const act = (...action) => {
  state.value = after(state.value, ...action);
};
const press = (what) => {
  route(what);
  act(what);
};
const follow = ({ detail }) => act('follow', detail.view);
addEventListener('popstate', () => act('back'));

const template = `
  <h1>Gast</h1>
  <p><button v-for="what in BUTTONS" :key="what" :data-do="what" @click="press(what)">{{ what }}</button></p>
  <p><output v-for="what in ['view', 'steps', 'clicks']" :key="what" :id="what">{{ state[what] }}</output></p>
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
    ...list(state.value).map((key) => (key === 'widget' ? h('kennis-lemniscaat', widget(state.value)) : h('p', { key }, key))),
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

// Kept alive, a page that the reader leaves waits outside the document, its elements as they were.
const KeptHome = { render: Home };
const Elsewhere = { render: () => h('p', { id: 'elders' }, 'Elders') };

const InFunctions = () => [
  h('h1', 'Gast'),
  h('p', BUTTONS.map((what) => h('button', { key: what, 'data-do': what, onClick: () => press(what) }, what))),
  h('p', ['view', 'steps', 'clicks'].map((what) => h('output', { key: what, id: what }, state.value[what]))),
  h(KeepAlive, () => h(state.value.page === 'thuis' ? KeptHome : Elsewhere)),
];

const { how } = document.getElementById('app').dataset;
const create = how === 'server' || how === 'hydrate' ? createSSRApp : createApp;
const application = create(how === 'template' ? InTemplate : InFunctions);
application.config.compilerOptions.isCustomElement = (name) => name === 'kennis-lemniscaat';
const mount = () => {
  application.mount('#app');
  window.hydrated = true;
};
if (how === 'server') renderToString(application).then((html) => (window.rendered = html));
else if (how === 'hydrate') window.hydrate = mount;
else mount();
