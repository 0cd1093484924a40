// Brings each widget that isn't interactive yet into view; whether all of them are interactive.
for (const details of document.querySelectorAll('details')) details.open = true;
return [...document.querySelectorAll('kennis-lemniscaat')].every((widget) => {
  if (!activated.has(widget)) widget.scrollIntoView({behavior: 'instant'});
  return activated.has(widget);
});
