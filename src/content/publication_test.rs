//! The publication is whole: nothing of the original was lost or added.

use super::fixture::publication;
use super::problems::problems;

#[test]
fn every_phase_has_its_tips_and_questions() {
    let counts: Vec<_> = publication()
        .phases
        .iter()
        .map(|phase| {
            (
                phase.short_name.as_str(),
                phase.tips.len(),
                phase.questions.len(),
            )
        })
        .collect();
    assert_eq!(
        counts,
        [
            ("Explicitering", 6, 3),
            ("Analyse", 5, 3),
            ("Vertaling", 7, 2),
            ("Implementatie", 7, 4),
        ]
    );
}

#[test]
fn all_22_quotes_carry_role_and_domain() {
    let content = publication();
    let speakers: Vec<_> = content
        .phases
        .iter()
        .flat_map(|phase| &phase.questions)
        .flat_map(|question| &question.quotes)
        .map(|quote| content.speaker(quote))
        .collect();
    assert_eq!(speakers.len(), 22);
    let said_by = |who: &str| speakers.iter().filter(|speaker| *speaker == who).count();
    assert_eq!(said_by("Beleidsadviseur Wmo"), 14);
    assert_eq!(said_by("Beleidsadviseur participatie"), 6);
    assert_eq!(said_by("Beleidsadviseur sociaal domein"), 1);
    assert_eq!(said_by("Beleidsadviseur jeugd"), 1);
}

#[test]
fn the_13_respondents_come_from_11_municipalities() {
    let content = publication();
    assert_eq!(content.respondents(), 13);
    assert_eq!(content.background.participants.municipalities.len(), 11);
}

#[test]
fn the_five_organisations_are_named() {
    assert_eq!(publication().organisations.len(), 5);
}

#[test]
fn the_content_has_no_problems() {
    assert_eq!(problems(publication()), []);
}
