//! Runs of words in a paragraph as pieces, with what was changed, hidden or generated.

use std::rc::Rc;

use roxmltree::Node;

use crate::docx::body::Body;
use crate::docx::fields::address;
use crate::docx::pieces::{Marks, Piece};
use crate::docx::styles::Style;
use crate::docx::xml::{alternative, attribute, child, flag, is, text, value};

impl<'a, 'i> Body<'a, 'i> {
    /// Reads what stands in a paragraph, in a link or between the marks of a change.
    pub(super) fn inlines(&mut self, parent: Node<'a, 'i>, style: &Style, link: Option<&Rc<str>>) {
        for node in parent.children() {
            match node.tag_name().name() {
                "r" => self.run(node, style, link),
                "hyperlink" => {
                    let url = self.url(node).map(Rc::from);
                    self.inlines(node, style, url.as_ref().or(link));
                }
                "fldSimple" => {
                    let url = address(attribute(node, "instr").unwrap_or_default()).map(Rc::from);
                    self.inlines(node, style, url.as_ref().or(link));
                }
                "ins" | "moveTo" | "smartTag" | "customXml" | "sdtContent" | "dir" | "bdo" => {
                    self.inlines(node, style, link);
                }
                "sdt" => {
                    if let Some(content) = child(node, "sdtContent") {
                        self.inlines(content, style, link);
                    }
                }
                "AlternateContent" => {
                    if let Some(node) = alternative(node) {
                        self.inlines(node, style, link);
                    }
                }
                "oMath" | "oMathPara" => {
                    let texts = node.descendants().filter(|node| is(*node, "t")).map(text);
                    let formula: String = texts.collect();
                    if !formula.trim().is_empty() {
                        self.pieces.push(Piece::Formula(formula.trim().to_owned()));
                    }
                }
                _ => {}
            }
        }
    }

    /// The address of a link; none for a place in the document.
    fn url(&self, link: Node<'_, '_>) -> Option<String> {
        let url = self.relationships.url(attribute(link, "id")?)?;
        Some(match attribute(link, "anchor") {
            Some(place) if !url.contains('#') => format!("{url}#{place}"),
            _ => url.to_owned(),
        })
    }

    fn run(&mut self, run: Node<'a, 'i>, style: &Style, link: Option<&Rc<str>>) {
        let properties = child(run, "rPr");
        let named = properties
            .and_then(|properties| value(properties, "rStyle"))
            .and_then(|id| self.styles.words(id));
        let own = |name| properties.and_then(|properties| flag(properties, name));
        let is_hidden = own("vanish")
            .or_else(|| named?.is_hidden)
            .or(style.is_hidden);
        // Bold and italic paragraphs are a matter of their style.
        let marks = Marks {
            is_bold: own("b").or_else(|| named?.is_bold).unwrap_or(false),
            is_italic: own("i").or_else(|| named?.is_italic).unwrap_or(false),
            link: link.cloned(),
        };
        self.run_content(run, &marks, is_hidden == Some(true), style);
    }

    fn run_content(&mut self, run: Node<'a, 'i>, marks: &Marks, is_hidden: bool, style: &Style) {
        for node in run.children() {
            match node.tag_name().name() {
                "fldChar" => self
                    .fields
                    .mark(attribute(node, "fldCharType").unwrap_or_default()),
                "instrText" => self.fields.instruct(&text(node)),
                _ if is_hidden || self.fields.is_instruction() => {}
                "t" => {
                    let words = text(node).replace(['\n', '\r', '\t'], " ");
                    let is_kept = node.attributes().any(|attribute| {
                        attribute.name() == "space" && attribute.value() == "preserve"
                    });
                    self.text(
                        if is_kept {
                            &words
                        } else {
                            words.trim_matches(' ')
                        },
                        marks,
                    );
                }
                "tab" | "ptab" => self.text(" ", marks),
                "noBreakHyphen" => self.text("-", marks),
                "softHyphen" => self.text("\u{AD}", marks),
                "sym" => self.text(&symbol(node).to_string(), marks),
                "br" if matches!(attribute(node, "type"), Some("page" | "column")) => {}
                "br" | "cr" => self.pieces.push(Piece::Break),
                "footnoteReference" | "endnoteReference" => {
                    let note = self.notes.refer(node);
                    self.pieces.push(Piece::Note(note));
                }
                "drawing" | "pict" | "object" | "contentPart" => self.drawing(node),
                "ruby" => {
                    if let Some(base) = child(node, "rubyBase") {
                        self.inlines(base, style, marks.link.as_ref());
                    }
                }
                "AlternateContent" => {
                    if let Some(node) = alternative(node) {
                        self.run_content(node, marks, is_hidden, style);
                    }
                }
                _ => {}
            }
        }
    }

    fn text(&mut self, text: &str, marks: &Marks) {
        if text.is_empty() {
            return;
        }
        let mut marks = marks.clone();
        marks.link = marks.link.or_else(|| self.fields.link());
        self.pieces.push(Piece::Text(text.to_owned(), marks));
    }

    /// A picture, or the text boxes of a drawing, which follow the paragraph.
    fn drawing(&mut self, drawing: Node<'a, 'i>) {
        let is_box = |node: &Node<'_, '_>| is(*node, "txbxContent");
        let boxes = drawing.descendants().filter(is_box);
        let outer = boxes.filter(|node| {
            let mut above = node
                .ancestors()
                .skip(1)
                .take_while(|above| *above != drawing);
            !above.any(|above| is_box(&above) || is(above, "Fallback"))
        });
        let count = self.boxes.len();
        self.boxes.extend(outer);
        let is_picture = |node: Node<'_, '_>| {
            let name = node.tag_name().name();
            matches!(
                name,
                "blip" | "imagedata" | "chart" | "relIds" | "OLEObject"
            )
        };
        if self.boxes.len() > count && !drawing.descendants().any(is_picture) {
            return;
        }
        let words = drawing.descendants().find_map(|node| {
            let name = |name| attribute(node, name).filter(|words| !words.is_empty());
            match node.tag_name().name() {
                "docPr" => name("descr")
                    .or_else(|| name("title"))
                    .or_else(|| name("name")),
                "shape" => name("alt"),
                "imagedata" => name("title"),
                _ => None,
            }
        });
        let words = words
            .unwrap_or_default()
            .split_whitespace()
            .collect::<Vec<_>>();
        self.pieces.push(Piece::Picture(words.join(" ")));
    }
}

/// A character of a font of symbols, which other fonts don't have.
fn symbol(node: Node<'_, '_>) -> char {
    let code = attribute(node, "char").and_then(|code| u32::from_str_radix(code, 16).ok());
    let letter = code.and_then(char::from_u32);
    let is_private =
        |letter: &char| matches!(letter, '\u{E000}'..='\u{F8FF}') || letter.is_control();
    letter
        .filter(|letter| !is_private(letter))
        .unwrap_or(char::REPLACEMENT_CHARACTER)
}
