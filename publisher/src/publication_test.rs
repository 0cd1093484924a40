//! The product's own publication is whole: nothing of the original was lost or added.

use kennislemniscaat::route::Kind;

use crate::fixture::{editions, publication, publication_in};

#[test]
fn every_phase_has_its_tips_and_questions_in_every_language() {
    let counts = |index: usize| {
        let publication = publication();
        let phases = publication.texts[index]
            .manuscript
            .phases
            .clone()
            .into_iter();
        phases
            .map(|phase| {
                let quotes = phase.questions.iter().map(|question| question.quotes.len());
                (phase.tips.len(), phase.questions.len(), quotes.sum())
            })
            .collect::<Vec<(usize, usize, usize)>>()
    };
    assert_eq!(counts(0), [(6, 3, 6), (5, 3, 6), (7, 2, 5), (7, 4, 5)]);
    assert_eq!(counts(0), counts(1));
}

#[test]
fn all_22_quotes_carry_their_speaker_and_domain() {
    for text in publication().texts {
        let manuscript = &text.manuscript;
        let questions = manuscript.phases.iter().flat_map(|phase| &phase.questions);
        let quotes = questions.flat_map(|question| &question.quotes);
        let domains: Vec<_> = quotes
            .map(|quote| {
                assert!(quote.speaker.is_some());
                manuscript
                    .domain_of(quote)
                    .and_then(|domain| domain.key.as_deref())
            })
            .collect();
        assert_eq!(domains.len(), 22);
        let count = |key| {
            domains
                .iter()
                .filter(|domain| **domain == Some(key))
                .count()
        };
        let counts = ["wmo", "participatie", "sociaal-domein", "jeugd"].map(count);
        assert_eq!(counts, [14, 6, 1, 1], "{}", text.lang);
    }
}

#[test]
fn the_publication_has_no_weakness() {
    let warnings = publication().warnings;
    assert!(warnings.problems.is_empty(), "{warnings}");
}

#[test]
fn the_five_organisations_are_named() {
    for edition in editions() {
        assert_eq!(edition.organisations.len(), 5);
        assert_eq!(edition.year, Some(2016));
    }
}

#[test]
fn published_addresses_never_change_silently() {
    for (name, views) in [("kennislemniscaat", 69), ("kennis-naar-actie", 64)] {
        let mut publication = publication_in(name);
        let before = publication.permalinks.to_text();
        for edition in publication.editions().expect("charts") {
            assert_eq!(edition.content().views.routes().len(), views, "{name}");
        }
        assert_eq!(
            publication.permalinks.to_text(),
            before,
            "every piece has its address in permalinks.tsv: links to it are out in the world"
        );
    }
}

#[test]
fn the_second_publication_has_no_weakness_and_at_least_three_tips_a_phase() {
    let publication = publication_in("kennis-naar-actie");
    assert!(
        publication.warnings.problems.is_empty(),
        "{}",
        publication.warnings
    );
    for text in &publication.texts {
        let phases = &text.manuscript.phases;
        assert_eq!(phases.len(), 10);
        assert!(
            phases
                .iter()
                .all(|phase| phase.tips.len() >= 3 && phase.questions.is_empty())
        );
        assert_eq!(text.files.len(), 11);
    }
}

#[test]
fn translated_quotes_are_marked() {
    let [nl, en] = editions();
    let speakers = |edition: &crate::edition::Edition| {
        let views = &edition.content().views;
        let quotes = views
            .routes()
            .filter(|route| views.get(*route).kind == Kind::Quote);
        quotes
            .map(|route| views.get(route).speaker.clone())
            .collect::<Vec<_>>()
    };
    assert!(
        speakers(&nl)
            .iter()
            .all(|speaker| !speaker.ends_with("(vertaald)"))
    );
    assert!(
        speakers(&en)
            .iter()
            .all(|speaker| speaker.ends_with("(translated)"))
    );
}

#[test]
fn words_of_another_language_are_marked() {
    let content = editions()[0].content().clone();
    let json = serde_json::to_string(&content.views).expect("JSON");
    assert_eq!(json.matches("{\"foreign\":[\"en\",").count(), 2);
}
