use super::*;
use crate::fixture;
use crate::pages::downloads::Download;

const TEMPLATE: &str = include_str!("../../../../index.html");

fn pages() -> Pages {
    let icons = Icons {
        svg: "icon.svg".into(),
        touch: "icon.png".into(),
        manifest: "site.webmanifest".into(),
    };
    let assets = PageAssets {
        style: "page.css".into(),
        fragment_styles: FragmentStyles {
            overview: ".kl-overview{}".into(),
            charts: ".kl-table{}".into(),
        },
        script: "page.js".into(),
        checklist: "checklist.js".into(),
        configurator: ["configurator.js".into(), "configurator.css".into()],
        element: "kennis-lemniscaat".into(),
        icons,
        has_examples: true,
        has_png: true,
    };
    Pages::new(TEMPLATE, assets).unwrap()
}

async fn html(kind: Shown, base_url: Option<&str>, languages: &[(&str, &str)]) -> String {
    let languages = languages.iter();
    let edition = fixture::edition();
    let page = Page {
        bundle: Rc::new(edition.bundle.clone()),
        edition: &edition,
        kind: match kind {
            Shown::View(path) => PageKind::View(edition.content().views.resolve(path).route),
            Shown::Missing => PageKind::Missing,
            Shown::Extra(page) => PageKind::Extra(page),
        },
        base: "../../".into(),
        base_url: base_url.map(|url| BaseUrl::new(url).unwrap()),
        languages: languages
            .map(|(lang, url)| ((*lang).into(), (*url).into()))
            .collect(),
        requested_path: matches!(kind, Shown::Missing).then(|| "".into()),
    };
    pages().html(&page).await
}

/// A page by the path of its view.
#[derive(Debug, Clone, Copy)]
enum Shown {
    View(&'static str),
    Missing,
    Extra(ExtraPage),
}

const PHASE: Shown = Shown::View("vertaling");
const TIP: Shown = Shown::View("vertaling/tip-5");
const PRINT: Shown = Shown::Extra(ExtraPage::Print);
const CITE: Shown = Shown::Extra(ExtraPage::Cite);

#[tokio::test]
async fn a_page_without_a_base_url_has_no_absolute_urls_of_the_site() {
    let html = html(PHASE, None, &[]).await;
    let organisations = fixture::edition().organisations;
    for part in html.split("https://").skip(1) {
        let is_start = |url: &str| part.starts_with(url.trim_start_matches("https://"));
        let known = organisations
            .iter()
            .any(|(_, url)| url.as_deref().is_some_and(is_start));
        assert!(known, "{part}");
    }
    assert!(html.contains("og:title"), "it can still be shared");
}

#[tokio::test]
async fn a_tip_has_its_own_card_and_is_its_own_canonical_page() {
    let html = html(TIP, Some("https://example.org/map"), &[]).await;
    let url = "https://example.org/map/nl/vertaling/tip-5/";
    for part in [
        format!("property=\"og:url\" content=\"{url}\""),
        format!("property=\"og:image\" content=\"{url}kaart.png\""),
        format!("rel=\"canonical\" href=\"{url}\""),
        "href=\"https://example.org/map/oembed/nl/vertaling/tip-5.json\"".to_owned(),
    ] {
        assert!(html.contains(&part), "{part}");
    }
}

#[tokio::test]
async fn a_page_links_to_itself_in_every_language() {
    let languages = [
        ("nl", "https://a.example/nl/"),
        ("en", "https://a.example/en/"),
    ];
    let html = html(PHASE, Some("https://a.example"), &languages).await;
    for part in [
        "hreflang=\"nl\" href=\"https://a.example/nl/\"",
        "hreflang=\"en\" href=\"https://a.example/en/\"",
        "hreflang=\"x-default\" href=\"https://a.example/nl/\"",
    ] {
        assert!(html.contains(part), "{part}");
    }
}

#[test]
fn a_locale_has_a_territory() {
    let locales = ["nl", "nl-be", "en", "fr"].map(locale);
    assert_eq!(locales, ["nl_NL", "nl_BE", "en_GB", "fr_FR"]);
}

#[tokio::test]
async fn the_print_page_is_its_own_canonical_page() {
    let html = html(PRINT, Some("https://a.example/map"), &[]).await;
    let url = "https://a.example/map/nl/print/";
    assert!(html.contains(&format!("rel=\"canonical\" href=\"{url}\"")));
    assert!(html.contains(&format!("property=\"og:url\" content=\"{url}\"")));
    // An oEmbed response and linked data describe a view.
    assert!(!html.contains("oembed") && !html.contains("ld+json"));
}

#[tokio::test]
async fn the_configurator_has_a_control_for_each_attribute() {
    let html = html(Shown::Extra(ExtraPage::Embedding), None, &[]).await;
    let manifest: serde_json::Value =
        serde_json::from_str(include_str!("../../../../embed/custom-elements.json")).unwrap();
    let attributes = &manifest["modules"][0]["declarations"][0]["attributes"];
    for attribute in attributes.as_array().unwrap() {
        let name = attribute["name"].as_str().unwrap();
        // The language is that of the page, which is there in each.
        let is_there = name == "lang" || html.contains(&format!(" name=\"{name}\""));
        assert!(is_there, "{name}");
    }
}

#[tokio::test]
async fn a_view_has_metadata_for_reference_managers() {
    let html = html(PHASE, Some("https://a.example"), &[]).await;
    for part in [
        "name=\"citation_title\" content=\"Vertaling",
        "name=\"citation_inbook_title\" content=\"De kennislemniscaat: Hoe",
        "name=\"citation_author\" content=\"Movisie\"",
        "name=\"citation_author\" content=\"Nederlands Jeugdinstituut,\"",
        "name=\"citation_publication_date\" content=\"2016\"",
        "name=\"citation_language\" content=\"nl\"",
        "name=\"citation_public_url\" content=\"https://a.example/nl/vertaling/\"",
    ] {
        assert!(html.contains(part), "{part}");
    }
    assert!(!html.contains("citation_technical"));
}

#[tokio::test]
async fn pages_of_the_whole_publication_are_cited_as_the_publication() {
    let extra = ExtraPage::ALL.map(Shown::Extra);
    for kind in [Shown::View("")].into_iter().chain(extra) {
        let html = html(kind, Some("https://a.example"), &[]).await;
        for part in [
            "name=\"citation_title\" content=\"De kennislemniscaat: Hoe",
            "name=\"citation_technical_report_institution\" content=\"Movisie; ",
            "name=\"citation_public_url\" content=\"https://a.example/nl/\"",
        ] {
            assert!(html.contains(part), "{kind:?}: {part}");
        }
        assert!(!html.contains("citation_inbook_title"), "{kind:?}");
    }
}

/// The line that tells how to cite a page.
fn line(html: &str) -> Option<&str> {
    let (_, line) = html.split_once("<span class=\"page-cite\">")?;
    Some(line.split_once("</span>")?.0)
}

#[tokio::test]
async fn the_last_line_of_a_view_tells_how_to_cite_it() {
    let html_of_tip = html(TIP, Some("https://a.example"), &[]).await;
    let tip = line(&html_of_tip).unwrap();
    assert!(tip.starts_with("Citeren: Tip 5 – Vertaling"), "{tip}");
    let end = " – De kennislemniscaat (2016). https://a.example/nl/vertaling/tip-5/";
    assert!(tip.ends_with(end), "{tip}");
    let without = html(TIP, None, &[]).await;
    assert!(line(&without).unwrap().ends_with("(2016)"), "{without}");
    // The line waits for a view.
    let missing = html(Shown::Missing, Some("https://a.example"), &[]).await;
    assert_eq!(line(&missing), Some(""));
    let cite = html(CITE, Some("https://a.example"), &[]).await;
    assert_eq!(line(&cite), None);
    assert!(html_of_tip.contains("href=\"../../nl/citeren/\""));
}

#[tokio::test]
async fn the_page_with_citations_has_files_and_a_code_for_each_part() {
    let html = html(CITE, Some("https://a.example"), &[]).await;
    let parts = 1 + fixture::edition().content().phases.len();
    for download in Download::ALL {
        let file = format!(
            "/{}\" download=\"de-kennislemniscaat-2016-",
            download.file()
        );
        assert_eq!(html.matches(&file).count(), parts, "{file}");
    }
    assert_eq!(html.matches("class=\"page-qr\"").count(), parts);
    assert!(html.contains("href=\"../../nl/vertaling/citaat.ris\""));
    assert!(html.contains("<cite>De kennislemniscaat: Hoe"));
    assert!(html.contains("<a href=\"https://a.example/nl/vertaling/\">https://"));
    assert!(html.contains("rel=\"canonical\" href=\"https://a.example/nl/citeren/\""));
    let inline = [" style=", "<style", " onclick="];
    assert!(!inline.iter().any(|part| html.contains(part)));
    // Links of different files have different names.
    let parsed = scraper::Html::parse_document(&html);
    let selector = scraper::Selector::parse("main a").unwrap();
    let mut names = std::collections::HashMap::new();
    for link in parsed.select(&selector) {
        let name: String = link.text().collect();
        let other = names.insert(name.clone(), link.attr("href"));
        assert_eq!(other, None, "{name}");
    }
}

#[tokio::test]
async fn pages_that_are_not_views_have_their_own_metadata() {
    let labels = fixture::edition().bundle.content.labels;
    for (page, path, description) in [
        (
            ExtraPage::Checklist,
            "checklist",
            labels.checklist_introduction(),
        ),
        (
            ExtraPage::StepByStep,
            "stappenplan",
            labels.step_by_step_introduction(),
        ),
        (
            ExtraPage::Contents,
            "inhoud",
            labels.contents_introduction(),
        ),
    ] {
        let languages = [
            ("nl", "https://a.example/x/"),
            ("en", "https://a.example/y/"),
        ];
        let html = html(
            Shown::Extra(page),
            Some("https://a.example/map"),
            &languages,
        )
        .await;
        let url = format!("https://a.example/map/nl/{path}/");
        for part in [
            format!(
                "<title>{} – De kennislemniscaat</title>",
                page.title(&labels)
            ),
            format!("name=\"description\" content=\"{description}\""),
            format!("rel=\"canonical\" href=\"{url}\""),
            "content=\"https://a.example/map/nl/kaart.png\"".into(),
            "hreflang=\"en\" href=\"https://a.example/y/\"".into(),
        ] {
            assert!(html.contains(&part), "{page:?}: {part}");
        }
    }
}

#[tokio::test]
async fn without_a_base_url_the_page_with_citations_says_so() {
    let html = html(CITE, None, &[]).await;
    assert!(html.contains(fixture::edition().content().labels.no_address()));
    assert!(!html.contains("page-qr") && !html.contains("qr.svg"));
    assert!(html.contains("citaat.ris"));
}

#[tokio::test]
async fn the_page_with_citations_leads_to_itself_in_the_other_language() {
    let [edition, _] = fixture::editions();
    let page = Page {
        bundle: Rc::new(edition.bundle.clone()),
        edition: &edition,
        kind: PageKind::Extra(ExtraPage::Cite),
        base: "../../".into(),
        base_url: None,
        languages: vec![],
        requested_path: None,
    };
    let html = pages().html(&page).await;
    assert!(
        html.contains("<a href=\"../../en/cite/\" hreflang=\"en\""),
        "{html}"
    );
}

#[tokio::test]
async fn fragments_have_nothing_of_citations() {
    let edition = fixture::edition();
    let bundle = Rc::new(edition.bundle.clone());
    let html = pages()
        .fragment(&bundle, Route::OVERVIEW, Rc::default())
        .await;
    for part in ["citeren", "Citeren", "citation", "page-"] {
        assert!(!html.contains(part), "{part}");
    }
}

#[tokio::test]
async fn fragments_hold_the_rules_that_no_other_view_needs() {
    let edition = fixture::edition();
    let bundle = Rc::new(edition.bundle.clone());
    for (path, style) in [
        ("", Some(".kl-overview{}")),
        ("achtergrond", Some(".kl-table{}")),
        ("vertaling", None),
    ] {
        let route = edition.content().views.resolve(path).route;
        let html = pages().fragment(&bundle, route, Rc::default()).await;
        let held = html
            .split_once("data-style=\"")
            .and_then(|(_, rest)| rest.split_once('"'));
        assert_eq!(held.map(|(style, _)| style), style, "{path}");
    }
}

#[tokio::test]
async fn each_page_loads_its_own_script_alone() {
    for (kind, attributes) in [
        (PHASE, &["src=\"../../page.js\"", "async"][..]),
        (
            Shown::Extra(ExtraPage::Checklist),
            &["src=\"../../checklist.js\"", "defer", "blocking=\"render\""],
        ),
        (Shown::Extra(ExtraPage::StepByStep), &[]),
        (PRINT, &[]),
        (CITE, &[]),
    ] {
        let html = html(kind, None, &[]).await;
        let scripts: Vec<_> = html.split("<script").skip(1).collect();
        assert_eq!(scripts.is_empty(), attributes.is_empty(), "{kind:?}");
        for script in scripts {
            let (tag, _) = script.split_once('>').expect("a tag that ends");
            for attribute in attributes {
                assert!(tag.contains(attribute), "{kind:?}: {tag}");
            }
        }
    }
}

#[tokio::test]
async fn the_footer_leads_to_every_page_that_is_not_a_view() {
    let html = html(PHASE, None, &[]).await;
    let (_, footer) = html.split_once("<footer").expect("a footer");
    for path in [
        "inhoud",
        "print",
        "checklist",
        "stappenplan",
        "citeren",
        "insluiten",
    ] {
        let link = format!("href=\"../../nl/{path}/\"");
        assert!(footer.contains(&link), "{link}");
    }
}

#[tokio::test]
async fn the_page_for_missing_addresses_has_no_metadata() {
    let html = html(Shown::Missing, Some("https://a.example"), &[]).await;
    for part in [
        "name=\"description\"",
        "\"og:",
        "\"citation_",
        "canonical",
        "ld+json",
    ] {
        assert!(!html.contains(part), "{part}");
    }
}

#[tokio::test]
async fn no_page_forbids_search_engines_to_index_it() {
    let extra = ExtraPage::ALL.map(Shown::Extra);
    for kind in [PHASE, Shown::Missing].into_iter().chain(extra) {
        let html = html(kind, Some("https://a.example"), &[]).await;
        assert!(!html.contains("robots"), "{kind:?}");
    }
}
