//! The texts of each view.

use kennislemniscaat::content::{Block, Content, Question, Quote};
use kennislemniscaat::route::{Route, Subject};

/// The texts that a view must show.
pub fn texts(content: &Content, route: Route) -> Vec<String> {
    match route.subject(content) {
        Subject::Overview => [all(&content.about.body), all(&content.introduction)].concat(),
        Subject::Background => {
            let background = &content.background;
            let municipalities = background.participants.municipalities.iter();
            let names = municipalities
                .map(|municipality| municipality.name.clone())
                .collect();
            [all(&background.study), all(&background.related), names].concat()
        }
        Subject::Phase(phase) => phase.tips.iter().map(|tip| tip.text.clone()).collect(),
        Subject::Tip(tip, _) => vec![tip.text.clone()],
        Subject::Experiences(phase) => phase.questions.iter().flat_map(of_question).collect(),
        Subject::Question(question) => of_question(question),
        Subject::Quote(quote, _) => vec![quote.in_quotation_marks(), content.speaker(quote)],
    }
}

fn all(blocks: &[Block]) -> Vec<String> {
    blocks.iter().flat_map(Block::texts).cloned().collect()
}

/// The texts of a question: itself, its answer and its quotes.
fn of_question(question: &Question) -> Vec<String> {
    let quotes = question.quotes.iter().map(Quote::in_quotation_marks);
    let mut texts = all(&question.answer);
    texts.push(question.text.clone());
    texts.extend(quotes);
    texts
}
