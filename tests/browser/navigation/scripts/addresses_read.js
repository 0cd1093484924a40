const read = (shown, url) => {
  const kl = shown.cloneNode(true);
  // The search takes the prerendered list in.
  kl.querySelector('.kl-find')?.replaceChildren();
  return JSON.stringify({
    text: kl.textContent,
    shape: [...kl.querySelectorAll('*')].map((element) => `${element.localName}.${element.getAttribute('class')}`),
    // Share links begin with the public address in a prerendered page, with the loader's in an interactive one.
    links: [...kl.querySelectorAll('a:not([data-share])')].map((link) => new URL(link.getAttribute('href'), url).href),
  });
};
/** The page as the server sends it. */
const prerendered = async (path) => {
  const response = await fetch(path);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  return { status: response.status, title: page.title, kl: page.querySelector('.kl'), url: response.url };
};
