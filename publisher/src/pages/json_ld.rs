//! Structured data of a page: JSON-LD with the vocabulary of <https://schema.org>.

use kennislemniscaat::content::{Content, Question, without_soft_hyphens};
use kennislemniscaat::route::{Route, Subject};
use serde_json::{Value, json};

use crate::images::share_card;
use crate::pages::base_url::BaseUrl;

/// The `script` element for the head of a page. `<` is escaped, so no text can end the element.
#[must_use]
pub fn element(content: &Content, route: Route, base_url: &BaseUrl) -> String {
    let data = graph(content, route, base_url);
    let json = without_soft_hyphens(&data.to_string()).replace('<', "\\u003c");
    format!("<script type=\"application/ld+json\">{json}</script>")
}

fn graph(content: &Content, route: Route, base_url: &BaseUrl) -> Value {
    let mut page = json!({
        "@type": "WebPage",
        "@id": base_url.view_url(content, route),
        "url": base_url.view_url(content, route),
        "name": route.title(content),
        "description": route.description(content),
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
    match route {
        Route::Overview => {
            page["mainEntity"] = json!({"@id": publication_id(content, base_url)});
        }
        Route::Quote { .. } => page["mainEntity"] = quotes.into_iter().next().unwrap_or_default(),
        _ if !quotes.is_empty() => page["hasPart"] = quotes.into(),
        _ => {}
    }
    let mut nodes = vec![bundle(content, base_url), page];
    if route != Route::Overview {
        nodes.push(breadcrumbs(content, route, base_url));
    }
    json!({"@context": "https://schema.org", "@graph": nodes})
}

fn publication_id(content: &Content, base_url: &BaseUrl) -> String {
    base_url.view_url(content, Route::Overview) + "#publication"
}

fn bundle(content: &Content, base_url: &BaseUrl) -> Value {
    let organisations: Vec<_> = content
        .organisations
        .iter()
        .map(|organisation| {
            json!({"@type": "Organization", "name": organisation.name, "url": organisation.url})
        })
        .collect();
    json!({
        "@type": "Report",
        "@id": publication_id(content, base_url),
        "name": content.title,
        "alternativeHeadline": content.subtitle,
        "url": base_url.view_url(content, Route::Overview),
        "inLanguage": content.lang,
        "datePublished": content.source.year.to_string(),
        "publisher": organisations,
        "image": base_url.view_url(content, Route::Overview) + share_card::FILE,
    })
}

fn breadcrumbs(content: &Content, route: Route, base_url: &BaseUrl) -> Value {
    let steps = route.ancestors().into_iter().chain([route]);
    let items: Vec<_> = steps
        .enumerate()
        .map(|(index, step)| {
            json!({
                "@type": "ListItem",
                "position": index + 1,
                "name": step.short_title(content),
                "item": base_url.view_url(content, step),
            })
        })
        .collect();
    json!({"@type": "BreadcrumbList", "itemListElement": items})
}

/// The quotes that a page shows.
fn quotations(content: &Content, route: Route, base_url: &BaseUrl) -> Vec<Value> {
    let quotes_of = |phase: usize, question: usize, question_content: &Question| {
        let routes = (0..question_content.quotes.len()).map(move |quote| Route::Quote {
            phase,
            question,
            quote,
        });
        routes.collect::<Vec<_>>()
    };
    let routes = match (route, route.subject(content)) {
        (Route::Quote { .. }, _) => vec![route],
        (Route::Question { phase, question }, Subject::Question(question_content)) => {
            quotes_of(phase, question, question_content)
        }
        (Route::Experiences { phase }, Subject::Experiences(phase_content)) => {
            let questions = phase_content.questions.iter().enumerate();
            questions
                .flat_map(|(question, question_content)| {
                    quotes_of(phase, question, question_content)
                })
                .collect()
        }
        _ => vec![],
    };
    let quotation = |route: Route| match route.subject(content) {
        Subject::Quote(quote, _) => Some(json!({
            "@type": "Quotation",
            "text": quote.text,
            "url": base_url.view_url(content, route),
            "inLanguage": content.lang,
            "creator": {"@type": "Person", "jobTitle": content.speaker(quote)},
        })),
        _ => None,
    };
    routes.into_iter().filter_map(quotation).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::content_file::fixture;

    fn base_url() -> BaseUrl {
        BaseUrl::new("https://example.org").unwrap()
    }

    fn page(content: &Content, route: Route) -> Value {
        graph(content, route, &base_url())["@graph"][1].clone()
    }

    #[test]
    fn every_page_with_quotes_describes_them_as_quotations() {
        let content = fixture();
        let (mut alone, mut in_experiences, mut in_questions) = (0, 0, 0);
        for route in Route::all(&content) {
            let page = page(&content, route);
            let parts = page["hasPart"].as_array().map_or(0, Vec::len);
            match route {
                Route::Quote { .. } => {
                    assert_eq!(page["mainEntity"]["@type"], "Quotation");
                    alone += 1;
                }
                Route::Experiences { .. } => in_experiences += parts,
                Route::Question { .. } => in_questions += parts,
                _ => assert_eq!(parts, 0, "{route:?}"),
            }
        }
        assert_eq!((alone, in_experiences, in_questions), (22, 22, 22));
    }

    #[test]
    fn breadcrumbs_lead_from_the_overview_to_the_page() {
        let content = fixture();
        let route = Route::Tip { phase: 2, tip: 4 };
        let crumbs = breadcrumbs(&content, route, &base_url());
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
        let content = fixture();
        let bundle = bundle(&content, &base_url());
        assert_eq!(bundle["publisher"].as_array().unwrap().len(), 5);
    }

    #[test]
    fn no_text_ends_the_script_element() {
        let mut content = fixture();
        content.title = "</script><script>alert(1)</script>".into();
        let element = element(&content, Route::Overview, &base_url());
        assert_eq!(element.matches("</script>").count(), 1);
        assert!(element.contains("\\u003c/script>"));
    }
}
