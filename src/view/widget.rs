//! The whole widget: way up, figure and the view that the route asks for.

use std::rc::Rc;

use yew::prelude::*;

use super::Site;
use super::background::background_view;
use super::breadcrumb::breadcrumb;
use super::experiences::{experiences_view, question_view};
use super::figure::figure;
use super::neighbours::neighbours;
use super::overview::{overview_head, overview_view};
use super::phase::{phase_class, phase_view};
use super::quote::quote_view;
use super::share::share;
use super::tip::tip_view;
use crate::content::fill;
use crate::route::Route;

/// What the widget shows.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct Shown {
    /// The publication.
    pub site: Site,
    /// Which view of it.
    pub route: Route,
    /// The path that was asked for, where it doesn't exist and `route` is the nearest;
    /// empty on a page that stands in for any that doesn't exist.
    #[prop_or_default]
    pub missing: Option<Rc<str>>,
    /// Counts the elements that this widget has served: a new one gets fresh nodes.
    #[prop_or_default]
    pub instance: u32,
    /// Called once the page shows this.
    #[prop_or_default]
    pub on_shown: Callback<(u32, Route)>,
}

/// The widget. A component of the plain kind: without hooks it is smaller.
#[derive(Debug)]
pub struct Widget {
    /// What was reported last.
    reported: Option<(u32, Route, Option<Rc<str>>)>,
}

impl Component for Widget {
    type Message = ();
    type Properties = Shown;

    fn create(_: &Context<Self>) -> Self {
        Self { reported: None }
    }

    fn view(&self, context: &Context<Self>) -> Html {
        widget(context.props())
    }

    fn rendered(&mut self, context: &Context<Self>, _: bool) {
        let shown = context.props();
        let now = Some((shown.instance, shown.route, shown.missing.clone()));
        if self.reported != now {
            self.reported = now;
            shown.on_shown.emit((shown.instance, shown.route));
        }
    }
}

fn widget(shown: &Shown) -> Html {
    let Shown { site, route, .. } = shown;
    let class = match route {
        Route::Overview => "kl kl-overview",
        _ => "kl",
    };
    let content = site.content();
    html! {
        <div {class} lang={content.lang.clone()} key={shown.instance}>
            {notice(shown)}
            <div class="kl-head" key={format!("head {}", route.path(content))}>
                {breadcrumb(site, *route)}
                if *route == Route::Overview {
                    {overview_head(site)}
                }
            </div>
            <div class="kl-body" key="body">
                {figure(site, *route)}
                <div class={main_class(*route)} part="view" key={route.path(content)}>
                    {view(site, *route)}
                    {neighbours(site, *route)}
                    {share(site, *route)}
                </div>
            </div>
        </div>
    }
}

fn main_class(route: Route) -> String {
    match route.phase() {
        Some(phase) => format!("kl-main {}", phase_class(phase)),
        None => "kl-main".into(),
    }
}

fn view(site: &Site, route: Route) -> Html {
    match route {
        Route::Overview => overview_view(site),
        Route::Background => background_view(site),
        Route::Phase { phase } => phase_view(site, phase),
        Route::Tip { phase, tip } => tip_view(site, phase, tip),
        Route::Experiences { phase } => experiences_view(site, phase),
        Route::Question { phase, question } => question_view(site, phase, question),
        Route::Quote {
            phase,
            question,
            quote,
        } => quote_view(site, phase, question, quote),
    }
}

/// Says that the path asked for doesn't exist, where it doesn't. Its place is there always:
/// what is read aloud is what comes into a place that was there.
fn notice(shown: &Shown) -> Html {
    let labels = shown.site.labels();
    let text = match shown.missing.as_deref() {
        None => String::new(),
        Some("") => labels.not_found().to_owned(),
        Some(path) => fill(labels.nearest(), &[("path", path)]),
    };
    html! { <p class="kl-notice" role="status" key="notice">{text}</p> }
}
