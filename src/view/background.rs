//! The background view: the origin of the publication.

use yew::prelude::*;

use super::RenderContext;
use super::heading::title;
use super::prose::prose;
use crate::route::Route;

pub(super) fn background_view(context: &RenderContext, route: Route) -> Html {
    html! {
        <>
            {title(context, route, "")}
            {prose(context, &context.view(route).body)}
        </>
    }
}
