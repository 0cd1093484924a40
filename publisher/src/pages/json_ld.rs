//! Structured data of a page: JSON-LD with the vocabulary of <https://schema.org>.

use kennislemniscaat::content::{Content, without_soft_hyphens};
use kennislemniscaat::route::{Kind, Route};
use serde_json::{Value, json};

use crate::edition::{Edition, body_text};
use crate::images::share_card;
use crate::pages::base_url::BaseUrl;

/// The `script` element for the head of a page. `<` is escaped, so no text can end the element.
#[must_use]
pub fn element(edition: &Edition, route: Route, base_url: &BaseUrl) -> String {
    let data = graph(edition, route, base_url);
    let json = without_soft_hyphens(&data.to_string()).replace('<', "\\u003c");
    format!("<script type=\"application/ld+json\">{json}</script>")
}

fn graph(edition: &Edition, route: Route, base_url: &BaseUrl) -> Value {
    let content = edition.content();
    let mut page = json!({
        "@type": "WebPage",
        "@id": base_url.view_url(content, route),
        "url": base_url.view_url(content, route),
        "name": content.page_title(route),
        "description": edition.details(route).description,
        "inLanguage": content.lang,
        "isPartOf": {"@id": publication_id(content, base_url)},
        "primaryImageOfPage": {
            "@type": "ImageObject",
            "url": base_url.view_url(content, route) + share_card::FILE,
            "width": share_card::SIZE.0,
            "height": share_card::SIZE.1,
        },
    });
    let quotes = quotations(content, route, base_url);
    match content.views.get(route).kind {
        Kind::Overview => {
            page["mainEntity"] = json!({"@id": publication_id(content, base_url)});
        }
        Kind::Quote => page["mainEntity"] = quotes.into_iter().next().unwrap_or_default(),
        _ if !quotes.is_empty() => page["hasPart"] = quotes.into(),
        _ => {}
    }
    let mut nodes = vec![publication(edition, base_url), page];
    if route != Route::OVERVIEW {
        nodes.push(breadcrumbs(content, route, base_url));
    }
    json!({"@context": "https://schema.org", "@graph": nodes})
}

fn publication_id(content: &Content, base_url: &BaseUrl) -> String {
    base_url.view_url(content, Route::OVERVIEW) + "#publication"
}

fn publication(edition: &Edition, base_url: &BaseUrl) -> Value {
    let content = edition.content();
    let mut publication = json!({
        "@type": "Report",
        "@id": publication_id(content, base_url),
        "name": content.title,
        "url": base_url.view_url(content, Route::OVERVIEW),
        "inLanguage": content.lang,
        "image": base_url.view_url(content, Route::OVERVIEW) + share_card::FILE,
    });
    if !content.subtitle.is_empty() {
        publication["alternativeHeadline"] = content.subtitle.as_str().into();
    }
    if let Some(year) = edition.year {
        publication["datePublished"] = year.to_string().into();
    }
    if let Some(licence) = &edition.facts.licence {
        publication["license"] = licence.as_str().into();
    }
    if let Some(changed) = edition.facts.changed {
        publication["dateModified"] = changed.to_string().into();
    }
    let contact = edition.facts.contact.as_ref().map(|contact| {
        let property = match contact.contains('@') {
            true => "email",
            false => "url",
        };
        json!({"@type": "ContactPoint", property: contact})
    });
    let organisation = |(name, url): &(String, Option<String>)| {
        let mut organisation = json!({"@type": "Organization", "name": name});
        if let Some(contact) = &contact {
            organisation["contactPoint"] = contact.clone();
        }
        if let Some(url) = url {
            organisation["url"] = url.as_str().into();
        }
        organisation
    };
    if !edition.organisations.is_empty() {
        publication["publisher"] = edition.organisations.iter().map(organisation).collect();
    }
    publication
}

fn breadcrumbs(content: &Content, route: Route, base_url: &BaseUrl) -> Value {
    let steps = content.views.ancestors(route).into_iter().chain([route]);
    let items: Vec<_> = steps
        .enumerate()
        .map(|(index, step)| {
            json!({
                "@type": "ListItem",
                "position": index + 1,
                "name": content.views.get(step).short_title(),
                "item": base_url.view_url(content, step),
            })
        })
        .collect();
    json!({"@type": "BreadcrumbList", "itemListElement": items})
}

/// The quotes that a page shows.
fn quotations(content: &Content, route: Route, base_url: &BaseUrl) -> Vec<Value> {
    let views = &content.views;
    let quotes_of = |question: Route| views.children_of(question, Kind::Quote);
    let routes: Vec<_> = match views.get(route).kind {
        Kind::Quote => vec![route],
        Kind::Question => quotes_of(route).collect(),
        Kind::Experiences => {
            let questions = views.children_of(route, Kind::Question);
            questions.flat_map(quotes_of).collect()
        }
        _ => vec![],
    };
    let quotation = |route: Route| {
        let quote = views.get(route);
        let text = body_text(quote);
        let text = text.trim_start_matches('“').trim_end_matches('”');
        let mut quotation = json!({
            "@type": "Quotation",
            "text": text,
            "url": base_url.view_url(content, route),
            "inLanguage": content.lang,
        });
        if !quote.speaker.is_empty() {
            quotation["creator"] = json!({"@type": "Person", "jobTitle": quote.speaker});
        }
        quotation
    };
    routes.into_iter().map(quotation).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    fn base_url() -> BaseUrl {
        BaseUrl::new("https://example.org").unwrap()
    }

    fn page(edition: &Edition, route: Route) -> Value {
        graph(edition, route, &base_url())["@graph"][1].clone()
    }

    #[test]
    fn every_page_with_quotes_describes_them_as_quotations() {
        let edition = fixture::edition();
        let views = &edition.content().views;
        let (mut alone, mut in_experiences, mut in_questions) = (0, 0, 0);
        for route in views.routes() {
            let page = page(&edition, route);
            let parts = page["hasPart"].as_array().map_or(0, Vec::len);
            match views.get(route).kind {
                Kind::Quote => {
                    assert_eq!(page["mainEntity"]["@type"], "Quotation");
                    alone += 1;
                }
                Kind::Experiences => in_experiences += parts,
                Kind::Question => in_questions += parts,
                _ => assert_eq!(parts, 0, "{route:?}"),
            }
        }
        assert_eq!((alone, in_experiences, in_questions), (22, 22, 22));
    }

    #[test]
    fn breadcrumbs_lead_from_the_overview_to_the_page() {
        let edition = fixture::edition();
        let route = edition.route_of("vertaling/tip-5").unwrap();
        let crumbs = breadcrumbs(edition.content(), route, &base_url());
        let items = crumbs["itemListElement"].as_array().unwrap();
        let urls: Vec<_> = items
            .iter()
            .map(|item| item["item"].as_str().unwrap())
            .collect();
        assert_eq!(
            urls,
            [
                "https://example.org/nl/",
                "https://example.org/nl/vertaling/",
                "https://example.org/nl/vertaling/tip-5/"
            ]
        );
    }

    #[test]
    fn the_organisations_are_the_publishers() {
        let publication = publication(&fixture::edition(), &base_url());
        assert_eq!(publication["publisher"].as_array().unwrap().len(), 5);
    }

    #[test]
    fn licence_contact_and_change_are_those_of_the_settings() {
        let mut edition = fixture::edition();
        let without = publication(&edition, &base_url());
        assert_eq!(without.get("license"), None);
        edition.facts.licence = Some("https://creativecommons.org/licenses/by/4.0/".into());
        edition.facts.contact = Some("info@example.org".into());
        edition.facts.changed = Some(jiff::civil::Date::constant(2026, 11, 28));
        let with = publication(&edition, &base_url());
        assert_eq!(
            with["license"],
            "https://creativecommons.org/licenses/by/4.0/"
        );
        assert_eq!(with["dateModified"], "2026-11-28");
        assert_eq!(
            with["publisher"][0]["contactPoint"]["email"],
            "info@example.org"
        );
    }

    #[test]
    fn no_text_ends_the_script_element() {
        let mut edition = fixture::edition();
        edition.bundle.content.title = "</script><script>alert(1)</script>".into();
        let element = element(&edition, Route::OVERVIEW, &base_url());
        assert_eq!(element.matches("</script>").count(), 1);
        assert!(element.contains("\\u003c/script>"));
    }
}
