//! The oEmbed response for the address of a view: <https://oembed.com>.

use kennislemniscaat::content::{Content, without_soft_hyphens};
use kennislemniscaat::route::Route;
use serde_json::{Value, json};
use yew::prelude::*;

use crate::images::share_card;
use crate::pages::base_url::BaseUrl;

/// Width and height of the frame in px; WordPress allows heights from 200 to 1000.
pub const SIZE: (u32, u32) = (640, 760);

/// The path of the response for a view, below the site's root.
#[must_use]
pub fn path(content: &Content, route: Route) -> String {
    let name = content.views.name(route);
    let name = if name.is_empty() { "index" } else { &name };
    format!("oembed/{}/{name}.json", content.lang)
}

/// The response for a view: a quotation with a link, for consumers that show no frames, and a frame.
pub async fn answer(content: &Content, route: Route, base_url: &BaseUrl) -> Value {
    let (width, height) = SIZE;
    let title = content.page_title(route);
    let url = base_url.view_url(content, route);
    let snippet = Snippet {
        url: url.clone(),
        frame: base_url.frame_url(content, route),
        title: title.clone(),
    };
    let html = yew::LocalServerRenderer::<Embedded>::with_props(snippet)
        .hydratable(false)
        .render()
        .await;
    json!({
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": without_soft_hyphens(&content.title),
        "provider_url": base_url.view_url(content, Route::OVERVIEW),
        "html": html,
        "width": width,
        "height": height,
        "thumbnail_url": url + share_card::FILE,
        "thumbnail_width": share_card::SIZE.0,
        "thumbnail_height": share_card::SIZE.1,
        "cache_age": 86400,
    })
}

#[derive(Clone, PartialEq, Properties)]
struct Snippet {
    url: String,
    /// The page for a frame.
    frame: String,
    title: String,
}

#[component]
fn Embedded(Snippet { url, frame, title }: &Snippet) -> Html {
    let (width, height) = SIZE;
    html! {
        <>
            <blockquote class="kennislemniscaat"><a href={url.clone()}>{title}</a></blockquote>
            <iframe src={frame.clone()} title={title.clone()} width={width.to_string()} height={height.to_string()}></iframe>
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    #[tokio::test]
    async fn every_response_has_a_quotation_and_a_frame_with_a_title() {
        let edition = fixture::edition();
        let content = edition.content();
        let base_url = BaseUrl::new("https://example.org/map").unwrap();
        for route in content.views.routes() {
            let response = answer(content, route, &base_url).await;
            let html = response["html"].as_str().unwrap();
            let url = base_url.view_url(content, route);
            let frame = url.replace("/map/", "/map/kader/");
            // WordPress expects both a quotation and a frame with a title.
            assert!(html.starts_with("<blockquote"), "{html}");
            assert!(
                html.contains(&format!("<iframe src=\"{frame}\" title=\"")),
                "{html}"
            );
            assert_eq!(response["type"], "rich");
            assert_eq!(response["thumbnail_url"], format!("{url}kaart.png"));
        }
    }

    #[test]
    fn no_two_views_share_a_response() {
        let edition = fixture::edition();
        let content = edition.content();
        let routes = content.views.routes();
        let paths: std::collections::HashSet<_> =
            routes.map(|route| path(content, route)).collect();
        assert_eq!(paths.len(), content.views.routes().len());
    }
}
