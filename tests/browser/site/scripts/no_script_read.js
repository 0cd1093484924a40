const links = [...document.querySelectorAll('a[href]:not([download]), area[href], svg a')]
  .map((link) => new URL(link.getAttribute('href'), document.baseURI))
  .filter((to) => to.origin === location.origin);
return {
  text: document.body.textContent,
  links: links.map((to) => to.pathname),
  interactive: isInteractive(),
};
