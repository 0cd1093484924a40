//! Letters that the font of share cards lacks.

use std::collections::BTreeSet;

use ttf_parser::Face;

use crate::images::share_card::BOLD;
use crate::manuscript::{Kind, Problem};
use crate::publication::LanguageText;
use crate::report::Report;

/// Adds a warning for each line of a language's files with letters that share cards would show as boxes.
pub fn check(text: &LanguageText, report: &mut Report) {
    let Ok(face) = Face::parse(BOLD, 0) else {
        return;
    };
    let is_missing = |letter: char| {
        let is_shown = !letter.is_whitespace() && letter != '\u{AD}';
        is_shown && face.glyph_index(letter).is_none()
    };
    for file in &text.files {
        let mut start = 0;
        for line in file.text.split_inclusive('\n') {
            let letters: BTreeSet<char> =
                line.chars().filter(|letter| is_missing(*letter)).collect();
            if let Some((at, letter)) = line.char_indices().find(|(_, letter)| is_missing(*letter))
            {
                let letters = letters.into_iter().map(String::from).collect::<Vec<_>>();
                report.problems.push(Problem {
                    range: Some(start + at..start + at + letter.len_utf8()),
                    ..Problem::of_file(
                        Kind::MissingLetters {
                            letters: letters.join(" "),
                        },
                        &format!("{}/{}", text.lang, file.name),
                    )
                });
            }
            start += line.len();
        }
    }
}
