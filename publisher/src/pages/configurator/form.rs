//! The form with all choices. The names of its controls are those of the choices in the address of the page.

use kennislemniscaat::content::interpolate;
use kennislemniscaat::route::{Kind, Route};
use yew::prelude::*;

use super::snippets::TABS;
use super::words::{Choices, Words};
use crate::assets::release::{VERSION, major};
use crate::edition::Edition;

/// The id of the form, to which the controls beside the preview belong.
pub const ID: &str = "keuzes";

/// Renders the form. Browsers don't fill in a form of this kind after a reload, and never send it.
pub fn form(edition: &Edition, words: &Words) -> Html {
    let own = &words.choices;
    let tabs = TABS.map(|tab| tab.id);
    html! {
        <form class="configurator-form configurator-scripted" id={ID} method="dialog" autocomplete="off">
            <h2 class="kl-heading">{&own.heading}</h2>
            {content(edition, own)}
            {appearance(edition, own)}
            {on_page(own)}
            // The tab that shows. The script changes it, and the address keeps it as the other choices.
            <input name="tab" hidden=true value={TABS[0].id} pattern={tabs.join("|")} aria-label={words.code.tabs.clone()} />
            <p class="configurator-help">{&words.kept}</p>
            <p><button type="reset" class="kl-button">{&words.clear}</button></p>
        </form>
    }
}

fn content(edition: &Edition, words: &Choices) -> Html {
    let content = edition.content();
    let views = &content.views;
    let option = |route: Route| {
        let title = content.view_title(route);
        html! {
            <option value={edition.details(route).key.clone()} data-path={views.name(route)} data-title={content.page_title(route)}>{title}</option>
        }
    };
    let of_phase = |phase: &Route| {
        let index = views.get(*phase).phase;
        let routes = views
            .routes()
            .filter(|route| views.get(*route).phase == index);
        html! { <optgroup label={content.view_title(*phase)}>{for routes.map(option)}</optgroup> }
    };
    let others = views
        .routes()
        .filter(|route| matches!(views.get(*route).kind, Kind::Background | Kind::Search));
    html! {
        <fieldset>
            <legend>{&words.content}</legend>
            <label class="configurator-control" id="view">{&words.view}
                <select name="view">
                    {option(Route::OVERVIEW)}
                    {for content.phases.iter().map(of_phase)}
                    <optgroup label={words.search_and_background.clone()}>{for others.map(option)}</optgroup>
                </select>
            </label>
            <p><button type="button" class="kl-button" data-take-over="">{&words.take_over}</button></p>
        </fieldset>
    }
}

fn appearance(edition: &Edition, words: &Choices) -> Html {
    let themes = [
        ("auto", &words.theme_auto),
        ("reader", &words.theme_reader),
        ("light", &words.theme_light),
        ("dark", &words.theme_dark),
    ];
    let phases = 1..=edition.content().phases.len();
    let phases = phases.map(|number| {
        let number = number.to_string();
        let text = interpolate(&words.phase, &[("number", &number)]);
        color(&format!("phase-{number}"), &text, words)
    });
    html! {
        <fieldset>
            <legend>{&words.appearance}</legend>
            {select("theme", &words.theme, None, "auto", themes.map(|(value, text)| (value, text.clone())))}
            <fieldset>
                <legend>{&words.colors}</legend>
                <p class="configurator-help" id="colors-help">{&words.colors_help}</p>
                {color("surface", &words.surface, words)}
                {color("ink", &words.ink, words)}
                {color("link", &words.link, words)}
                {for phases}
            </fieldset>
        </fieldset>
    }
}

fn on_page(words: &Choices) -> Html {
    let levels = ["1", "2", "3", "4", "5", "6"].map(|level| (level, level.to_owned()));
    let version = |label: &str, version: &str| interpolate(label, &[("version", version)]);
    let versions = [
        ("latest", words.version_latest.clone()),
        ("major", version(&words.version_major, major())),
        ("exact", version(&words.version_exact, VERSION)),
    ];
    html! {
        <fieldset>
            <legend>{&words.page}</legend>
            {select("heading-level", &words.heading_level, Some(&words.heading_level_help), "2", levels)}
            {checkbox("sync-url", &words.sync_url, &words.sync_url_help)}
            <label class="configurator-control" id="share-base">{&words.share_base}
                <input type="url" name="share-base" pattern="https://.+" placeholder="https://" aria-describedby="share-base-help share-base-hint" />
            </label>
            {hint("share-base", &words.share_base_hint)}
            <p class="configurator-help" id="share-base-help">{&words.share_base_help}</p>
            {checkbox("loading", &words.eager, &words.eager_help)}
            {select("version", &words.version, Some(&words.version_help), "latest", versions)}
        </fieldset>
    }
}

/// A list of options, of which the default one is selected.
fn select<const N: usize>(
    name: &'static str,
    label: &str,
    help: Option<&str>,
    default: &str,
    options: [(&'static str, String); N],
) -> Html {
    let described_by = help.map(|_| format!("{name}-help"));
    let option = |(value, text): (&'static str, String)| {
        html! { <option {value} selected={value == default}>{text}</option> }
    };
    html! {
        <>
            <label class="configurator-control" id={name}>{label}
                <select {name} aria-describedby={described_by.clone()}>{for options.into_iter().map(option)}</select>
            </label>
            if let Some(help) = help {
                <p class="configurator-help" id={described_by}>{help}</p>
            }
        </>
    }
}

fn checkbox(name: &'static str, label: &str, help: &str) -> Html {
    let described_by = format!("{name}-help");
    html! {
        <>
            <label class="configurator-check" id={name}>
                <input type="checkbox" {name} value="yes" aria-describedby={described_by.clone()} /><span>{label}</span>
            </label>
            <p class="configurator-help" id={described_by}>{help}</p>
        </>
    }
}

/// A color: a text that may be empty, and the browser's own control beside it.
fn color(name: &str, label: &str, words: &Choices) -> Html {
    let name = name.to_owned();
    let pick = interpolate(&words.pick, &[("color", label)]);
    html! {
        <div class="configurator-color" id={name.clone()}>
            <label>{label}
                <input type="text" name={name.clone()} pattern="#[0-9a-fA-F]{6}" maxlength="7" spellcheck="false"
                    autocapitalize="none" aria-describedby={format!("colors-help {name}-hint")} />
            </label>
            <input type="color" data-pick={name.clone()} aria-label={pick} />
            {hint(&name, &words.color_hint)}
        </div>
    }
}

/// The form that a value must have. It shows while a field has a mistake.
fn hint(name: &str, text: &str) -> Html {
    html! { <p class="configurator-hint" id={format!("{name}-hint")} hidden=true>{text}</p> }
}
