//! Copied text: all that readers see of a selection, and nothing else.

use anyhow::{Result, ensure};
use harness::engine::Engine;
use harness::published::CONTENT;
use harness::{Page, standalone};
use kennislemniscaat::content::plain_text;
use rstest_reuse::apply;
use thirtyfour::Key;

use super::texts::texts;
use crate::engines::every_engine;

/// Selects the view from its title to its last quote.
const SELECT_TO_LAST_QUOTE: &str = "
const range = document.createRange();
range.setStartBefore($('[data-title]'));
range.setEndAfter([...kl().querySelectorAll('.kl-quote')].at(-1));
getSelection().removeAllRanges();
getSelection().addRange(range);";

/// Adds an empty field and focuses it.
const FIELD: &str = "
const field = document.createElement('textarea');
field.id = 'pasted';
document.body.append(field);
field.focus();";

/// The texts of elements that readers don't see, except for signs.
const UNSEEN: &str = "
return [...document.querySelectorAll('.kl-unseen, .page-skip')]
  .map((element) => element.textContent.trim())
  .filter((text) => /\\p{Letter}/u.test(text));";

/// Presses a key together with Control.
async fn press_with_control(page: &Page, key: &str) -> Result<()> {
    let keys = page.driver.action_chain().key_down(Key::Control);
    keys.send_keys(key).key_up(Key::Control).perform().await?;
    Ok(())
}

/// Copies the selection, and returns what is pasted elsewhere: the text of a selection isn't the
/// copied text in every engine.
async fn copy(page: &Page) -> Result<String> {
    press_with_control(page, "c").await?;
    page.js::<()>(FIELD).await?;
    press_with_control(page, "v").await?;
    let pasted = "document.querySelector('#pasted').value";
    page.wait("the pasted text", pasted).await?;
    page.js(&format!("return {pasted};")).await
}

/// Checks that the page has texts that readers don't see, and that none of these was copied.
async fn nothing_unseen_in(copied: &str, page: &Page) -> Result<()> {
    let unseen: Vec<String> = page.js(UNSEEN).await?;
    ensure!(!unseen.is_empty(), "the test needs a page with hidden text");
    let found: Vec<_> = unseen
        .iter()
        .filter(|text| copied.contains(*text))
        .collect();
    ensure!(found.is_empty(), "{found:#?} is copied: {copied}");
    Ok(())
}

#[apply(every_engine)]
#[tokio::test]
async fn copied_quotes_have_quotation_marks_and_no_hidden_text(
    #[case] engine: Engine,
) -> Result<()> {
    let page = standalone("/nl/vertaling/ervaringen/")
        .engine(engine)
        .await?;
    page.js::<()>(SELECT_TO_LAST_QUOTE).await?;
    let copied = copy(&page).await?;
    let route = CONTENT.views.resolve("vertaling/ervaringen").route;
    let texts = texts(&CONTENT, route).into_iter();
    for quote in texts.filter(|text| text.starts_with('“')) {
        ensure!(copied.contains(&quote), "{quote} isn't copied: {copied}");
    }
    nothing_unseen_in(&copied, &page).await
}

#[apply(every_engine)]
#[tokio::test]
async fn a_copy_of_the_whole_overview_has_no_hidden_text(#[case] engine: Engine) -> Result<()> {
    let page = standalone("/nl/").engine(engine).await?;
    press_with_control(&page, "a").await?;
    let copied = copy(&page).await?;
    let phase = CONTENT.views.get(CONTENT.phases[3]);
    for text in [&CONTENT.subtitle, &plain_text(&phase.heading)] {
        ensure!(copied.contains(text), "{text} isn't copied: {copied}");
    }
    nothing_unseen_in(&copied, &page).await
}
