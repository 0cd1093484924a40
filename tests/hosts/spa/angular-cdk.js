// An Angular application with a modal dialog. A template of the page is the template of the dialog.

import '@angular/compiler';
import { Dialog } from '@angular/cdk/dialog';
import { CUSTOM_ELEMENTS_SCHEMA, Component, inject, provideZonelessChangeDetection } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';

const Content = Component({
  selector: 'dialog-content',
  template: document.querySelector('template').innerHTML,
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
})(class {});

const Application = Component({ selector: '#app', template: '' })(
  class {
    dialog = inject(Dialog);

    ngAfterViewInit() {
      this.dialog.open(Content, { ariaLabel: 'Uitleg', width: '80%', height: '80%' });
      window.isOpen = true;
    }
  },
);

bootstrapApplication(Application, { providers: [provideZonelessChangeDetection()] });
