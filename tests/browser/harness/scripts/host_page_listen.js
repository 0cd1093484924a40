window.heard = [];
for (const what of ['ready', 'navigate', 'error']) {
  document.addEventListener(`kennislemniscaat:${what}`, ({target, detail}) => {
    heard.push({what, place: target.id, ...detail});
  });
}
