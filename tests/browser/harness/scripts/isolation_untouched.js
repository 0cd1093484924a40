const bare = (page) => {
  const root = page.documentElement.cloneNode(true);
  for (const each of root.querySelectorAll('kennis-lemniscaat')) {
    each.removeAttribute('view');
    if (!each.children.length) each.replaceChildren();
  }
  return root.outerHTML;
};
return new Promise((served, failed) => {
  const request = new XMLHttpRequest();
  request.responseType = 'document';
  request.onload = () => served(request.response);
  request.onerror = failed;
  request.open('GET', location.href);
  request.send();
}).then(async (page) => {
  await own(page, page.querySelector('kennis-lemniscaat'));
  return bare(page) === bare(document);
});
