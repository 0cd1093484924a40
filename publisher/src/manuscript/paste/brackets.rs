//! Attributes, anchors and escaped keys of pandoc and of word processors.

use std::ops::Range;

use crate::manuscript::Change;

use super::{Corrector, is_escaped};

/// The most bytes of an attribute or a tag, so that looking for their ends takes linear time.
const MAX_TAG: usize = 200;

impl Corrector<'_> {
    /// `[words]{.underline}` becomes `words`, and `[]{#anchor}` nothing. Brackets may begin on a line above.
    pub(super) fn brackets(&mut self, line: &Range<usize>, open: &mut Vec<usize>) {
        let text = self.text.get(line.clone()).unwrap_or_default();
        if text.trim().is_empty() {
            open.clear();
        }
        let mut is_escaped = false;
        for (at, letter) in text.char_indices() {
            let at_in_file = line.start + at;
            match letter {
                _ if is_escaped => is_escaped = false,
                '\\' => is_escaped = true,
                '[' => open.push(at_in_file),
                ']' => {
                    let Some(start) = open.pop() else { continue };
                    let rest = text.get(at + 1..).unwrap_or_default();
                    let Some(length) = attributes(rest) else {
                        continue;
                    };
                    let what = match start + 1 == at_in_file {
                        true => Change::Anchor,
                        false => Change::Attribute,
                    };
                    self.list(what, start..at_in_file + 1 + length);
                    self.edit(start..start + 1, "");
                    self.edit(at_in_file..at_in_file + 1 + length, "");
                }
                _ => {}
            }
        }
    }

    /// `<a id="…"></a>`, which word processors leave at bookmarks.
    pub(super) fn anchors(&mut self, line: &Range<usize>) {
        let text = self.text.get(line.clone()).unwrap_or_default();
        let mut from = 0;
        while let Some(at) = text.get(from..).and_then(|rest| rest.find("<a ")) {
            let start = from + at;
            from = start + 1;
            let tag = text.get(start..).unwrap_or_default();
            let Some(end) = tag.bytes().take(MAX_TAG).position(|byte| byte == b'>') else {
                continue;
            };
            let name = tag.get("<a ".len()..end).unwrap_or_default().trim_start();
            let is_anchor = (name.starts_with("id=") || name.starts_with("name="))
                && tag.get(end..).is_some_and(|rest| rest.starts_with("></a>"));
            if is_anchor && !is_escaped(self.text, line.start + start) {
                from = start + end + "></a>".len();
                self.correct(Change::Anchor, line.start + start..line.start + from, "");
            }
        }
    }

    /// `{\#key}` and `\{#key\}`, as word processors write a key that was typed.
    pub(super) fn escaped_key(&mut self, line: &Range<usize>) {
        let text = self.text.get(line.clone()).unwrap_or_default().trim_end();
        let Some(at) = text.rfind('{').filter(|_| text.ends_with('}')) else {
            return;
        };
        let before = text.get(..at).unwrap_or_default();
        let start = before.len() - usize::from(before.ends_with('\\'));
        let key = text.get(start..).unwrap_or_default();
        let plain = key.replace('\\', "");
        let name = plain
            .strip_prefix("{#")
            .and_then(|key| key.strip_suffix('}'))
            .unwrap_or_default();
        let is_key = name
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        let is_apart = text
            .get(..start)
            .is_some_and(|before| before.ends_with([' ', '\t']));
        if name.is_empty() || !is_key || !is_apart || plain.len() == key.len() {
            return;
        }
        self.list(
            Change::EscapedKey,
            line.start + start..line.start + text.len(),
        );
        for (at, _) in key.match_indices('\\') {
            let at = line.start + start + at;
            self.edit(at..at + 1, "");
        }
    }

    /// `{#key .unnumbered}` at the end of a heading becomes `{#key}`.
    pub(super) fn heading_attributes(&mut self, line: &Range<usize>) {
        let text = self.text.get(line.clone()).unwrap_or_default().trim_end();
        let Some(at) = text.rfind('{').filter(|_| text.ends_with('}')) else {
            return;
        };
        let inner = text.get(at + 1..text.len() - 1).unwrap_or_default();
        if is_escaped(self.text, line.start + at)
            || text.get(..at).is_some_and(|before| before.ends_with(']'))
        {
            return;
        }
        let end = line.start + text.len();
        if inner == "-" || inner.starts_with('.') || inner.starts_with("#_") {
            self.correct(Change::Attribute, line.start + at..end, "");
        } else if inner.starts_with('#')
            && let Some(space) = inner.find(" .")
        {
            let from = line.start + at + 1 + space;
            self.correct(Change::Attribute, from..end - 1, "");
        }
    }
}

/// The length of `{.class}`, `{#id .class}` or `{name="value"}` at the start of a text.
fn attributes(text: &str) -> Option<usize> {
    let inner = text.strip_prefix('{')?;
    let end = inner.bytes().take(MAX_TAG).position(|byte| byte == b'}')?;
    let attributes = inner.get(..end)?;
    let is_known = attributes.starts_with(['.', '#']) || attributes.contains('=');
    is_known.then_some(end + 2)
}
