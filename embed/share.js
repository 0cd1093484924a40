// The panel to send a view on: its links work by themselves, its controls by this.

/** The words of the controls in each language, in the order of `labels.rs`: filled in when the site is published. */
const labels = LABELS;

const inHtml = (text) => text.replace(/[&<>"]/g, (each) => `&#${each.charCodeAt(0)};`);

/** An element with properties and what is in it. */
function make(name, properties, ...inside) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...inside);
  return element;
}

/** Gives the panels in `root` their controls. `now()` tells what is shown there. */
export function enableSharing(root, now) {
  const share = (via) => {
    const { view, title, lang, address, name, script, tell } = now();
    const code =
      `<${name} lang="${lang}" view="${inHtml(view)}"><a href="${inHtml(address)}">${inHtml(title)}</a></${name}>\n` +
      `<script async src="${inHtml(script)}"></script>`;
    tell?.('share', { view, url: address, via });
    return { address, code, title };
  };
  /** Controls do nothing without a script, so it is a script that makes them, once they may be seen. */
  const furnish = (panel) => {
    if (!panel.open || panel.querySelector('.kl-acts')) return;
    const [system, link, code, server, mastodon, copied, notCopied, toCopy] = labels[now().lang];
    const said = make('p', { role: 'status' });
    const field = make('textarea', { readOnly: true, hidden: true, rows: 4, ariaLabel: toCopy });
    const button = (name, label, onclick) => make('button', { type: 'button', name, onclick }, label);
    const copy = async (text) => {
      // The same words again would go unheard.
      said.textContent = '';
      try {
        await navigator.clipboard.writeText(text);
        field.hidden = true;
        said.textContent = copied;
        said.scrollIntoView({ block: 'nearest' });
      } catch {
        // Not allowed: the reader copies what is selected.
        said.textContent = notCopied;
        field.value = text;
        field.hidden = false;
        field.select();
        field.scrollIntoView({ block: 'nearest' });
      }
    };
    const asked = make('input', {
      required: true,
      autocapitalize: 'none',
      spellcheck: false,
      placeholder: 'mastodon.nl',
      title: 'mastodon.nl',
      pattern: '(https://)?[^\\s\\/]+\\.[^\\s\\/]+\\/?',
    });
    const onsubmit = (event) => {
      event.preventDefault();
      const { address, title } = share('Mastodon');
      const host = asked.value.trim().replace(/^https:\/\/|\/.*/g, '');
      open(`https://${host}/share?text=${encodeURIComponent(`${title}\n${address}`)}`, '_blank', 'noopener');
    };
    const form = make('form', { onsubmit }, make('label', {}, make('span', {}, server), asked), make('button', {}, mastodon));
    const controls = make('div', { className: 'kl-acts' });
    if (navigator.share) {
      controls.append(button('system', system, () => {
        const { address, title } = share('system');
        // Whoever closes the sheet has seen it: nothing to say.
        navigator.share({ title, url: address }).catch(() => {});
      }));
    }
    controls.append(
      button('link', link, () => copy(share('link').address)),
      button('code', code, () => copy(share('code').code)),
      said,
      field,
      form,
    );
    panel.querySelector('ul').after(controls);
  };
  root.addEventListener('toggle', ({ target }) => target.matches('.kl-share') && furnish(target), true);
  root.querySelectorAll('.kl-share').forEach(furnish);
  root.addEventListener('click', (event) => {
    const path = event.composedPath();
    // What the page around us means by such attributes is its own affair.
    const link = path.slice(0, path.indexOf(root)).find((node) => node.dataset?.share);
    if (link) share(link.dataset.share);
  });
}
