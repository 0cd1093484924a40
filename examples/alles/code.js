// Code on the page, with a button that copies it.

/** Puts a button under a block of code, to copy what is in it then. */
export function copyable(block) {
  const bar = document.createElement('p');
  const button = document.createElement('button');
  const said = document.createElement('span');
  button.type = 'button';
  button.textContent = 'Kopieer';
  button.setAttribute('aria-label', `Kopieer: ${block.getAttribute('aria-label')}`);
  said.setAttribute('role', 'status');
  bar.className = 'copy';
  bar.append(button, said);
  block.after(bar);
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(block.textContent);
      said.textContent = 'Gekopieerd.';
    } catch {
      getSelection().selectAllChildren(block);
      said.textContent = 'Geselecteerd: kopieer het zelf.';
    }
  });
}

/** The tag of an element as it is now, with what readers see without scripts. */
export function tag(element) {
  const inside = element.querySelector('a');
  const attributes = [...element.attributes]
    .filter(({ name }) => name !== 'class')
    .map(({ name, value }) => (value ? ` ${name}="${value}"` : ` ${name}`));
  return `<${element.localName}${attributes.join('')}>\n  <a href="https://HOST/…">${inside?.textContent}</a>\n</${element.localName}>`;
}
