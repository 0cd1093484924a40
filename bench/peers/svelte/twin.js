// The twin in Svelte: its element.

import { flushSync, mount } from 'svelte';
import { define } from '../store.js';
import Twin from './Twin.svelte';

define('svelte-twin', (target) => {
  mount(Twin, { target });
  flushSync();
});
