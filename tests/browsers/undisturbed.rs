//! Whether a page is undisturbed by the widgets on it: nothing goes wrong there, and it stays as it was served.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::browser::Browser;

/// Keeps what goes wrong on a page or is warned of in its console, in `wrong`.
pub const WATCH: &str = "
window.wrong = [];
addEventListener('error', ({message}) => wrong.push(String(message)));
addEventListener('unhandledrejection', ({reason}) => wrong.push(String(reason)));
addEventListener('kennislemniscaat:error', ({detail}) => wrong.push(detail.message));
for (const level of ['error', 'warn']) {
  const own = console[level];
  console[level] = (...all) => { wrong.push(all.join(' ')); own.apply(console, all); };
}";

/// Nothing went wrong on a page that [`WATCH`] looks at.
pub async fn nothing_wrong(browser: &Browser, name: &str) -> Result<()> {
    let wrong: Value = browser.js("return wrong;", json!([])).await?;
    ensure!(wrong == json!([]), "on the page {name}: {wrong:#}");
    Ok(())
}

/// Whether the page is as it was served, but for what it itself did and the view that the element names.
const UNTOUCHED: &str = "
const bare = (page) => {
  const root = page.documentElement.cloneNode(true);
  for (const each of root.querySelectorAll('kennis-lemniscaat')) {
    each.removeAttribute('view');
    if (!each.children.length) each.replaceChildren();
  }
  return root.outerHTML;
};
return new Promise((served, failed) => {
  const request = new XMLHttpRequest();
  request.responseType = 'document';
  request.onload = () => served(request.response);
  request.onerror = failed;
  request.open('GET', location.href);
  request.send();
}).then(async (page) => {
  await own(page, page.querySelector('kennis-lemniscaat'));
  return bare(page) === bare(document);
});";

/// The page is as it was served, but for what a script of its own did to `page` and to `it`, the element.
pub async fn untouched(browser: &Browser, own: &str, name: &str) -> Result<()> {
    let script = format!("const own = {};{UNTOUCHED}", function(own));
    let untouched: bool = browser.js(&script, json!([])).await?;
    ensure!(untouched, "the widget changes the page {name}");
    Ok(())
}

/// A script of a page as a function, because it is done to the page as it is and as it was served.
pub fn function(own: &str) -> String {
    format!("(page, it) => {{ {own} }}")
}
