// Opens all `details` elements, and scrolls to the widgets that aren't interactive yet. Returns
// whether all widgets are interactive.
for (const details of document.querySelectorAll('details')) details.open = true;
return [...document.querySelectorAll('kennis-lemniscaat')].every((widget) => {
  if (!activated.has(widget)) widget.scrollIntoView({ behavior: 'instant' });
  return activated.has(widget);
});
