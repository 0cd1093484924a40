//! The page on which people choose how to embed the publication, see the result and copy its code. It is only ever
//! prerendered.
//!
//! `embed/configurator.js` follows the choices. Without it the page shows the codes for the overview.

mod data;
mod form;
mod snippets;
mod words;

use kennislemniscaat::content::{interpolate, without_soft_hyphens};
use kennislemniscaat::route::Route;
use kennislemniscaat::view::{PageLinks, RenderContext};
use yew::prelude::*;

use crate::edition::Edition;
use crate::pages::base_url::BaseUrl;
use crate::pages::body::fact_line;
use data::{defaults, for_script};
use snippets::{Block, Form, TABS, Tab, Values};
use words::Words;

/// The facts about a site that the page shows.
#[derive(Debug, Clone, Copy)]
pub struct Site<'a> {
    /// The public address of the site.
    pub base_url: Option<&'a BaseUrl>,
    /// The name of the element.
    pub element: &'a str,
    /// Whether the site has sample host pages.
    pub has_examples: bool,
}

/// The level of headings in the preview, which stands under a heading of level 2.
const PREVIEW_LEVEL: &str = "3";

/// Renders the page.
pub fn configurator(
    context: &RenderContext,
    links: &PageLinks,
    edition: &Edition,
    site: &Site,
) -> Html {
    let content = edition.content();
    let labels = &content.labels;
    let words = Words::of(&content.lang);
    let values = defaults(edition, site);
    // Words of another language stand in for those that the product lacks.
    let lang =
        (words.lang != content.lang.split('-').next().unwrap_or_default()).then_some(words.lang);
    html! {
        <div class="kl kl-overview kl-whole configurator" lang={content.lang.clone()}
            data-configurator={for_script(edition, site, &words, &context.base)}>
            <div class="kl-head">
                <h1 class="kl-title">{labels.embedding()}</h1>
                <p class="kl-subtitle">{labels.embedding_introduction()}</p>
            </div>
            <div class="kl-body">
                <div class="kl-main" {lang}>
                    {links.languages()}
                    <p class="configurator-notice" data-no-script="">{&words.no_script}</p>
                    <p class="configurator-notice" role="status"><span hidden=true data-damaged="">{&words.damaged}</span></p>
                    <div class="configurator-columns">
                        {form::form(edition, &words)}
                        {preview(context, &words, site)}
                    </div>
                    {code(&words, &values)}
                    {about(context, edition, &words, site)}
                </div>
            </div>
        </div>
    }
}

/// The preview, as wide as the reader chooses, with the contrasts in it.
fn preview(context: &RenderContext, words: &Words, site: &Site) -> Html {
    let content = &context.bundle.content;
    let words = &words.preview;
    let radio = |name: &'static str, value: &'static str, text: &str, checked: bool| {
        html! {
            <label><input type="radio" {name} {value} {checked} form={form::ID} />{text}</label>
        }
    };
    let title = without_soft_hyphens(&content.title);
    let inside = html! { <a href={context.href(Route::OVERVIEW)}>{title}</a> };
    html! {
        <section class="configurator-preview" aria-labelledby="voorbeeld" data-preview="">
            <h2 class="kl-heading" id="voorbeeld">{&words.heading}</h2>
            <div class="configurator-scripted">
                <fieldset>
                    <legend>{&words.width}</legend>
                    {radio("width", "320", &words.phone, false)}
                    {radio("width", "768", &words.tablet, true)}
                    {radio("width", "1280", &words.wide, false)}
                </fieldset>
                <fieldset>
                    <legend>{&words.page}</legend>
                    {radio("page", "light", &words.page_light, true)}
                    {radio("page", "dark", &words.page_dark, false)}
                </fieldset>
            </div>
            <h3 class="kl-small-heading configurator-scripted">{&words.contrast}</h3>
            <p class="configurator-scripted" role="status" data-verdict="">{&words.contrast_none}</p>
            <div class="configurator-window">
                <div data-host="">
                    <@{site.element.to_owned()} lang={content.lang.clone()} heading-level={PREVIEW_LEVEL}>{inside}</@>
                </div>
            </div>
            <ul data-alike=""></ul>
            <dl class="configurator-contrasts" data-contrasts=""></dl>
        </section>
    }
}

/// The codes: without the script one way below the other, with it as tabs.
fn code(words: &Words, values: &Values) -> Html {
    let tab = |tab: &Tab| {
        let own = &words.tabs[tab.id];
        let id = format!("code-{}", tab.id);
        let block = |block: &Block| block_of(tab, block, words, values);
        html! {
            <section class="configurator-tab" id={id.clone()} data-tab={tab.id} aria-labelledby={format!("{id}-name")}>
                <h3 class="kl-small-heading" id={format!("{id}-name")}>{&own.name}</h3>
                {for own.steps.iter().map(|step| html! { <p>{step}</p> })}
                {for tab.blocks.iter().map(block)}
                if !tab.blocks.is_empty() {
                    <p class="configurator-scripted"><a class="kl-button" data-mail="">{&words.code.mail}</a></p>
                }
            </section>
        }
    };
    html! {
        <section class="configurator-code" aria-labelledby="code">
            <h2 class="kl-heading" id="code">{&words.code.heading}</h2>
            <div class="configurator-tabs" data-tabs={words.code.tabs.clone()}></div>
            {for TABS.iter().map(tab)}
            <p role="status" data-failure=""></p>
        </section>
    }
}

fn block_of(tab: &Tab, block: &Block, words: &Words, values: &Values) -> Html {
    let heading = (block.heading)(&words.code);
    let name = format!("{}: {heading}", words.tabs[tab.id].name);
    let is_policy = std::ptr::eq(heading, words.code.policy.as_str());
    // Nothing is chosen yet, so there is no style.
    let is_empty = block.form == Form::Style;
    html! {
        <div class="configurator-block" hidden={is_empty} data-block="">
            <h4>{heading}</h4>
            if is_policy {
                <p class="configurator-help">{&words.code.policy_text}</p>
            }
            <pre tabindex="0" role="region" aria-label={name.clone()} data-form={block.form.name()}
                data-template={block.template}><code>{block.fill(values)}</code></pre>
            <p class="configurator-scripted">
                <button type="button" class="kl-button" data-copy="" aria-label={interpolate(&words.code.copy_name, &[("block", &name)])}>
                    {&words.code.copy}
                </button>
                <span role="status" data-copied=""></span>
            </p>
        </div>
    }
}

/// Under which terms the publication may be embedded, whom to ask, and an example.
fn about(context: &RenderContext, edition: &Edition, words: &Words, site: &Site) -> Html {
    let lines = edition.facts.lines(&edition.content().labels);
    html! {
        <div class="configurator-about">
            {for lines.iter().map(fact_line)}
            if site.has_examples {
                <p><a href={format!("{}voorbeeld/", context.base)}>{&words.example}</a></p>
            }
        </div>
    }
}
