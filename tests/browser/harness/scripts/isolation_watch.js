window.wrong = [];
addEventListener('error', ({message}) => wrong.push(String(message)));
addEventListener('unhandledrejection', ({reason}) => wrong.push(String(reason)));
addEventListener('kennislemniscaat:error', ({detail}) => wrong.push(detail.message));
for (const level of ['error', 'warn']) {
  const own = console[level];
  console[level] = (...all) => { wrong.push(all.join(' ')); own.apply(console, all); };
}
