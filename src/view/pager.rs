//! The pager: links to the previous and the next view of the same kind.

use yew::prelude::*;

use super::RenderContext;
use super::link::link;
use crate::content::without_soft_hyphens;
use crate::route::Route;

/// Links to the siblings of a view; the phases form a cycle.
pub(super) fn pager(context: &RenderContext, route: Route) -> Html {
    let (previous, next) = siblings(context, route);
    if previous.is_none() && next.is_none() {
        return html! {};
    }
    let labels = context.labels();
    let (previous_label, next_label) = match route {
        Route::Phase { .. } | Route::Experiences { .. } => {
            (labels.previous_phase(), labels.next_phase())
        }
        _ => (labels.previous(), labels.next()),
    };
    html! {
        <div class="kl-neighbours" role="group" aria-label={without_soft_hyphens(labels.neighbours())}>
            {for previous.map(|route| sibling_link(context, route, previous_label, "kl-previous"))}
            {for next.map(|route| sibling_link(context, route, next_label, "kl-next"))}
        </div>
    }
}

fn sibling_link(context: &RenderContext, route: Route, label: &str, class: &'static str) -> Html {
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

/// The previous and the next view of the same kind.
fn siblings(context: &RenderContext, route: Route) -> (Option<Route>, Option<Route>) {
    let phases = &context.content().phases;
    let (index, count, cyclic) = match route {
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
    let sibling = |index: usize| match route {
        Route::Overview | Route::Background => route,
        Route::Phase { .. } => Route::Phase { phase: index },
        Route::Experiences { .. } => Route::Experiences { phase: index },
        Route::Tip { phase, .. } => Route::Tip { phase, tip: index },
        Route::Question { phase, .. } => Route::Question {
            phase,
            question: index,
        },
        Route::Quote {
            phase, question, ..
        } => Route::Quote {
            phase,
            question,
            quote: index,
        },
    };
    if cyclic && count > 1 {
        return (
            Some(sibling((index + count - 1) % count)),
            Some(sibling((index + 1) % count)),
        );
    }
    (
        index.checked_sub(1).map(sibling),
        (index + 1 < count).then(|| sibling(index + 1)),
    )
}
