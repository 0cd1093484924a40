kl()
  .querySelectorAll('.kl-label')
  .forEach((label, index) => {
    const full = label.querySelector('.kl-name-full');
    if (full) full.textContent = names[index][0];
    label.querySelector('.kl-name-short').textContent = names[index][1];
  });
