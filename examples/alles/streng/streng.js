// A policy as a host may have it, without 'wasm-unsafe-eval'; and what this page hears, shown
// here and told to the page that shows this one in a frame.

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
