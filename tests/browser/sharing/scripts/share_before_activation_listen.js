window.events = [];
addEventListener('kennislemniscaat:share', ({ detail }) => events.push(detail));
addEventListener('click', (event) => {
  if (event.composedPath().some((node) => node.dataset?.share)) event.preventDefault();
});
