//! Publishes everything of each view: its page, also for frames, share card, files to keep, fragment and oEmbed
//! response.

use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::{Context, Result, anyhow};
use indicatif::ProgressBar;
use kennislemniscaat::bundle::Bundle;
use kennislemniscaat::route::Route;
use rayon::prelude::*;
use sha2::{Digest, Sha256};
use tokio::runtime::{self, Runtime};

use crate::assets::{FOLDER, short_hash, write};
use crate::citation::is_cited;
use crate::edition::Edition;
use crate::images::card_cache;
use crate::images::share_card::{self, CardRenderer};
use crate::pages::base_url::BaseUrl;
use crate::pages::downloads;
use crate::pages::frame;
use crate::pages::oembed;
use crate::pages::page::{Page, PageKind, Pages};

/// Publishes views.
pub struct Views<'a> {
    /// The site's folder.
    pub staging: &'a Path,
    pub pages: &'a Pages,
    pub cards: &'a CardRenderer,
    /// The folder in which share cards are cached between runs; without one the views have no cards.
    pub cache: Option<&'a Path>,
    pub base_url: Option<&'a BaseUrl>,
}

/// Summary of the work.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Summary {
    pub pages: usize,
    /// The number of share cards that had to be rendered; the others came from the cache.
    pub drawn: usize,
    /// Each language and the folder of its fragments, below the site's root.
    pub fragments: Vec<(String, String)>,
}

impl Views<'_> {
    /// Publishes every view of every publication, in parallel.
    pub fn publish(&self, editions: &[Edition]) -> Result<Summary> {
        let mut summary = Summary::default();
        for edition in editions {
            let routes: Vec<_> = edition.content().views.routes().collect();
            // Shown only in a terminal.
            let progress = ProgressBar::new(routes.len() as u64);
            let drawn = AtomicUsize::new(0);
            let work = Work {
                views: self,
                editions,
                edition,
                routes: &routes,
                progress: &progress,
                drawn: &drawn,
            };
            let hashes = work.publish()?;
            progress.finish_and_clear();
            let lang = &edition.content().lang;
            let folder = self.name_fragments(lang, &hashes)?;
            summary.fragments.push((lang.clone(), folder));
            summary.pages += routes.len();
            summary.drawn += drawn.into_inner();
        }
        Ok(summary)
    }

    /// The folder of a publication's fragments until the hashes of all fragments are known.
    fn unnamed_fragments(&self, lang: &str) -> PathBuf {
        self.staging.join(FOLDER).join(lang)
    }

    /// Renames the folder of a publication's fragments after the hash of its content.
    fn name_fragments(&self, lang: &str, hashes: &[Hash]) -> Result<String> {
        let hash = short_hash(&hashes.concat());
        let folder = format!("{FOLDER}/{lang}-{hash}");
        let target = self.staging.join(&folder);
        std::fs::rename(self.unnamed_fragments(lang), &target)
            .with_context(|| format!("naming {}", target.display()))?;
        Ok(folder)
    }
}

type Hash = [u8; 32];

/// The views of one publication.
struct Work<'a> {
    views: &'a Views<'a>,
    editions: &'a [Edition],
    edition: &'a Edition,
    routes: &'a [Route],
    progress: &'a ProgressBar,
    drawn: &'a AtomicUsize,
}

/// Renders pages on one thread, because Yew's renderer can't move to another thread.
struct Renderer {
    runtime: Runtime,
    bundle: Rc<Bundle>,
}

impl Renderer {
    fn new(bundle: &Bundle) -> Result<Self> {
        let runtime = runtime::Builder::new_current_thread().build();
        Ok(Self {
            runtime: runtime.context("starting the renderer")?,
            bundle: Rc::new(bundle.clone()),
        })
    }
}

impl Work<'_> {
    /// Publishes all views, on all cores; returns the hash of each view's fragment, in the order of the views.
    fn publish(&self) -> Result<Vec<Hash>> {
        let publish = |renderer: &mut Result<Renderer>, route: &Route| {
            let Renderer { runtime, bundle } =
                renderer.as_mut().map_err(|error| anyhow!("{error:#}"))?;
            let hash = runtime.block_on(self.one(bundle, *route))?;
            self.progress.inc(1);
            Ok(hash)
        };
        let renderer = || Renderer::new(&self.edition.bundle);
        self.routes.par_iter().map_init(renderer, publish).collect()
    }

    async fn one(&self, bundle: &Rc<Bundle>, route: Route) -> Result<Hash> {
        let Views {
            staging,
            pages,
            cards,
            cache,
            base_url,
            ..
        } = *self.views;
        let content = &bundle.content;
        let path = format!("{}/{}", content.lang, content.views.path(route));
        let page = Page {
            bundle: Rc::clone(bundle),
            edition: self.edition,
            kind: PageKind::View(route),
            // Relative, so that the site works in any folder.
            base: "../".repeat(path.matches('/').count()).into(),
            base_url: base_url.cloned(),
            languages: languages(self.editions, self.edition, route, base_url),
            requested_path: None,
        };
        let folder = staging.join(&path);
        write(&folder.join("index.html"), pages.html(&page).await)?;
        let file = staging.join(frame::FOLDER).join(&path).join("index.html");
        write(&file, pages.frame_html(&page).await)?;

        if let Some(cache) = cache {
            let svg = cards.svg(self.edition, route).await;
            if card_cache::publish(cards, cache, &svg, &folder.join(share_card::FILE))? {
                self.drawn.fetch_add(1, Ordering::Relaxed);
            }
        }
        if is_cited(content.views.get(route).kind) {
            downloads::publish(&folder, self.edition, route, base_url, (cards, cache)).await?;
        }
        if let Some(base_url) = base_url {
            let response = oembed::answer(content, route, base_url).await;
            let file = staging.join(oembed::path(content, route));
            write(&file, response.to_string())?;
        }
        let kind = content.views.get(route).kind;
        let sections = self.edition.search.sections(kind, false);
        let fragment = pages.fragment(bundle, route, sections).await;
        let folder = self.views.unnamed_fragments(&content.lang);
        write(
            &folder.join(content.views.path(route)).join("index.html"),
            &fragment,
        )?;
        Ok(Sha256::digest(fragment).into())
    }
}

/// Language and URL of a view of an edition in each language that has the view; empty if there is only one language, or
/// if the base URL isn't known.
fn languages(
    editions: &[Edition],
    edition: &Edition,
    route: Route,
    base_url: Option<&BaseUrl>,
) -> Vec<(String, String)> {
    let (Some(base_url), [_, _, ..]) = (base_url, editions) else {
        return vec![];
    };
    let key = &edition.details(route).key;
    let url = |other: &Edition| {
        let content = other.content();
        let route = other.route_of(key)?;
        Some((content.lang.clone(), base_url.view_url(content, route)))
    };
    editions.iter().filter_map(url).collect()
}

#[cfg(test)]
mod tests {
    use test_support::cycles::{Names, cycle};

    use super::*;
    use crate::fixture;

    #[test]
    fn each_view_leads_to_the_languages_that_have_it() {
        let [nl, mut en] = fixture::editions();
        let base_url = BaseUrl::new("https://a.example").unwrap();
        let urls = |en: &Edition, key: &str| {
            let route = nl.route_of(key).unwrap();
            let editions = [nl.clone(), en.clone()];
            let languages = languages(&editions, &nl, route, Some(&base_url));
            languages
                .into_iter()
                .map(|(_, url)| url)
                .collect::<Vec<_>>()
        };
        let key = "vertaling/ervaringen";
        let expected = [
            "https://a.example/nl/vertaling/ervaringen/",
            "https://a.example/en/translation/experiences/",
        ];
        assert_eq!(urls(&en, key), expected);
        en = fixture::edition_of(&cycle([2, 2], 1, Names::Short));
        assert_eq!(urls(&en, key), &expected[..1]);
        let alone = languages(
            std::slice::from_ref(&nl),
            &nl,
            Route::OVERVIEW,
            Some(&base_url),
        );
        assert!(alone.is_empty());
    }
}
