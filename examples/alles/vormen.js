// The other ways to show the widget: a frame that reports its height, the bare address, a release.

const frame = document.querySelector('#frame iframe');
const reported = document.querySelector('[data-reported]');
addEventListener('message', ({ data, source }) => {
  if (source !== frame.contentWindow) return;
  if (data.type === 'kennislemniscaat:height') frame.height = data.height;
  // With a secret in its URL the frame also reports in the form that WordPress knows.
  if (data.secret) reported.textContent = JSON.stringify(data);
});
// The frame may have reported before this page listened.
frame.contentWindow.postMessage('', '*');

/** Writes what a promise gives, or why it gives nothing. */
async function write(selector, promise) {
  const place = document.querySelector(selector);
  try {
    place.textContent = await promise;
  } catch (error) {
    place.textContent = error.message;
  }
}

/** A page, parsed by the browser. */
const parsed = (address) =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('GET', address);
    request.responseType = 'document';
    request.onload = () => resolve(request.response);
    request.onerror = () => reject(new Error(`${address} kwam niet.`));
    request.send();
  });

/** What a site that knows oEmbed does with the bare address: look in the page, ask what it names. */
async function discovered() {
  const page = await parsed('../../nl/vertaling/');
  const link = page.querySelector('link[type="application/json+oembed"]');
  if (!link) return 'Deze site weet haar eigen adres niet: bouw haar met --base-url.';
  // The same path on this host, also where this is a copy of the site.
  const answer = await fetch(new URL(link.href).pathname);
  return JSON.stringify(await answer.json(), null, 2);
}

async function release() {
  const newest = await (await fetch('../../version.json')).json();
  const { version, integrity } = await (await fetch(`../../v${newest.version}/version.json`)).json();
  return `<script async src="https://HOST/v${version}/embed.js"\n  integrity="${integrity}" crossorigin></script>`;
}

write('[data-oembed]', discovered());
write('[data-release]', release());
