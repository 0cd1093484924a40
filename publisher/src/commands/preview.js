// Loads the page of a preview again when the publication has changed since the page was made.
(async () => {
  const { version: shown } = document.currentScript.dataset;
  const version = async () => (await fetch('/__version')).text();
  const pause = () => new Promise((resolve) => setTimeout(resolve, 300));
  for (;;) {
    try {
      if ((await version()) !== shown) return location.reload();
    } catch {
      // The preview was stopped; it may start again.
    }
    await pause();
  }
})();
