window.pageErrors = [];
addEventListener('error', ({ message }) => pageErrors.push(String(message)));
addEventListener('unhandledrejection', ({ reason }) => pageErrors.push(String(reason)));
addEventListener('kennislemniscaat:error', ({ detail }) => pageErrors.push(detail.message));
for (const level of ['error', 'warn']) {
  const own = console[level];
  console[level] = (...values) => {
    pageErrors.push(values.join(' '));
    own.apply(console, values);
  };
}
