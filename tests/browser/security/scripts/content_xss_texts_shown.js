let all = words(kl().textContent);
const shown = new Set();
for (const text of arguments[0].map(words).sort((a, b) => b.length - a.length)) {
  if (all.includes(text)) shown.add(text);
  all = all.replaceAll(text, '\n');
}
return arguments[0].filter((text) => shown.has(words(text)));
