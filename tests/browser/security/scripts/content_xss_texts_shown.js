let all = words(kl().textContent);
const found = new Set();
for (const text of arguments[0].map(words).sort((a, b) => b.length - a.length)) {
  if (all.includes(text)) found.add(text);
  all = all.replaceAll(text, '\n');
}
return arguments[0].filter((text) => found.has(words(text)));
