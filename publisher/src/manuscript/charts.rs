//! The charts of a manuscript.

use crate::manuscript::{Block, Chart, Manuscript};

/// All charts, in the order of the files. They need a study.
pub fn charts(manuscript: &Manuscript) -> impl Iterator<Item = &Chart> {
    let model = manuscript.model.iter().flat_map(|model| &model.body);
    let background = manuscript.background.iter();
    let background = background.flat_map(|background| &background.body);
    let source = manuscript.source.iter().flat_map(|source| &source.text);
    let phases = manuscript.phases.iter().flat_map(|phase| {
        let explanations = phase.tips.iter().flat_map(|tip| &tip.explanation);
        let answers = phase.questions.iter();
        let answers = answers.flat_map(|question| &question.answer);
        phase.introduction.iter().chain(explanations).chain(answers)
    });
    let blocks = manuscript.introduction.iter().chain(model);
    let blocks = blocks.chain(background).chain(source).chain(phases);
    blocks.filter_map(|block| match block {
        Block::Chart(chart) => Some(chart),
        _ => None,
    })
}
