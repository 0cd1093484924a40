// The buttons of the panel to send a view on: a script of its own, which the loader gets
// together with the live widget.

const inHtml = (text) => text.replace(/[&<>"]/g, (each) => `&#${each.charCodeAt(0)};`);

/**
 * Makes the panels in `root` work, those in `container` shown: the stylesheet hides what
 * doesn't work. `now()` tells what is shown there.
 */
export function enableSharing(root, container, now) {
  container.classList.add('kl-scripted', ...(navigator.share ? ['kl-can-share'] : []));
  const share = (via) => {
    const { view, title, lang, address, name, script, tell } = now();
    const code =
      `<${name} lang="${lang}" view="${inHtml(view)}"><a href="${inHtml(address)}">${inHtml(title)}</a></${name}>\n` +
      `<script async src="${inHtml(script)}"></script>`;
    tell?.('share', { view, url: address, via });
    return { address, code, title };
  };
  root.addEventListener('click', (event) => {
    const [via, control] = find(root, event, 'act', 'share');
    if (!control) return;
    const { address, code, title } = share(via);
    const panel = control.closest('.kl-share');
    if (via === 'link') copy(panel, address);
    if (via === 'code') copy(panel, code);
    // Whoever closes the sheet has seen it: nothing to say.
    if (via === 'system') navigator.share({ title, url: address }).catch(() => {});
  });
  root.addEventListener('submit', (event) => {
    if (!event.target.closest('.kl-share')) return;
    event.preventDefault();
    const { address, title } = share('Mastodon');
    const server = event.target.elements.server.value.trim().replace(/^https:\/\/|\/.*/g, '');
    open(`https://${server}/share?text=${encodeURIComponent(`${title}\n${address}`)}`, '_blank', 'noopener');
  });
}

/** The nearest element of an event, below `root`, with one of these data attributes, after its value. */
function find(root, event, ...names) {
  for (const node of event.composedPath()) {
    // What the page around us means by such attributes is its own affair.
    if (node === root) break;
    const name = names.find((each) => node.dataset?.[each]);
    if (name) return [node.dataset[name], node];
  }
  return [];
}

/** Copies a text or, where that isn't allowed, shows it selected. */
async function copy(panel, text) {
  const [said, field] = panel.querySelectorAll('[role=status], textarea');
  try {
    await navigator.clipboard.writeText(text);
    field.hidden = true;
    said.textContent = said.dataset.copied;
  } catch {
    said.textContent = said.dataset.notCopied;
    field.value = text;
    field.hidden = false;
    field.select();
  }
}
