//! The experiences behind the tips: interview questions with answers and quotes.

use yew::prelude::*;

use super::Site;
use super::blocks::blocks;
use super::heading::{heading, kicked_title};
use super::link::link;
use super::quote::quotes;
use crate::content::Question;
use crate::route::Route;

/// All questions of a phase.
pub(super) fn experiences_view(site: &Site, phase: usize) -> Html {
    let content = site.content();
    let each = &content.phases[phase];
    let section = |(question, asked): (usize, &Question)| {
        let route = Route::Question { phase, question };
        let text = link(site, route, "kl-quiet", html! {&asked.text});
        html! {
            <section class="kl-question">
                {heading(site, 1, "kl-heading", text)}
                {blocks(&asked.answer)}
                {quotes(site, phase, question, 2)}
            </section>
        }
    };
    html! {
        <>
            {kicked(site, &each.name)}
            {for each.questions.iter().enumerate().map(section)}
            <p>{link(site, Route::Phase { phase }, "kl-button", html! {content.labels.to_tips()})}</p>
        </>
    }
}

/// A title that says that experiences follow.
fn kicked(site: &Site, text: &str) -> Html {
    kicked_title(site, "", site.labels().experiences(), text)
}

/// One question.
pub(super) fn question_view(site: &Site, phase: usize, question: usize) -> Html {
    let content = site.content();
    let asked = &content.phases[phase].questions[question];
    html! {
        <>
            {kicked(site, &asked.text)}
            {blocks(&asked.answer)}
            {quotes(site, phase, question, 1)}
            <p>{link(site, Route::Phase { phase }, "kl-button", html! {content.labels.to_tips()})}</p>
        </>
    }
}
