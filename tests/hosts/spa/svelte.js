// A Svelte application that renders its whole page, including the widgets, from its state.

import { mount } from 'svelte';
import Application from './Application.svelte';

mount(Application, { target: document.getElementById('app') });
