//! Comments: they are kept in the file and not parsed.

use std::ops::Range;

use crate::manuscript::Kind;

use super::Corrector;

/// The comment that an export puts beside emphasis within a word. It is left in a line.
pub(in crate::manuscript) const BARRIER: &str = "<!-- -->";

impl Corrector<'_> {
    /// Removes comments, with their lines if nothing else stands there. Returns the removed ranges, in order.
    pub(super) fn comments(&mut self) -> Vec<Range<usize>> {
        let mut comments = vec![];
        let mut from = 0;
        while let Some(start) = self.find(from, "<!--") {
            from = start + "<!--".len();
            if self.is_escaped(start) {
                continue;
            }
            let Some(close) = self.find(start + "<!".len(), "-->") else {
                let line_end = self.find(start, "\n").unwrap_or(self.text.len());
                self.problem(Kind::UnclosedComment, start..from);
                self.edit(start..line_end, "");
                comments.push(start..line_end);
                break;
            };
            let comment = start..close + "-->".len();
            let line = self.whole_lines(&comment);
            from = comment.end;
            if line.is_none() && self.text.get(comment.clone()) == Some(BARRIER) {
                continue;
            }
            let range = line.unwrap_or(comment);
            self.edit(range.clone(), "");
            comments.push(range);
        }
        comments
    }

    fn find(&self, from: usize, pattern: &str) -> Option<usize> {
        Some(from + self.text.get(from..)?.find(pattern)?)
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
