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
use super::search::{lit_phases, search_view};
use super::search_state::{Change, Search};
use super::share::share;
use super::tip::tip_view;
use crate::content::interpolate;
use crate::route::{Kind, Route};
use crate::search::Index;

/// The properties of the widget.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct WidgetProps {
    /// The publication.
    pub context: RenderContext,
    /// The current view.
    pub route: Route,
    /// The query of the requested address, as in `q=beleid`; only the search view has one.
    #[prop_or_default]
    pub query: Rc<str>,
    /// The requested path, if it doesn't exist and `route` is the nearest view;
    /// empty on the page that is served for every path that doesn't exist.
    #[prop_or_default]
    pub requested_path: Option<Rc<str>>,
    /// Counts the elements that this widget has served: a new element gets fresh nodes.
    #[prop_or_default]
    pub mount_id: u32,
    /// Counts the requests: the same view may be requested again after the reader has changed its query.
    #[prop_or_default]
    pub request: u32,
    /// Called after another view, or another query, has been rendered.
    #[prop_or_default]
    pub on_rendered: Callback<Rendered>,
}

/// A view that has been rendered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// The mount id.
    pub mount_id: u32,
    /// The view.
    pub route: Route,
    /// The path that was requested in vain.
    pub requested_path: Option<Rc<str>>,
    /// The query as part of an address; empty without one.
    pub query: String,
}

/// The widget. It is a struct component: without hooks it is smaller.
#[derive(Debug)]
pub struct Widget {
    /// The view that was reported last.
    reported: Option<Rendered>,
    /// The state of the search view, while that is shown.
    search: Option<Search>,
    /// The words of the publication, once they were searched.
    index: Option<Rc<Index>>,
    /// Ends when the reader has paused.
    #[cfg(target_arch = "wasm32")]
    pause: Option<gloo::timers::callback::Timeout>,
}

impl Component for Widget {
    type Message = Change;
    type Properties = WidgetProps;

    fn create(scope: &Context<Self>) -> Self {
        let mut widget = Self {
            reported: None,
            search: None,
            index: None,
            #[cfg(target_arch = "wasm32")]
            pause: None,
        };
        widget.start_search(scope.props());
        widget
    }

    fn changed(&mut self, scope: &Context<Self>, _: &WidgetProps) -> bool {
        self.start_search(scope.props());
        true
    }

    fn update(&mut self, scope: &Context<Self>, change: Change) -> bool {
        let search = self.search.as_mut();
        let follows = search.and_then(|search| search.change(&scope.props().context, change));
        #[cfg(target_arch = "wasm32")]
        {
            self.pause = follows.map(|(pause, change)| {
                let link = scope.link().clone();
                gloo::timers::callback::Timeout::new(pause, move || link.send_message(change))
            });
        }
        // Nobody types natively.
        #[cfg(not(target_arch = "wasm32"))]
        let _ = follows;
        true
    }

    fn view(&self, scope: &Context<Self>) -> Html {
        widget(
            scope.props(),
            self.search.as_ref(),
            &scope.link().callback(|change| change),
        )
    }

    fn rendered(&mut self, scope: &Context<Self>, _: bool) {
        let WidgetProps {
            mount_id,
            route,
            requested_path,
            on_rendered,
            ..
        } = scope.props();
        let current = Some(Rendered {
            mount_id: *mount_id,
            route: *route,
            requested_path: requested_path.clone(),
            query: self
                .search
                .as_ref()
                .map(|search| search.address.clone())
                .unwrap_or_default(),
        });
        if self.reported != current {
            self.reported = current.clone();
            current
                .into_iter()
                .for_each(|current| on_rendered.emit(current));
        }
    }
}

impl Widget {
    /// Begins the search that an address asks for, where the view is the search.
    fn start_search(&mut self, props: &WidgetProps) {
        let WidgetProps {
            context,
            route,
            query,
            ..
        } = props;
        #[cfg(target_arch = "wasm32")]
        {
            self.pause = None;
        }
        self.search = (context.view(*route).kind == Kind::Search).then(|| {
            let index = self
                .index
                .get_or_insert_with(|| Rc::new(Index::new(&context.bundle)));
            Search::new(context, Rc::clone(index), query)
        });
    }
}

fn widget(props: &WidgetProps, search: Option<&Search>, on_change: &Callback<Change>) -> Html {
    let WidgetProps { context, route, .. } = props;
    let class = match *route {
        Route::OVERVIEW => "kl kl-overview",
        _ => "kl",
    };
    let path = context.views().path(*route);
    let query = search.map(|search| &*search.address).unwrap_or_default();
    html! {
        <div {class} lang={context.content().lang.clone()} key={props.mount_id}>
            {notice(props)}
            <div class="kl-head" key={format!("head {path}")}>
                {breadcrumb(context, *route)}
                if *route == Route::OVERVIEW {
                    {overview_head(context)}
                }
            </div>
            <div class="kl-body" key="body">
                {figure(context, *route, lit_phases(search))}
                // An article, because reader modes drop a `div` that consists of links. For screen
                // reader users it has no role.
                <article class={main_class(context, *route)} part="view" role="none" key={path}>
                    {view(context, *route, search, on_change)}
                    {pager(context, *route)}
                    {share(context, *route, query)}
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

fn view(
    context: &RenderContext,
    route: Route,
    search: Option<&Search>,
    on_change: &Callback<Change>,
) -> Html {
    match context.view(route).kind {
        Kind::Overview => overview_view(context),
        Kind::Background => background_view(context, route),
        Kind::Phase => phase_view(context, route, false),
        Kind::Tip => tip_view(context, route),
        Kind::Experiences => experiences_view(context, route),
        Kind::Question => question_view(context, route),
        Kind::Quote => quote_view(context, route),
        Kind::Search => search
            .map(|search| search_view(context, route, search, on_change))
            .unwrap_or_default(),
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
