//! The widget: breadcrumb, figure and the view of the current route.

use std::rc::Rc;

use yew::prelude::*;

use super::RenderContext;
use super::background::background_view;
use super::breadcrumb::breadcrumb;
use super::experiences::{experiences_view, question_view};
use super::figure::figure;
use super::languages::languages;
use super::overview::{overview_head, overview_view};
use super::pager::pager;
use super::phase::{phase_class, phase_view};
use super::quote::quote_view;
use super::search::{search_link, search_view};
use super::share::share;
use super::tip::tip_view;
use super::trace::trace;
use crate::content::interpolate;
use crate::route::{Kind, Route};

/// The properties of the widget.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct WidgetProps {
    /// The publication.
    pub context: RenderContext,
    /// The current view.
    pub route: Route,
    /// The requested path, if it doesn't exist and `route` is the nearest view;
    /// empty on the page that is served for every path that doesn't exist.
    #[prop_or_default]
    pub requested_path: Option<Rc<str>>,
    /// Counts the elements that this widget has served: a new element gets fresh nodes.
    #[prop_or_default]
    pub mount_id: u32,
    /// Called with the mount id and the route after they have been rendered.
    #[prop_or_default]
    pub on_rendered: Callback<(u32, Route)>,
}

/// The widget. It is a struct component: without hooks it is smaller.
#[derive(Debug)]
pub struct Widget {
    /// The mount id, route and requested path that were reported last.
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
        let current = Some((props.mount_id, props.route, props.requested_path.clone()));
        if self.reported != current {
            self.reported = current;
            props.on_rendered.emit((props.mount_id, props.route));
        }
    }
}

/// The nodes of the widget.
pub fn widget(props: &WidgetProps) -> Html {
    let WidgetProps { context, route, .. } = props;
    let class = match *route {
        Route::OVERVIEW => "kl kl-overview",
        _ => "kl",
    };
    let path = context.views().path(*route);
    html! {
        <div {class} lang={context.content().lang.clone()} key={props.mount_id}>
            {notice(props)}
            <div class="kl-head" key={format!("head {path}")}>
                {breadcrumb(context, *route)}
                {search_link(context, *route)}
                if *route == Route::OVERVIEW {
                    {overview_head(context)}
                }
            </div>
            <div class="kl-body" key="body">
                {figure(context, *route)}
                // An article, because reader modes drop a `div` that consists of links. For screen
                // reader users it has no role.
                <article class={main_class(context, *route)} part="view" role="none" key={path}>
                    {view(context, *route)}
                    {trace(context, *route)}
                    {pager(context, *route)}
                    {share(context, *route)}
                    {languages(context, *route)}
                </article>
            </div>
        </div>
    }
}

fn main_class(context: &RenderContext, route: Route) -> String {
    match context.view(route).phase {
        Some(phase) => format!("kl-main {}", phase_class(phase)),
        None => "kl-main".into(),
    }
}

fn view(context: &RenderContext, route: Route) -> Html {
    match context.view(route).kind {
        Kind::Overview => overview_view(context),
        Kind::Background => background_view(context, route),
        Kind::Phase => phase_view(context, route, false),
        Kind::Tip => tip_view(context, route),
        Kind::Experiences => experiences_view(context, route),
        Kind::Question => question_view(context, route),
        Kind::Quote => quote_view(context, route),
        Kind::Search => search_view(context, route),
    }
}

/// The notice that the requested path doesn't exist; otherwise an empty element. The element is
/// always present, because screen readers announce changes to an element that already exists. Its
/// text has an element of its own, which goes with the text also where a translator changed it.
fn notice(props: &WidgetProps) -> Html {
    let labels = props.context.labels();
    let text = props.requested_path.as_ref().map(|path| {
        let text = match &**path {
            "" => labels.not_found().to_owned(),
            path => interpolate(labels.nearest(), &[("path", path)]),
        };
        html! { <span key={Rc::clone(path)}>{text}</span> }
    });
    html! { <p class="kl-notice" role="status" key="notice">{text}</p> }
}
