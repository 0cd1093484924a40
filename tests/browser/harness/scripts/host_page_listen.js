window.widgetEvents = [];
for (const what of ['ready', 'navigate', 'error']) {
  document.addEventListener(`kennislemniscaat:${what}`, ({ target, detail }) => {
    const { publication, ...rest } = detail;
    if (publication === target.localName) widgetEvents.push({ what, place: target.id, ...rest });
  });
}
