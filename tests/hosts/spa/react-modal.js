// A React application with a modal dialog. A template of the page holds the content of the dialog.

import { createElement as h } from 'react';
import { createRoot } from 'react-dom/client';
import Modal from 'react-modal';

const appElement = document.getElementById('app');
const content = { __html: document.querySelector('template').innerHTML };
const onAfterOpen = () => (window.isOpen = true);

createRoot(appElement).render(
  h(
    Modal,
    { isOpen: true, contentLabel: 'Uitleg', appElement, onAfterOpen },
    h('div', { dangerouslySetInnerHTML: content }),
  ),
);
