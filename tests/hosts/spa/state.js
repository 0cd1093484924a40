// The state of an application, and the changes that its buttons make.

export const START = {
  steps: 0,
  clicks: 0,
  view: '',
  theme: 'light',
  level: 2,
  lang: 'nl',
  mounted: true,
  turned: false,
  page: page(),
};

/** The buttons, named after their actions. */
export const BUTTONS = ['tip', 'home', 'theme', 'level', 'lang', 'again', 'mount', 'turn', 'leave'];

/** The page of the application that the address names. */
function page() {
  return new URLSearchParams(location.search).get('pagina') ?? 'thuis';
}

/** The state after an action: the name of a button, `back`, `click` or `follow`. */
export function after(state, action, view) {
  const step = (changes) => ({ ...state, ...changes, steps: state.steps + 1 });
  switch (action) {
    case 'tip':
      return step({ view: 'vertaling/tip-5' });
    case 'home':
      return step({ view: '' });
    case 'theme':
      return step({ theme: state.theme === 'light' ? 'dark' : 'light' });
    case 'level':
      return step({ level: 5 - state.level });
    case 'lang':
      return step({ lang: state.lang === 'nl' ? 'fy' : 'nl' });
    case 'again':
      return step({});
    case 'mount':
      return step({ mounted: !state.mounted });
    case 'turn':
      return step({ turned: !state.turned });
    case 'leave':
    case 'back':
      return step({ page: page() });
    case 'click':
      return { ...state, clicks: state.clicks + 1 };
    case 'follow':
      return { ...state, view };
  }
}

/** The keys of the list that contains the widget, in order. */
export function list({ mounted, turned }) {
  const keys = ['voor', mounted && 'widget', 'na'].filter(Boolean);
  return turned ? keys.reverse() : keys;
}

/** Changes the address, as a router does, if the button leads to another page. */
export function route(action) {
  if (action === 'leave') history.pushState(null, '', '?pagina=elders');
}
