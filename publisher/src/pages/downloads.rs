//! Files to cite and to keep a view, beside its page.

use std::path::Path;

use anyhow::Result;
use kennislemniscaat::bundle::Bundle;
use kennislemniscaat::content::{Labels, interpolate, without_soft_hyphens};
use kennislemniscaat::route::Route;

use crate::assets::write;
use crate::citation::Citation;
use crate::edition::Edition;
use crate::images::qr_code::{self, QrShape};
use crate::images::share_card::{self, CardRenderer};
use crate::images::{card_cache, figure_file};
use crate::pages::base_url::BaseUrl;

/// A kind of file, by its name beside the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Download {
    Ris,
    Bibtex,
    CslJson,
    Text,
    QrCode,
    FigureSvg,
    FigurePng,
    ShareCard,
}

impl Download {
    pub const ALL: [Self; 8] = [
        Self::Ris,
        Self::Bibtex,
        Self::CslJson,
        Self::Text,
        Self::QrCode,
        Self::FigureSvg,
        Self::FigurePng,
        Self::ShareCard,
    ];

    /// The name of the file, which is the same in every language.
    #[must_use]
    pub fn file(self) -> &'static str {
        match self {
            Self::Ris => "citaat.ris",
            Self::Bibtex => "citaat.bib",
            Self::CslJson => "citaat.json",
            Self::Text => "citaat.txt",
            Self::QrCode => qr_code::FILE,
            Self::FigureSvg => figure_file::SVG_FILE,
            Self::FigurePng => figure_file::PNG_FILE,
            Self::ShareCard => share_card::FILE,
        }
    }

    /// The text of the link to the file, which names its format.
    #[must_use]
    pub fn label(self, labels: &Labels) -> &str {
        match self {
            Self::Ris => labels.citation_ris(),
            Self::Bibtex => labels.citation_bibtex(),
            Self::CslJson => labels.citation_csl(),
            Self::Text => labels.citation_text(),
            Self::QrCode => labels.qr_code_svg(),
            Self::FigureSvg => labels.figure_svg(),
            Self::FigurePng => labels.figure_png(),
            Self::ShareCard => labels.share_card_png(),
        }
    }
}

/// The name of a view's QR code, for screen reader users.
#[must_use]
pub fn qr_name(labels: &Labels, citation: &Citation) -> String {
    let name = interpolate(labels.qr_code(), &[("title", citation.title.as_str())]);
    without_soft_hyphens(&name)
}

/// Writes the files of a view into the folder of its page, without the share card. There is no QR code without a base
/// URL, and no PNG without a cache of pictures.
pub async fn publish(
    folder: &Path,
    edition: &Edition,
    route: Route,
    base_url: Option<&BaseUrl>,
    pictures: (&CardRenderer, Option<&Path>),
) -> Result<()> {
    let Bundle { content, .. } = &edition.bundle;
    let labels = &content.labels;
    let citation = Citation::new(edition, route, base_url);
    let file = |download: Download| folder.join(download.file());
    for (download, text) in [
        (Download::Ris, citation.ris()),
        (Download::Bibtex, citation.bibtex()),
        (Download::CslJson, citation.csl_json()),
        (Download::Text, citation.apa(labels).text() + "\n"),
    ] {
        write(&file(download), text)?;
    }
    if let Some(code) = citation.url.as_deref().and_then(QrShape::new) {
        let svg = code.svg(qr_name(labels, &citation)).await;
        write(&file(Download::QrCode), svg)?;
    }
    let (cards, cache) = pictures;
    let figure = cards.figure_file(&edition.bundle, route, &citation).await;
    write(&file(Download::FigureSvg), &figure)?;
    if let Some(cache) = cache {
        card_cache::publish(cards, cache, &figure, &file(Download::FigurePng))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::fixture;
    use crate::images::figure_svg::Colors;

    fn cards() -> CardRenderer {
        let tokens = include_str!("../../../styles/tokens.css");
        CardRenderer::new(Colors::new(tokens, &fixture::publication().colors()).unwrap()).unwrap()
    }

    /// The names of the files of a phase.
    async fn files(base_url: Option<&BaseUrl>, has_cache: bool) -> BTreeSet<String> {
        let (edition, site) = (fixture::edition(), tempfile::tempdir().unwrap());
        let cache = site.path().join("cache");
        let folder = site.path().join("page");
        let phase = edition.content().phases[2];
        let cards = cards();
        let pictures = (&cards, has_cache.then_some(&*cache));
        publish(&folder, &edition, phase, base_url, pictures)
            .await
            .unwrap();
        let entries = std::fs::read_dir(folder).unwrap();
        let name = |entry: std::io::Result<std::fs::DirEntry>| entry.unwrap().file_name();
        entries
            .map(|entry| name(entry).to_string_lossy().into_owned())
            .collect()
    }

    #[tokio::test]
    async fn each_link_of_the_page_with_citations_has_its_file() {
        let base_url = BaseUrl::new("https://a.example").unwrap();
        let all = Download::ALL.iter().map(|download| download.file());
        // The share card is there for every view.
        let expected: BTreeSet<_> = all
            .filter(|file| *file != share_card::FILE)
            .map(str::to_owned)
            .collect();
        assert_eq!(files(Some(&base_url), true).await, expected);
    }

    #[tokio::test]
    async fn without_a_base_url_and_a_cache_some_files_are_missing() {
        let names = files(None, false).await;
        assert!(!names.contains(Download::QrCode.file()));
        assert!(!names.contains(Download::FigurePng.file()));
        assert!(names.contains(Download::Ris.file()));
    }
}
