//! The way on: to the previous and the next of the same kind.

use yew::prelude::*;

use super::RenderContext;
use super::link::link;
use crate::route::Route;

/// Links to the view before and after; phases follow each other round the cycle.
pub(super) fn pager(context: &RenderContext, route: Route) -> Html {
    let (before, after) = siblings(context, route);
    if before.is_none() && after.is_none() {
        return html! {};
    }
    let labels = context.labels();
    let (previous, next) = match route {
        Route::Phase { .. } | Route::Experiences { .. } => {
            (labels.previous_phase(), labels.next_phase())
        }
        _ => (labels.previous(), labels.next()),
    };
    html! {
        <div class="kl-neighbours" role="group" aria-label={labels.neighbours().to_owned()}>
            {for before.map(|route| neighbour(context, route, previous, "kl-previous"))}
            {for after.map(|route| neighbour(context, route, next, "kl-next"))}
        </div>
    }
}

fn neighbour(context: &RenderContext, route: Route, label: &str, class: &'static str) -> Html {
    let content = context.content();
    let title = match (route, route.phase()) {
        (Route::Experiences { .. }, Some(phase)) => content.phases[phase].short_name.clone(),
        _ => route.short_title(content),
    };
    let inside = html! {
        <><span class="kl-direction">{format!("{label}: ")}</span><span>{title}</span></>
    };
    link(context, route, class, inside)
}

/// The views before and after one among its like.
fn siblings(context: &RenderContext, route: Route) -> (Option<Route>, Option<Route>) {
    let phases = &context.content().phases;
    let (at, count, round) = match route {
        Route::Overview | Route::Background => return (None, None),
        Route::Phase { phase } | Route::Experiences { phase } => (phase, phases.len(), true),
        Route::Tip { phase, tip } => (tip, phases[phase].tips.len(), false),
        Route::Question { phase, question } => (question, phases[phase].questions.len(), false),
        Route::Quote {
            phase,
            question,
            quote,
        } => (quote, phases[phase].questions[question].quotes.len(), false),
    };
    let to = |at: usize| match route {
        Route::Overview | Route::Background => route,
        Route::Phase { .. } => Route::Phase { phase: at },
        Route::Experiences { .. } => Route::Experiences { phase: at },
        Route::Tip { phase, .. } => Route::Tip { phase, tip: at },
        Route::Question { phase, .. } => Route::Question {
            phase,
            question: at,
        },
        Route::Quote {
            phase, question, ..
        } => Route::Quote {
            phase,
            question,
            quote: at,
        },
    };
    if round && count > 1 {
        return (
            Some(to((at + count - 1) % count)),
            Some(to((at + 1) % count)),
        );
    }
    (
        at.checked_sub(1).map(to),
        (at + 1 < count).then(|| to(at + 1)),
    )
}
