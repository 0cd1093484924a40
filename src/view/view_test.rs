//! Every view, rendered natively as the finished pages are.

use std::rc::Rc;

use super::{RenderContext, Widget, WidgetProps};
use crate::bundle::Bundle;
use crate::content::fixture::publication as content;
use crate::route::Route;

fn context() -> RenderContext {
    RenderContext {
        bundle: Rc::new(Bundle::new(content().clone(), vec![])),
        base: "/".into(),
        public_url: Some("https://example.org/nl/{path}".into()),
        heading_level: 2,
    }
}

async fn rendered(context: &RenderContext, route: Route, missing: Option<&str>) -> String {
    let shown = WidgetProps {
        context: context.clone(),
        route,
        requested_path: missing.map(Into::into),
        mount_id: 0,
        on_rendered: yew::Callback::noop(),
    };
    yew::LocalServerRenderer::<Widget>::with_props(shown)
        .hydratable(false)
        .render()
        .await
}

#[tokio::test(flavor = "current_thread")]
async fn every_view_links_to_every_phase_and_the_first_names_the_loops() {
    let context = context();
    for route in Route::all(content()) {
        let html = rendered(&context, route, None).await;
        for phase in &content().phases {
            let link = format!("href=\"/nl/{}/\" data-view=\"{}\"", phase.slug, phase.slug);
            assert!(
                html.contains(&link),
                "{route:?} has no link to {}",
                phase.slug
            );
        }
    }
    let html = rendered(&context, Route::Overview, None).await;
    for each in &content().loops {
        assert!(
            html.contains(&each.name),
            "the loop {} has no name",
            each.id
        );
    }
}

#[tokio::test(flavor = "current_thread")]
async fn any_quote_is_three_clicks_away() {
    let context = context();
    // Each phase is one click from anywhere: see above.
    for phase in 0..content().phases.len() {
        let ways = [
            (Route::Phase { phase }, vec![Route::Experiences { phase }]),
            (Route::Experiences { phase }, quotes_of(phase)),
        ];
        for (from, to) in ways {
            let html = rendered(&context, from, None).await;
            for route in to {
                let link = format!("data-view=\"{}\"", route.name(content()));
                assert!(html.contains(&link), "{from:?} has no link to {route:?}");
            }
        }
    }
}

fn quotes_of(of: usize) -> Vec<Route> {
    let mut quotes = Route::all(content());
    quotes.retain(|route| matches!(route, Route::Quote { phase, .. } if *phase == of));
    assert!(!quotes.is_empty(), "phase {of} has no quotes");
    quotes
}

#[tokio::test(flavor = "current_thread")]
async fn every_view_has_one_title_at_the_level_asked_for() {
    let context = context();
    for route in Route::all(content()) {
        let html = rendered(&context, route, None).await;
        assert_eq!(html.matches("<h2 ").count(), 1, "{route:?}");
        assert_eq!(html.matches("data-title").count(), 1, "{route:?}");
        assert!(!html.contains("<h1"), "{route:?}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn the_phase_in_view_is_marked() {
    let context = context();
    for route in Route::all(content()) {
        let html = rendered(&context, route, None).await;
        let marks = html.matches("aria-current=").count();
        assert_eq!(marks, usize::from(route.phase().is_some()), "{route:?}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn an_unknown_path_is_named_as_text() {
    let html = rendered(
        &context(),
        Route::Overview,
        Some("<img src=x onerror=alert(1)>"),
    )
    .await;
    assert!(html.contains("&lt;img src=x"), "the path is shown");
    assert!(!html.contains("<img"), "the path is not markup");
}

#[tokio::test(flavor = "current_thread")]
async fn nothing_needs_inline_style_or_script() {
    let context = context();
    for route in Route::all(content()) {
        let html = rendered(&context, route, None).await;
        for forbidden in ["style=", "<script", "onclick"] {
            assert!(!html.contains(forbidden), "{route:?} has {forbidden}");
        }
    }
}
