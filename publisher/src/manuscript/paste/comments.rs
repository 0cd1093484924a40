//! Comments: they are kept in the file and not parsed.

use std::ops::Range;

use crate::manuscript::Kind;

use super::{Corrector, is_escaped};

/// The comment that an export puts beside emphasis within a word. It is left in a line.
pub(in crate::manuscript) const BARRIER: &str = "<!-- -->";

const OPEN: &str = "<!--";
const CLOSE: &str = "-->";

/// The bytes of the comments in a text, in order. A comment that isn't closed has the rest of its line, and is the last.
#[must_use]
pub fn comments(text: &str) -> Vec<Range<usize>> {
    let find = |from: usize, pattern: &str| Some(from + text.get(from..)?.find(pattern)?);
    let mut comments = vec![];
    let mut from = 0;
    while let Some(start) = find(from, OPEN) {
        from = start + OPEN.len();
        if is_escaped(text, start) {
            continue;
        }
        // `<!-->` is a comment.
        let Some(close) = find(start + "<!".len(), CLOSE) else {
            comments.push(start..find(start, "\n").unwrap_or(text.len()));
            break;
        };
        from = close + CLOSE.len();
        comments.push(start..from);
    }
    comments
}

impl Corrector<'_> {
    /// Removes comments, with their lines if nothing else stands there. Returns the removed ranges, in order.
    pub(super) fn comments(&mut self) -> Vec<Range<usize>> {
        let mut removed = vec![];
        for comment in comments(self.text) {
            let text = self.text.get(comment.clone()).unwrap_or_default();
            if !text.ends_with(CLOSE) {
                let start = comment.start;
                self.problem(Kind::UnclosedComment, start..start + OPEN.len());
                self.edit(comment.clone(), "");
                removed.push(comment);
                break;
            }
            let lines = self.whole_lines(&comment);
            if lines.is_none() && text == BARRIER {
                continue;
            }
            let range = lines.unwrap_or(comment);
            self.edit(range.clone(), "");
            removed.push(range);
        }
        removed
    }

    /// The lines of a comment that stands alone on them.
    fn whole_lines(&self, comment: &Range<usize>) -> Option<Range<usize>> {
        let before = self.text.get(..comment.start)?;
        let start = before.trim_end_matches([' ', '\t', '>']).len();
        let starts_line = start == 0 || before.get(..start)?.ends_with(['\n', '\r']);
        let after = self.text.get(comment.end..)?;
        let rest = after.trim_start_matches([' ', '\t']);
        let line_end = ["\r\n", "\n", "\r"]
            .into_iter()
            .find(|ending| rest.starts_with(ending));
        let ending = match line_end {
            Some(ending) => ending.len(),
            None if rest.is_empty() => 0,
            None => return None,
        };
        let end = self.text.len() - rest.len() + ending;
        starts_line.then_some(start..end)
    }
}
