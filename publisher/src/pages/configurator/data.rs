//! The values that codes hold without a choice, and the data of the script.

use kennislemniscaat::content::without_soft_hyphens;
use kennislemniscaat::route::Route;
use serde_json::{Value, json};

use super::Site;
use super::snippets::escape;
use super::words::Words;
use crate::assets::release::{VERSION, major};
use crate::colors::vision::VISIONS;
use crate::colors::{
    MIN_CONTRAST, MIN_DISTANCE, MIN_GRAY_CONTRAST, MIN_TEXT_CONTRAST, Touch, touch,
};
use crate::edition::Edition;
use crate::images::share_card;
use crate::pages::base_url::BaseUrl;
use crate::pages::frame;

/// Stands for the host of a site whose address isn't known.
const UNKNOWN_ROOT: &str = "https://HOST/";

impl Site<'_> {
    /// The public address of the site's root, or a name for it.
    pub(super) fn root(&self) -> &str {
        self.base_url.map_or(UNKNOWN_ROOT, BaseUrl::root)
    }

    /// The host and the origin.
    fn host_and_origin(&self) -> (String, String) {
        match self.base_url {
            Some(base_url) => (base_url.host(), base_url.origin()),
            None => ("HOST".into(), UNKNOWN_ROOT.trim_end_matches('/').into()),
        }
    }
}

/// The values of the codes for the overview. `embed/configurator/snippet.js` makes the same of any choice.
pub fn defaults(edition: &Edition, site: &Site) -> [(&'static str, String); 17] {
    let content = edition.content();
    let lang = &content.lang;
    let root = site.root();
    let (host, origin) = site.host_and_origin();
    let href = format!("{root}{lang}/");
    [
        ("element", site.element.to_owned()),
        ("event", "kennislemniscaat:navigate".into()),
        ("attributes", format!(" lang=\"{lang}\"")),
        ("data", format!(" data-lang=\"{lang}\"")),
        ("options", String::new()),
        ("options-of-element", format!(" lang=\"{lang}\"")),
        ("preload", String::new()),
        ("src", format!(" src=\"{}embed.js\"", escape(root))),
        ("image", format!("{href}{}", share_card::FILE)),
        ("frame", format!("{root}{}/{lang}/", frame::FOLDER)),
        ("href", href),
        ("title", content.page_title(Route::OVERVIEW)),
        ("style", String::new()),
        ("height", "90vh".into()),
        ("host", host),
        ("origin", origin),
        ("root", root.to_owned()),
    ]
}

/// The data of the script as JSON: addresses, words, and how colors are judged.
pub fn for_script(edition: &Edition, site: &Site, words: &Words, base: &str) -> String {
    let content = edition.content();
    let count = content.phases.len();
    let pairs = (0..count).flat_map(|one| (one + 1..count).map(move |other| [one, other]));
    let pairs_that = |touches: &[Touch]| {
        let pairs = pairs.clone();
        let matching =
            pairs.filter(|[one, other]| touches.contains(&touch(&edition.loops, *one, *other)));
        matching.collect::<Vec<_>>()
    };
    let in_dutch = usize::from(words.lang != "nl");
    let visions: Vec<Value> = VISIONS
        .iter()
        .map(|(names, matrix)| json!({"name": names[in_dutch], "matrix": matrix}))
        .collect();
    let data = json!({
        "root": site.base_url.map(BaseUrl::root),
        "base": base,
        "lang": content.lang,
        "title": without_soft_hyphens(&content.title),
        "element": site.element,
        "frames": frame::FOLDER,
        "card": share_card::FILE,
        "version": VERSION,
        "major": major(),
        "phases": count,
        "visions": visions,
        "touching": pairs_that(&[Touch::Neighbors, Touch::Crossing]),
        "neighbors": pairs_that(&[Touch::Neighbors]),
        "least": {
            "text": MIN_TEXT_CONTRAST,
            "phase": MIN_CONTRAST,
            "distance": MIN_DISTANCE,
            "gray": MIN_GRAY_CONTRAST,
        },
        "words": {"preview": words.preview, "code": words.code},
    });
    data.to_string()
}
