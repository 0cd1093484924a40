const read = (kl, page) => JSON.stringify({
  text: kl.textContent,
  shape: [...kl.querySelectorAll('*')].map((each) => `${each.localName}.${each.getAttribute('class')}`),
  // Links to share begin with the public address in a finished page, with the loader's in a live one.
  links: [...kl.querySelectorAll('a:not([data-share])')].map((each) => new URL(each.getAttribute('href'), page).href),
});
/** The page as the server sends it. */
const finished = async (path) => {
  const response = await fetch(path);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  return {status: response.status, title: page.title, kl: page.querySelector('.kl'), page: response.url};
};
