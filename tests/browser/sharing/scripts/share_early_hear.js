window.told = [];
addEventListener('kennislemniscaat:share', ({detail}) => told.push(detail));
addEventListener('click', (event) => {
  if (event.composedPath().some((node) => node.dataset?.share)) event.preventDefault();
});
