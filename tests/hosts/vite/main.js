// An application with the npm package, as its readme describes it.

import { ELEMENT, EVENTS } from 'kennislemniscaat';
import 'kennislemniscaat/define';

document.querySelector(ELEMENT).addEventListener(EVENTS.navigate, ({ detail }) => {
  document.querySelector('output').textContent = detail.view;
});
