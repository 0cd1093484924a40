//! All that is published of each view: its page, its card, its fragment, what oEmbed answers.

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

use crate::assets::{FOLDER, short, write};
use crate::images::card_cache;
use crate::images::share_card::{self, CardRenderer};
use crate::pages::base_url::BaseUrl;
use crate::pages::oembed;
use crate::pages::page::{Page, PageKind, Pages};

/// What views are published with.
pub struct Views<'a> {
    /// The site's folder.
    pub staging: &'a Path,
    /// The pages around the views.
    pub pages: &'a Pages,
    /// The cards.
    pub cards: &'a CardRenderer,
    /// Where cards are kept from one time to the next.
    pub cache: &'a Path,
    /// Where the site will be, if that is known.
    pub base_url: Option<&'a BaseUrl>,
}

/// What there was to do.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Summary {
    /// The pages written.
    pub pages: usize,
    /// How many of their cards had to be drawn: the others were drawn before.
    pub drawn: usize,
    /// The folder of each publication's fragments, below the site's root.
    pub fragments: Vec<String>,
}

impl Views<'_> {
    /// Publishes every view of every publication, side by side.
    ///
    /// # Errors
    /// When a card can't be drawn or a file can't be written.
    pub fn publish(&self, bundles: &[Bundle]) -> Result<Summary> {
        let mut summary = Summary::default();
        for bundle in bundles {
            let routes = Route::all(&bundle.content);
            // Shown where somebody looks on, and nowhere else.
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

    /// Where fragments are until all are known.
    fn unnamed_fragments(&self, lang: &str) -> PathBuf {
        self.staging.join(FOLDER).join(lang)
    }

    /// Names the folder of a publication's fragments after what is in it.
    fn name_fragments(&self, bundle: &Bundle, hashes: &[Hash]) -> Result<String> {
        let lang = &bundle.content.lang;
        let all = short(&hashes.concat());
        let named = format!("{FOLDER}/{lang}-{all}");
        let target = self.staging.join(&named);
        std::fs::rename(self.unnamed_fragments(lang), &target)
            .with_context(|| format!("naming {}", target.display()))?;
        Ok(named)
    }
}

type Hash = [u8; 32];

/// One publication's views.
struct Work<'a> {
    views: &'a Views<'a>,
    bundles: &'a [Bundle],
    bundle: &'a Bundle,
    routes: &'a [Route],
    progress: &'a ProgressBar,
    drawn: &'a AtomicUsize,
}

/// What renders pages on one thread: Yew's renderer stays on its own.
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
    /// Publishes all views, on every core; returns the hash of each view's fragment, in order.
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
            // Relative, so that the site may lie in any folder.
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
            let answer = oembed::answer(content, route, base_url).await;
            let file = staging.join(oembed::path(content, route));
            write(&file, answer.to_string())?;
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

/// The same view in every language that has it, with its address; none where there is
/// one language, or where the address isn't known.
fn languages(
    bundles: &[Bundle],
    route: Route,
    base_url: Option<&BaseUrl>,
) -> Vec<(String, String)> {
    let (Some(base_url), [_, _, ..]) = (base_url, bundles) else {
        return vec![];
    };
    let contents = bundles.iter().map(|each| &each.content);
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
    fn a_view_is_known_in_every_language_that_has_it() {
        let mut both = [bundle("nl"), bundle("en")];
        both[1].content.phases[2].tips.truncate(3);
        let base_url = BaseUrl::new("https://a.example").unwrap();
        let known = |tip| {
            let found = languages(&both, Route::Tip { phase: 2, tip }, Some(&base_url));
            found.into_iter().map(|(lang, _)| lang).collect::<Vec<_>>()
        };
        assert_eq!(known(2), ["nl", "en"]);
        assert_eq!(known(3), ["nl"]);
        assert!(languages(&both[..1], Route::Overview, Some(&base_url)).is_empty());
    }
}
