kl().querySelectorAll('.kl-label').forEach((label, at) => {
  const full = label.querySelector('.kl-name-full');
  if (full) full.textContent = names[at][0];
  label.querySelector('.kl-name-short').textContent = names[at][1];
});
