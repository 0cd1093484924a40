// A page with a policy without 'wasm-unsafe-eval'. It shows its events, and posts them to the page that frames it.

document.head.append(
  Object.assign(document.createElement('meta'), {
    httpEquiv: 'Content-Security-Policy',
    content: "script-src 'self'; style-src 'self'; connect-src 'self'",
  }),
);

for (const what of ['ready', 'navigate', 'share', 'error']) {
  addEventListener(`kennislemniscaat:${what}`, ({ detail }) => {
    if (what === 'error') document.querySelector('[data-reason]').textContent = `${detail.reason}: ${detail.message}`;
    if (parent !== window) parent.postMessage({ what, detail }, location.origin);
  });
}
