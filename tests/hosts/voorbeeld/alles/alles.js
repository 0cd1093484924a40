// What a partner's page may do with the widget, in its simplest form.

const exampleOf = (control) => control.closest('section').querySelector('kennis-lemniscaat');

for (const select of document.querySelectorAll('[data-sets]')) {
  select.addEventListener('change', () => exampleOf(select).setAttribute(select.dataset.sets, select.value));
}

for (const input of document.querySelectorAll('[data-property]')) {
  input.addEventListener('input', () => exampleOf(input).style.setProperty(input.dataset.property, input.value));
}

const heard = document.getElementById('heard');
for (const what of ['ready', 'navigate', 'share', 'error']) {
  addEventListener(`kennislemniscaat:${what}`, ({ target, detail }) => {
    const line = document.createElement('li');
    const where = target.closest('section').id;
    line.textContent = `${where}: kennislemniscaat:${what} ${JSON.stringify(detail)}`;
    heard.prepend(line);
    const shows = target.closest('section').querySelector('[data-shows]');
    if (shows) shows.textContent = target.getAttribute('view');
  });
}

const frame = document.querySelector('iframe');
addEventListener('message', ({ data, source }) => {
  if (source === frame.contentWindow && data.type === 'kennislemniscaat:height') frame.height = data.height;
});

const release = document.querySelector('[data-release]');
fetch('../../version.json')
  .then((answer) => answer.json())
  .then(({ version, integrity }) => {
    release.textContent = `<script async src="https://HOST/v${version}/embed.js"\n  integrity="${integrity}" crossorigin></script>`;
  })
  .catch((error) => {
    release.textContent = error.message;
  });
