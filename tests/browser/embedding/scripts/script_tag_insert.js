if (page === document) return;
for (const tag of page.querySelectorAll('script[src="EMBED"]')) {
  const element = page.createElement('kennis-lemniscaat');
  for (const { name, value } of tag.attributes) {
    if (name.startsWith('data-')) element.setAttribute(name.slice('data-'.length), value);
  }
  tag.after(element);
}
