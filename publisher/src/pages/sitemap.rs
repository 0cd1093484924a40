//! Files for crawlers: `robots.txt` and `sitemap.xml`.

use std::path::Path;

use anyhow::Result;

use crate::assets::write;
use crate::edition::{Edition, is_listed};
use crate::pages::base_url::BaseUrl;

/// Writes `robots.txt` and, if the base URL is known, a sitemap.
pub fn publish(staging: &Path, editions: &[Edition], base_url: Option<&BaseUrl>) -> Result<()> {
    let mut robots = "User-agent: *\nAllow: /\n".to_owned();
    if let Some(base_url) = base_url {
        robots += &format!("Sitemap: {}sitemap.xml\n", base_url.root());
        let mut urls = String::new();
        for edition in editions {
            let content = edition.content();
            let changed = edition.facts.changed;
            let changed = changed.map(|date| format!("<lastmod>{date}</lastmod>"));
            let changed = changed.unwrap_or_default();
            let routes = content.views.routes();
            for route in routes.filter(|route| is_listed(content.views.get(*route).kind)) {
                // Paths are made of slugs, so there is nothing to escape.
                urls += &format!(
                    "  <url><loc>{}</loc>{changed}</url>\n",
                    base_url.view_url(content, route)
                );
            }
        }
        let sitemap = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
            <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{urls}</urlset>\n"
        );
        write(&staging.join("sitemap.xml"), sitemap)?;
    }
    write(&staging.join("robots.txt"), robots)
}
