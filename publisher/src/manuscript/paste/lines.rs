//! Corrections at the start and the end of lines.

use std::ops::Range;

use crate::manuscript::{Change, Kind};

use super::Corrector;

/// Bullets of word processors, with the one of the font Symbol.
pub(in crate::manuscript) const BULLETS: [char; 11] =
    ['•', '·', '◦', '▪', '▫', '‣', '●', '○', '■', '□', '\u{F0B7}'];
/// Dashes before a speaker, the longest first.
pub(crate) const DASHES: [&str; 6] = ["---", "--", "—", "–", "―", "-"];
/// The most markers of quotes and lists at the start of a line.
const MAX_MARKERS: usize = 20;
const SPACES: [char; 3] = [' ', '\t', '\u{A0}'];

/// The kind of the line above.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Above {
    Blank,
    List,
    Colon,
    Other,
}

impl Above {
    /// Whether a list can begin below: a wrapped line that begins with a dash is no list.
    fn allows_list(self) -> bool {
        self != Self::Other
    }
}

impl Corrector<'_> {
    /// Corrects each line that isn't part of a comment.
    pub(super) fn lines(&mut self, comments: &[Range<usize>]) {
        let text = self.text;
        let has_attributes = text.contains("]{");
        let mut comments = comments.iter().peekable();
        let mut open_brackets = vec![];
        let mut above = Above::Blank;
        let mut lists_endings = true;
        let mut start = 0;
        while start < text.len() {
            let rest = text.get(start..).unwrap_or_default();
            let length = rest.find(['\n', '\r']).unwrap_or(rest.len());
            let line = start..start + length;
            let ending = rest.get(length..).unwrap_or_default();
            let next = if ending.starts_with("\r\n") {
                self.edit(line.end..line.end + 1, "");
                line.end + 2
            } else if ending.starts_with('\r') {
                self.edit(line.end..line.end + 1, "\n");
                line.end + 1
            } else {
                line.end + ending.len().min(1)
            };
            if ending.starts_with('\r') && lists_endings {
                self.list(Change::LineEndings, line.end..line.end + 1);
                lists_endings = false;
            }
            while comments.next_if(|comment| comment.end <= start).is_some() {}
            let is_comment = comments
                .peek()
                .is_some_and(|comment| comment.start <= start);
            if !is_comment {
                self.controls(&line);
                above = self.line(&line, above);
                if has_attributes {
                    self.brackets(&line, &mut open_brackets);
                }
            }
            start = next;
        }
    }

    /// Removes control characters, which are problems.
    fn controls(&mut self, line: &Range<usize>) {
        let text = self.text.get(line.clone()).unwrap_or_default();
        for (at, letter) in text.char_indices() {
            let is_control = letter.is_control() && letter != '\t';
            let is_mark = letter == '\u{FEFF}' && line.start + at == 0;
            if (is_control || matches!(letter, '\u{FFFE}' | '\u{FFFF}')) && !is_mark {
                let after = excerpt(text.get(..at).unwrap_or_default());
                let code = u32::from(letter);
                let range = line.start + at..line.start + at + letter.len_utf8();
                self.problem(Kind::ControlCharacter { code, after }, range.clone());
                self.edit(range, "");
            }
        }
    }

    fn line(&mut self, line: &Range<usize>, above: Above) -> Above {
        let text = self.text.get(line.clone()).unwrap_or_default();
        let mark = if line.start == 0 { "\u{FEFF}" } else { "" };
        let text = text.strip_prefix(mark).unwrap_or(text);
        let content = text.trim_start_matches([' ', '\t']);
        let start = line.end - content.len();
        if content.trim().is_empty() {
            return Above::Blank;
        }
        self.anchors(line);
        self.escaped_key(line);
        if let Some(markers) = too_many_markers(content) {
            self.problem(Kind::TooDeep, start..start + markers);
            self.edit(start..start + markers, "");
            return Above::Other;
        }
        if content.starts_with('#') {
            self.heading_attributes(line);
            self.heading_space(content, start, above);
            return Above::Blank;
        }
        if content.starts_with('>') {
            return Above::Other;
        }
        if is_list_line(content) || self.bullet(content, start, above) {
            return Above::List;
        }
        match content.trim_end().ends_with(':') {
            true => Above::Colon,
            false => Above::Other,
        }
    }

    /// `#Heading` without a space. A wrapped line may begin with `#word`.
    fn heading_space(&mut self, content: &str, start: usize, above: Above) {
        let name = content.trim_start_matches('#');
        let level = content.len() - name.len();
        let is_name = name.starts_with(|first: char| first.is_alphanumeric());
        if is_name && level <= 6 && above == Above::Blank {
            let at = start + level;
            self.correct(Change::HeadingSpace, at..at, " ");
        }
    }

    /// A bullet, an escaped dash or an escaped number as the mark of a list item.
    fn bullet(&mut self, content: &str, start: usize, above: Above) -> bool {
        let Some(first) = content.chars().next() else {
            return false;
        };
        let rest = content.get(first.len_utf8()..).unwrap_or_default();
        let text = rest.trim_start_matches(SPACES);
        let spaces = rest.len() - text.len();
        let mark = start..start + first.len_utf8() + spaces;
        let is_bullet = BULLETS.contains(&first) && (spaces > 0 || first == '•');
        let is_dash = first == '–' && spaces > 0 && above.allows_list();
        let is_hard_space = first == '-' && rest.starts_with('\u{A0}');
        if !text.is_empty() && (is_bullet || is_dash || is_hard_space) {
            self.correct(Change::Bullet, mark, "- ");
            return true;
        }
        if !above.allows_list() {
            return false;
        }
        let is_escaped_dash = first == '\\' && rest.starts_with(['-', '*', '+']);
        if is_escaped_dash && rest.get(1..).is_some_and(|rest| rest.starts_with(SPACES)) {
            self.correct(Change::Bullet, start..start + 1, "");
            return true;
        }
        let after = content.trim_start_matches(|letter: char| letter.is_ascii_digit());
        let digits = content.len() - after.len();
        let is_number = after
            .strip_prefix("\\.")
            .or(after.strip_prefix("\\)"))
            .is_some_and(|rest| rest.starts_with(SPACES));
        if (1..=2).contains(&digits) && is_number {
            let at = start + digits;
            self.correct(Change::Number, at..at + 1, "");
            return true;
        }
        false
    }
}

/// Up to 20 characters before a character, to find it by.
pub(in crate::manuscript) fn excerpt(before: &str) -> String {
    let start = before.char_indices().rev().nth(19).map_or(0, |(at, _)| at);
    before.get(start..).unwrap_or_default().to_owned()
}

fn is_list_line(content: &str) -> bool {
    marker(content).is_some()
}

/// The number of bytes of a list marker and the space after it.
fn marker(content: &str) -> Option<usize> {
    let digits = content.bytes().take_while(u8::is_ascii_digit).count();
    let after = content.get(digits..)?;
    let is_marker = match digits {
        0 => after.starts_with(['-', '*', '+']),
        1..=9 => after.starts_with(['.', ')']),
        _ => false,
    };
    let rest = after.get(1..).filter(|_| is_marker)?;
    (rest.is_empty() || rest.starts_with([' ', '\t'])).then_some(digits + 1)
}

/// The bytes of the markers at the start of a line, if there are too many.
fn too_many_markers(content: &str) -> Option<usize> {
    let mut rest = content;
    let mut count = 0;
    loop {
        rest = rest.trim_start_matches([' ', '\t']);
        let length = match rest.starts_with('>') {
            true => Some(1),
            false => marker(rest),
        };
        let Some(length) = length else { break };
        rest = rest.get(length..).unwrap_or_default();
        count += 1;
    }
    (count > MAX_MARKERS).then_some(content.len() - rest.len())
}
