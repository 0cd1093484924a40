// An Angular application that renders its whole page, including the widgets, from its state.

import '@angular/compiler';
import {
  CUSTOM_ELEMENTS_SCHEMA,
  Component,
  Directive,
  ElementRef,
  inject,
  output,
  provideZonelessChangeDetection,
  signal,
} from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { BUTTONS, START, after, list, route } from './state.js';

// Templates can't listen to events with a colon in their names.
const Events = Directive({ selector: 'kennis-lemniscaat', outputs: ['follow'] })(
  class {
    follow = output();

    constructor() {
      const { nativeElement } = inject(ElementRef);
      for (const name of ['kennislemniscaat:ready', 'kennislemniscaat:navigate'])
        nativeElement.addEventListener(name, ({ detail }) => this.follow.emit(detail.view));
    }
  },
);

const template = `
  <h1>Gast</h1>
  <p>
    @for (name of BUTTONS; track name) { <button [attr.data-do]="name" (click)="press(name)">{{ name }}</button> }
  </p>
  <p>
    @for (name of ['view', 'steps', 'clicks']; track name) { <output [id]="name">{{ state()[name] }}</output> }
  </p>
  @if (state().page === 'thuis') {
    <main (click)="act('click')">
      @for (key of list(state()); track key) {
        @if (key === 'widget') {
          <kennis-lemniscaat id="een" [attr.view]="state().view" [attr.theme]="state().theme"
            [attr.lang]="state().lang" [attr.heading-level]="state().level"
            (follow)="act('follow', $event)"></kennis-lemniscaat>
        } @else {
          <p>{{ key }}</p>
        }
      }
      <section>
        <kennis-lemniscaat id="twee" view="vertaling" loading="eager"><a href="/elders/">De kennislemniscaat</a></kennis-lemniscaat>
      </section>
    </main>
  } @else {
    <p id="elders">Elders</p>
  }`;

const Application = Component({
  selector: '#app',
  template,
  imports: [Events],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  host: { '(window:popstate)': "act('back')" },
})(
  class {
    state = signal(START);
    BUTTONS = BUTTONS;
    list = list;

    act(...action) {
      this.state.update((state) => after(state, ...action));
    }

    press(name) {
      route(name);
      this.act(name);
    }
  },
);

bootstrapApplication(Application, { providers: [provideZonelessChangeDetection()] });
