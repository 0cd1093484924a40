//! Tests of every view, rendered natively like the prerendered pages.

use std::rc::Rc;

use super::{RenderContext, Widget, WidgetProps};
use crate::content::Content;
use crate::content::fixture::{bundle, publication as content, with_text};
use crate::route::{Kind, Route};

pub(super) fn context() -> RenderContext {
    context_of(content().clone())
}

pub(super) fn context_of(content: Content) -> RenderContext {
    RenderContext {
        bundle: Rc::new(bundle(content)),
        base: "/".into(),
        public_url: Some("https://example.org/nl/{path}".into()),
        heading_level: 2,
        sections: [].into(),
    }
}

async fn rendered(context: &RenderContext, route: Route, requested_path: Option<&str>) -> String {
    let props = WidgetProps {
        context: context.clone(),
        route,
        requested_path: requested_path.map(Into::into),
        mount_id: 0,
        on_rendered: yew::Callback::noop(),
    };
    yew::LocalServerRenderer::<Widget>::with_props(props)
        .hydratable(false)
        .render()
        .await
}

#[tokio::test(flavor = "current_thread")]
async fn every_view_links_to_every_phase_and_the_overview_names_the_loops() {
    let context = context();
    for route in content().views.routes() {
        let html = rendered(&context, route, None).await;
        for phase in &content().phases {
            let name = content().views.name(*phase);
            let link = format!("href=\"/nl/{name}/\" data-view=\"{name}\"");
            assert!(html.contains(&link), "{route:?} has no link to {name}");
        }
    }
    let html = rendered(&context, Route::OVERVIEW, None).await;
    for name in &content().loops {
        assert!(html.contains(name), "the overview doesn't name {name}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn every_quote_is_at_most_three_clicks_away() {
    let context = context();
    let views = &content().views;
    // Each phase is one click away from every view, as the test above checks.
    for phase in &content().phases {
        let experiences: Vec<_> = views.children_of(*phase, Kind::Experiences).collect();
        let questions = views.children_of(experiences[0], Kind::Question);
        let quotes: Vec<_> = questions
            .flat_map(|question| views.children_of(question, Kind::Quote))
            .collect();
        assert!(!quotes.is_empty(), "{phase:?} has no quotes");
        for (from, targets) in [(*phase, &experiences), (experiences[0], &quotes)] {
            let html = rendered(&context, from, None).await;
            for target in targets {
                let link = format!("data-view=\"{}\"", views.name(*target));
                assert!(html.contains(&link), "{from:?} has no link to {target:?}");
            }
        }
    }
}

#[tokio::test(flavor = "current_thread")]
async fn every_view_has_one_title_at_the_configured_heading_level() {
    let context = context();
    for route in content().views.routes() {
        let html = rendered(&context, route, None).await;
        assert_eq!(html.matches("<h2 ").count(), 1, "{route:?}");
        assert_eq!(html.matches("data-title").count(), 1, "{route:?}");
        assert!(!html.contains("<h1"), "{route:?}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn the_phase_of_the_current_view_is_marked_and_a_tip_in_its_list() {
    let context = context();
    for route in content().views.routes() {
        let html = rendered(&context, route, None).await;
        let marks = html.matches("aria-current=").count();
        let content = content();
        let view = content.views.get(route);
        let expected = usize::from(view.phase.is_some()) + usize::from(view.kind == Kind::Tip);
        assert_eq!(marks, expected, "{route:?}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn an_unknown_path_is_shown_as_text() {
    let html = rendered(
        &context(),
        Route::OVERVIEW,
        Some("<img src=x onerror=alert(1)>"),
    )
    .await;
    assert!(
        html.contains("&lt;img src=x"),
        "the notice doesn't show the path"
    );
    assert!(!html.contains("<img"), "the path is rendered as markup");
}

#[tokio::test(flavor = "current_thread")]
async fn soft_hyphens_are_in_shown_text_only() {
    let context = context_of(with_text("Kennis\u{AD}infra\u{AD}structuur"));
    for route in context.views().routes() {
        let html = rendered(&context, route, None).await;
        let shown = ">Kennis\u{AD}infra\u{AD}structuur<";
        assert!(html.contains(shown), "{route:?} shows no soft hyphens");
        for part in html.split('<').skip(1) {
            let (tag, text) = part.split_once('>').expect("a tag that ends");
            let is_hidden = tag.contains("kl-unseen");
            for hidden in [Some(tag), is_hidden.then_some(text)].into_iter().flatten() {
                assert!(!hidden.contains('\u{AD}'), "{route:?}: <{part}");
                assert!(!hidden.contains("%C2%AD"), "{route:?}: <{part}");
            }
        }
    }
}

#[tokio::test(flavor = "current_thread")]
async fn every_quote_stands_in_quotation_marks() {
    let context = context();
    for route in content().views.routes() {
        let html = rendered(&context, route, None).await;
        for quote in html.split("<blockquote>").skip(1) {
            assert!(quote.starts_with("<p>“"), "{route:?}: {quote}");
            let (text, _) = quote
                .split_once("</blockquote>")
                .expect("a quote that ends");
            assert!(text.ends_with("”</p>"), "{route:?}: {text}");
        }
    }
}

#[tokio::test(flavor = "current_thread")]
async fn no_view_contains_inline_styles_or_scripts() {
    let context = context();
    for route in content().views.routes() {
        let html = rendered(&context, route, None).await;
        for forbidden in ["style=", "<script", "onclick"] {
            assert!(!html.contains(forbidden), "{route:?} contains {forbidden}");
        }
    }
}

#[tokio::test(flavor = "current_thread")]
async fn the_line_about_the_origin_leads_to_the_background() {
    let context = context();
    let views = &content().views;
    for route in views.routes() {
        let html = rendered(&context, route, None).await;
        let line = "class=\"kl-trace\">Bron: pagina 4</a>";
        let is_quote = views.get(route).kind == Kind::Quote;
        assert_eq!(html.contains(line), is_quote, "{}", views.path(route));
        assert!(!html.contains("kl-trace\"></"), "an empty line");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn tips_lead_to_the_checklist_and_the_search_to_all_pages() {
    let context = context();
    let views = &content().views;
    for route in views.routes() {
        let html = rendered(&context, route, None).await;
        let kind = views.get(route).kind;
        let has_link = matches!(kind, Kind::Phase | Kind::Search);
        assert_eq!(
            html.contains("href=\"/nl/checklist/\""),
            has_link,
            "{kind:?}"
        );
    }
}
