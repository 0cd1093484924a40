//! Publishes everything of each view: its page, share card, fragment and oEmbed response.

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
use crate::images::card_cache;
use crate::images::share_card::{self, CardRenderer};
use crate::pages::base_url::BaseUrl;
use crate::pages::oembed;
use crate::pages::page::{Page, PageKind, Pages};

/// Publishes views.
pub struct Views<'a> {
    /// The site's folder.
    pub staging: &'a Path,
    pub pages: &'a Pages,
    pub cards: &'a CardRenderer,
    /// The folder in which share cards are cached between runs.
    pub cache: &'a Path,
    pub base_url: Option<&'a BaseUrl>,
}

/// Summary of the work.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Summary {
    pub pages: usize,
    /// The number of share cards that had to be rendered; the others came from the cache.
    pub drawn: usize,
    /// The folder of each publication's fragments, below the site's root.
    pub fragments: Vec<String>,
}

impl Views<'_> {
    /// Publishes every view of every publication, in parallel.
    pub fn publish(&self, bundles: &[Bundle]) -> Result<Summary> {
        let mut summary = Summary::default();
        for bundle in bundles {
            let routes = Route::all(&bundle.content);
            // Shown only in a terminal.
            let progress = ProgressBar::new(routes.len() as u64);
            let drawn = AtomicUsize::new(0);
            let work = Work {
                views: self,
                bundles,
                bundle,
                routes: &routes,
                progress: &progress,
                drawn: &drawn,
            };
            let hashes = work.publish()?;
            progress.finish_and_clear();
            summary
                .fragments
                .push(self.name_fragments(bundle, &hashes)?);
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
    fn name_fragments(&self, bundle: &Bundle, hashes: &[Hash]) -> Result<String> {
        let lang = &bundle.content.lang;
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
    bundles: &'a [Bundle],
    bundle: &'a Bundle,
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
        let renderer = || Renderer::new(self.bundle);
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
        let path = format!("{}/{}", content.lang, route.path(content));
        let page = Page {
            bundle: Rc::clone(bundle),
            kind: PageKind::View(route),
            // Relative, so that the site works in any folder.
            base: "../".repeat(path.matches('/').count()).into(),
            base_url: base_url.cloned(),
            languages: languages(self.bundles, route, base_url),
        };
        let folder = staging.join(&path);
        write(&folder.join("index.html"), pages.html(&page).await)?;

        let svg = cards.svg(bundle, route).await;
        if card_cache::publish(cards, cache, &svg, &folder.join(share_card::FILE))? {
            self.drawn.fetch_add(1, Ordering::Relaxed);
        }
        if let Some(base_url) = base_url {
            let response = oembed::answer(content, route, base_url).await;
            let file = staging.join(oembed::path(content, route));
            write(&file, response.to_string())?;
        }
        let fragment = pages.fragment(bundle, route).await;
        let folder = self.views.unnamed_fragments(&content.lang);
        write(
            &folder.join(route.path(content)).join("index.html"),
            &fragment,
        )?;
        Ok(Sha256::digest(fragment).into())
    }
}

/// Language and URL of the same view in each language that has the view; empty if there is only one language, or if
/// the base URL isn't known.
fn languages(
    bundles: &[Bundle],
    route: Route,
    base_url: Option<&BaseUrl>,
) -> Vec<(String, String)> {
    let (Some(base_url), [_, _, ..]) = (base_url, bundles) else {
        return vec![];
    };
    let contents = bundles.iter().map(|bundle| &bundle.content);
    contents
        .filter(|content| route.exists_in(content))
        .map(|content| (content.lang.clone(), base_url.view_url(content, route)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::content_file::fixture;

    fn bundle(lang: &str) -> Bundle {
        let mut content = fixture();
        content.lang = lang.into();
        Bundle::new(content, vec![])
    }

    #[test]
    fn languages_without_the_view_are_left_out() {
        let mut both = [bundle("nl"), bundle("en")];
        both[1].content.phases[2].tips.truncate(3);
        let base_url = BaseUrl::new("https://a.example").unwrap();
        let langs = |tip| {
            let languages = languages(&both, Route::Tip { phase: 2, tip }, Some(&base_url));
            languages
                .into_iter()
                .map(|(lang, _)| lang)
                .collect::<Vec<_>>()
        };
        assert_eq!(langs(2), ["nl", "en"]);
        assert_eq!(langs(3), ["nl"]);
        assert!(languages(&both[..1], Route::Overview, Some(&base_url)).is_empty());
    }
}
