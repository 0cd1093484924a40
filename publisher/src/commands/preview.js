// Loads the page of a preview again when the publication has changed.
(async () => {
  const version = async () => (await fetch('/__version')).text();
  const pause = () => new Promise((resolve) => setTimeout(resolve, 300));
  let known;
  for (;;) {
    try {
      const current = await version();
      if (known !== undefined && current !== known) location.reload();
      known = current;
    } catch {
      // The preview was stopped; it may start again.
    }
    await pause();
  }
})();
