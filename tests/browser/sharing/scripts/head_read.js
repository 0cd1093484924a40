const FILES = 'script[src], link:is([rel=stylesheet], [rel=expect], [rel*=icon], [rel=manifest])';
/** Everything in the head of a page but its files, and the line that tells how to cite it. */
const description = (page) => [
  ...[...page.head.children].filter((element) => !element.matches(FILES)).map((element) => element.outerHTML),
  page.querySelector('.page-cite').textContent,
];
/** The page as the server sends it, also where a policy lets no string become a document. */
const served = (path) =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('GET', path);
    request.responseType = 'document';
    request.onload = () => resolve(request.response);
    request.onerror = () => reject(new Error(path));
    request.send();
  });
