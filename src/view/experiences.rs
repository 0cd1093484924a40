//! The experiences behind the tips: interview questions with answers and quotes.

use yew::prelude::*;

use super::RenderContext;
use super::heading::{heading, title_with_kicker};
use super::link::link;
use super::prose::prose;
use super::quote::quotes;
use crate::content::{Phase, Question};
use crate::route::Route;

/// All questions of a phase.
pub(super) fn experiences_view(context: &RenderContext, phase: usize) -> Html {
    let content = context.content();
    let Phase {
        name, questions, ..
    } = &content.phases[phase];
    let section = |(index, question): (usize, &Question)| {
        let route = Route::Question {
            phase,
            question: index,
        };
        let text = link(context, route, "kl-quiet", html! {&question.text});
        html! {
            <section class="kl-question">
                {heading(context, 1, "kl-heading", text)}
                {prose(&question.answer)}
                {quotes(context, phase, index, 2)}
            </section>
        }
    };
    html! {
        <>
            {experiences_title(context, name)}
            {for questions.iter().enumerate().map(section)}
            <p>{link(context, Route::Phase { phase }, "kl-button", html! {content.labels.to_tips()})}</p>
        </>
    }
}

/// A title with the name of the experiences as its kicker.
fn experiences_title(context: &RenderContext, text: &str) -> Html {
    title_with_kicker(context, "", context.labels().experiences(), text)
}

/// One question with its answer and quotes.
pub(super) fn question_view(context: &RenderContext, phase: usize, question: usize) -> Html {
    let content = context.content();
    let Question { text, answer, .. } = &content.phases[phase].questions[question];
    html! {
        <>
            {experiences_title(context, text)}
            {prose(answer)}
            {quotes(context, phase, question, 1)}
            <p>{link(context, Route::Phase { phase }, "kl-button", html! {content.labels.to_tips()})}</p>
        </>
    }
}
