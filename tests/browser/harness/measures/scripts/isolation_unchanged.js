const comparable = (page) => {
  const root = page.documentElement.cloneNode(true);
  for (const widget of root.querySelectorAll('kennis-lemniscaat')) {
    widget.removeAttribute('view');
    if (!widget.children.length) widget.replaceChildren();
  }
  return root.outerHTML;
};
return new Promise((resolve, reject) => {
  const request = new XMLHttpRequest();
  request.responseType = 'document';
  request.onload = () => resolve(request.response);
  request.onerror = reject;
  request.open('GET', location.href);
  request.send();
}).then(async (page) => {
  await own(page, page.querySelector('kennis-lemniscaat'));
  return comparable(page) === comparable(document);
});
