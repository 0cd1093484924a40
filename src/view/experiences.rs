//! The experiences behind the tips: interview questions with answers and quotes.

use yew::prelude::*;

use super::RenderContext;
use super::heading::{heading, title_with_kicker};
use super::link::link;
use super::prose::prose;
use super::quote::quotes;
use crate::content::Question;
use crate::route::Route;

/// All questions of a phase.
pub(super) fn experiences_view(context: &RenderContext, phase: usize) -> Html {
    let content = context.content();
    let each = &content.phases[phase];
    let section = |(question, asked): (usize, &Question)| {
        let route = Route::Question { phase, question };
        let text = link(context, route, "kl-quiet", html! {&asked.text});
        html! {
            <section class="kl-question">
                {heading(context, 1, "kl-heading", text)}
                {prose(&asked.answer)}
                {quotes(context, phase, question, 2)}
            </section>
        }
    };
    html! {
        <>
            {experiences_title(context, &each.name)}
            {for each.questions.iter().enumerate().map(section)}
            <p>{link(context, Route::Phase { phase }, "kl-button", html! {content.labels.to_tips()})}</p>
        </>
    }
}

/// A title that says that experiences follow.
fn experiences_title(context: &RenderContext, text: &str) -> Html {
    title_with_kicker(context, "", context.labels().experiences(), text)
}

/// One question.
pub(super) fn question_view(context: &RenderContext, phase: usize, question: usize) -> Html {
    let content = context.content();
    let asked = &content.phases[phase].questions[question];
    html! {
        <>
            {experiences_title(context, &asked.text)}
            {prose(&asked.answer)}
            {quotes(context, phase, question, 1)}
            <p>{link(context, Route::Phase { phase }, "kl-button", html! {content.labels.to_tips()})}</p>
        </>
    }
}
