window.widgetEvents = [];
for (const what of ['ready', 'navigate', 'error']) {
  document.addEventListener(`kennislemniscaat:${what}`, ({ target, detail }) => {
    widgetEvents.push({ what, place: target.id, ...detail });
  });
}
