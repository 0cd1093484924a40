//! Tests of the pages that are not views.

use std::collections::HashMap;

use serde_json::json;
use test_support::publication;
use yew::prelude::*;

use super::view_test::{context, context_of};
use super::{PageLinks, RenderContext, checklist, contents, step_by_step};
use crate::content::fixture::publication as content;
use crate::route::{Kind, Route};

#[derive(PartialEq, Properties)]
struct ShownProps {
    html: Html,
}

#[component]
fn Shown(shown: &ShownProps) -> Html {
    shown.html.clone()
}

async fn rendered(html: Html) -> String {
    yew::LocalServerRenderer::<Shown>::with_props(ShownProps { html })
        .hydratable(false)
        .render()
        .await
}

fn links() -> PageLinks {
    PageLinks {
        checklist: Some("/nl/checklist/".into()),
        languages: vec![("en".into(), "English".into(), "/en/checklist/".into())],
    }
}

fn of_kind(kind: Kind) -> Vec<Route> {
    let views = &content().views;
    let routes = views.routes();
    routes
        .filter(|route| views.get(*route).kind == kind)
        .collect()
}

/// The publication without views of a kind.
fn context_without(kind: &str) -> RenderContext {
    let mut json = publication::publication();
    for view in json["views"].as_array_mut().expect("views") {
        if view["kind"] == kind {
            view["kind"] = json!("background");
        }
    }
    context_of(serde_json::from_value(json).expect("content"))
}

/// The checklist with each tip numbered from the end.
async fn rendered_checklist(context: &RenderContext) -> String {
    let tips = of_kind(Kind::Tip);
    let numbers: HashMap<_, _> = tips.into_iter().rev().zip(0..).collect();
    rendered(checklist(context, &links(), &numbers)).await
}

#[tokio::test(flavor = "current_thread")]
async fn the_checklist_has_a_labelled_box_and_a_link_for_each_tip() {
    let html = rendered_checklist(&context()).await;
    let tips = of_kind(Kind::Tip);
    assert_eq!(html.matches("type=\"checkbox\"").count(), tips.len());
    for (index, tip) in tips.iter().rev().enumerate() {
        let views = &content().views;
        let item = format!(
            "<li><label><input type=\"checkbox\" data-bit=\"{index}\"><span>{}</span></label>\
            <a href=\"/nl/{}\" ",
            crate::content::plain_text(&views.get(*tip).heading),
            views.path(*tip),
        );
        assert!(html.contains(&item), "{item}: {html}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn the_checklist_has_the_phases_in_their_colors_and_one_live_region() {
    let html = rendered_checklist(&context()).await;
    for number in 1..=4 {
        let section = format!("<section class=\"kl-tick-part kl-phase-{number}\"><h3 ");
        assert!(html.contains(&section), "{section}");
        assert!(html.contains(&format!("Fase {number} van 4")), "{number}");
    }
    assert_eq!(html.matches("role=\"status\"").count(), 1);
    assert!(html.contains("href=\"/en/checklist/\" hreflang=\"en\" lang=\"en\""));
}

#[tokio::test(flavor = "current_thread")]
async fn without_a_script_the_checklist_says_that_ticks_are_not_kept() {
    let html = rendered_checklist(&context()).await;
    let labels = &content().labels;
    let tags: Vec<_> = html.split('<').collect();
    for (attribute, text, is_hidden) in [
        ("data-not-kept", labels.checklist_not_kept(), false),
        ("data-kept", labels.checklist_address(), true),
        ("data-damaged", labels.checklist_damaged(), true),
    ] {
        let tag = tags.iter().find(|tag| tag.contains(attribute));
        let tag = tag.expect(attribute);
        assert!(tag.contains(text), "{tag}");
        assert_eq!(tag.contains("hidden"), is_hidden, "{tag}");
    }
    // Such a form is never sent.
    assert!(html.contains("method=\"dialog\""));
}

#[tokio::test(flavor = "current_thread")]
async fn each_step_has_a_phase_its_first_tip_a_quote_and_the_next_step() {
    let context = context();
    let html = rendered(step_by_step(&context, &links())).await;
    let steps: Vec<_> = html.split("<li id=").skip(1).collect();
    assert_eq!(steps.len(), 4);
    for (index, step) in steps.iter().enumerate() {
        let phase = context.view(content().phases[index]);
        let path = format!("href=\"/nl/{}", phase.segment);
        for part in [
            format!("\"phase-{}\"", index + 1),
            format!("{path}/tip-1/\""),
            format!("{path}/ervaringen/verwachtingen/citaat-1/\""),
            format!("{path}/\""),
            format!("href=\"#phase-{}\"", (index + 1) % 4 + 1),
            crate::content::plain_text(&phase.heading),
            "Beleidsadviseur Wmo".into(),
        ] {
            assert!(step.contains(&part), "step {index}: {part}");
        }
        assert!(!step.contains("/tip-2/"), "step {index}");
    }
    assert!(html.contains("href=\"/nl/checklist/\""));
    assert!(html.contains("href=\"/nl/print/\""));
}

#[tokio::test(flavor = "current_thread")]
async fn a_step_leaves_out_what_its_phase_lacks() {
    let labels = &content().labels;
    for (kind, heading) in [("tip", labels.first_tip()), ("quote", labels.others_said())] {
        let html = rendered(step_by_step(&context_without(kind), &links())).await;
        assert!(!html.contains(heading), "{kind}");
        assert_eq!(html.matches(labels.next_step()).count(), 4, "{kind}");
    }
    let without = PageLinks::default();
    let html = rendered(step_by_step(&context(), &without)).await;
    assert!(!html.contains("checklist") && !html.contains("hreflang"));
}

#[tokio::test(flavor = "current_thread")]
async fn a_phase_without_tips_is_not_in_the_checklist() {
    let html = rendered_checklist(&context_without("tip")).await;
    assert!(!html.contains("<section"), "{html}");
}

#[tokio::test(flavor = "current_thread")]
async fn the_contents_have_every_piece_in_a_part_that_opens() {
    let context = context();
    let html = rendered(contents(&context, &links())).await;
    let views = &content().views;
    for route in views.routes() {
        let kind = views.get(route).kind;
        if matches!(kind, Kind::Overview | Kind::Search | Kind::Experiences) {
            continue;
        }
        let link = format!("href=\"/nl/{}\"", views.path(route));
        assert_eq!(html.matches(&link).count(), 1, "{kind:?} {link}");
    }
    let parts = of_kind(Kind::Phase).len() + of_kind(Kind::Question).len() + 1;
    assert_eq!(html.matches("<details").count(), parts);
    assert_eq!(html.matches("<summary><h").count(), parts);
    // All parts are closed at first.
    assert!(!html.contains(" open"));
}

#[tokio::test(flavor = "current_thread")]
async fn contents_without_tips_have_no_heading_for_them() {
    let html = rendered(contents(&context_without("tip"), &links())).await;
    assert!(!html.contains("kl-tips"), "{html}");
    assert!(html.contains("<details"));
}
