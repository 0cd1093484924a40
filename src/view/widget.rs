//! The whole widget: way up, figure and the view that the route asks for.

use std::rc::Rc;

use yew::prelude::*;

use super::RenderContext;
use super::background::background_view;
use super::breadcrumb::breadcrumb;
use super::experiences::{experiences_view, question_view};
use super::figure::figure;
use super::overview::{overview_head, overview_view};
use super::pager::pager;
use super::phase::{phase_class, phase_view};
use super::quote::quote_view;
use super::share::share;
use super::tip::tip_view;
use crate::content::interpolate;
use crate::route::Route;

/// What the widget shows.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct WidgetProps {
    /// The publication.
    pub context: RenderContext,
    /// Which view of it.
    pub route: Route,
    /// The path that was asked for, where it doesn't exist and `route` is the nearest;
    /// empty on a page that stands in for any that doesn't exist.
    #[prop_or_default]
    pub requested_path: Option<Rc<str>>,
    /// Counts the elements that this widget has served: a new one gets fresh nodes.
    #[prop_or_default]
    pub mount_id: u32,
    /// Called once the page shows this.
    #[prop_or_default]
    pub on_rendered: Callback<(u32, Route)>,
}

/// The widget. A component of the plain kind: without hooks it is smaller.
#[derive(Debug)]
pub struct Widget {
    /// What was reported last.
    reported: Option<(u32, Route, Option<Rc<str>>)>,
}

impl Component for Widget {
    type Message = ();
    type Properties = WidgetProps;

    fn create(_: &Context<Self>) -> Self {
        Self { reported: None }
    }

    fn view(&self, scope: &Context<Self>) -> Html {
        widget(scope.props())
    }

    fn rendered(&mut self, scope: &Context<Self>, _: bool) {
        let props = scope.props();
        let now = Some((props.mount_id, props.route, props.requested_path.clone()));
        if self.reported != now {
            self.reported = now;
            props.on_rendered.emit((props.mount_id, props.route));
        }
    }
}

fn widget(props: &WidgetProps) -> Html {
    let WidgetProps { context, route, .. } = props;
    let class = match route {
        Route::Overview => "kl kl-overview",
        _ => "kl",
    };
    let content = context.content();
    html! {
        <div {class} lang={content.lang.clone()} key={props.mount_id}>
            {notice(props)}
            <div class="kl-head" key={format!("head {}", route.path(content))}>
                {breadcrumb(context, *route)}
                if *route == Route::Overview {
                    {overview_head(context)}
                }
            </div>
            <div class="kl-body" key="body">
                {figure(context, *route)}
                <div class={main_class(*route)} part="view" key={route.path(content)}>
                    {view(context, *route)}
                    {pager(context, *route)}
                    {share(context, *route)}
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

fn view(context: &RenderContext, route: Route) -> Html {
    match route {
        Route::Overview => overview_view(context),
        Route::Background => background_view(context),
        Route::Phase { phase } => phase_view(context, phase),
        Route::Tip { phase, tip } => tip_view(context, phase, tip),
        Route::Experiences { phase } => experiences_view(context, phase),
        Route::Question { phase, question } => question_view(context, phase, question),
        Route::Quote {
            phase,
            question,
            quote,
        } => quote_view(context, phase, question, quote),
    }
}

/// Says that the path asked for doesn't exist, where it doesn't. Its place is there always:
/// what is read aloud is what comes into a place that was there.
fn notice(props: &WidgetProps) -> Html {
    let labels = props.context.labels();
    let text = match props.requested_path.as_deref() {
        None => String::new(),
        Some("") => labels.not_found().to_owned(),
        Some(path) => interpolate(labels.nearest(), &[("path", path)]),
    };
    html! { <p class="kl-notice" role="status" key="notice">{text}</p> }
}
