// A React application with a router: one of its pages has the widget.

import { createElement as h } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter, Link, Route, Routes } from 'react-router';

const Home = () => h('kennis-lemniscaat', { 'sync-url': '' });
const Elsewhere = () => h('p', null, 'Elders');

createRoot(document.getElementById('app')).render(
  h(
    BrowserRouter,
    null,
    h(Link, { to: '/elders' }, 'Elders'),
    h(
      Routes,
      null,
      h(Route, { path: '/gast/', element: h(Home) }),
      h(Route, { path: '/elders', element: h(Elsewhere) }),
    ),
  ),
);
