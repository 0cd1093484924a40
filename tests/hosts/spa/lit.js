// A Lit application that renders its whole page, including the widgets, from its state.

import { LitElement, html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { BUTTONS, START, after, list, route } from './state.js';

// Lit warns in the console that it is in development mode.
litIssuedWarnings.add('dev-mode');

class Application extends LitElement {
  static properties = { state: { state: true } };

  constructor() {
    super();
    this.state = START;
    addEventListener('popstate', () => this.act('back'));
  }

  /** Renders without a shadow root, because the tests look for elements in the document. */
  createRenderRoot() {
    return this;
  }

  act(...action) {
    this.state = after(this.state, ...action);
  }

  press(name) {
    route(name);
    this.act(name);
  }

  follow({ detail }) {
    this.act('follow', detail.view);
  }

  render() {
    const { state } = this;
    const output = (name) => html`<output id=${name}>${state[name]}</output>`;
    const button = (name) => html`<button data-do=${name} @click=${() => this.press(name)}>${name}</button>`;
    return html`
      <h1>Gast</h1>
      <p>${BUTTONS.map(button)}</p>
      <p>${['view', 'steps', 'clicks'].map(output)}</p>
      ${state.page === 'thuis' ? this.home() : html`<p id="elders">Elders</p>`}
    `;
  }

  home() {
    const keyed = (key) => (key === 'widget' ? this.widget() : html`<p>${key}</p>`);
    return html`
      <main @click=${() => this.act('click')}>
        ${repeat(list(this.state), (key) => key, keyed)}
        <section>
          <kennis-lemniscaat id="twee" view="vertaling" loading="eager">
            <a href="/elders/">De kennislemniscaat</a>
          </kennis-lemniscaat>
        </section>
      </main>
    `;
  }

  widget() {
    const { view, theme, lang, level } = this.state;
    return html`
      <kennis-lemniscaat
        id="een"
        view=${view}
        theme=${theme}
        lang=${lang}
        heading-level=${level}
        @kennislemniscaat:ready=${this.follow}
        @kennislemniscaat:navigate=${this.follow}
      ></kennis-lemniscaat>
    `;
  }
}

customElements.define('host-application', Application);
document.getElementById('app').append(new Application());
