//! The messages in English: what is wrong, and what was expected.

use crate::manuscript::names::{Fact, Section};
use crate::manuscript::{Construct, Kind, Language};

use super::{list, say, translation};

pub(in crate::manuscript) fn parts(kind: &Kind) -> (String, String) {
    file(kind)
        .or_else(|| structure(kind))
        .or_else(|| fact(kind))
        .or_else(|| whole(kind))
        .or_else(|| translation::english(kind))
        .unwrap_or_else(|| text(kind))
}

fn file(kind: &Kind) -> Option<(String, String)> {
    match kind {
        Kind::NoPublicationFile => say(
            "there is no publication.md",
            "a publication has one file publication.md (or publicatie.md), with its title after #",
        ),
        Kind::TwoPublicationFiles { other } => say(
            format!("there is a {other} as well"),
            "a publication has one such file; remove one of the two",
        ),
        Kind::UnexpectedFile => say(
            "the file is neither publication.md nor a phase",
            "the name of a phase's file begins with its number, as in 1-analyse.md",
        ),
        Kind::FrontMatter => say(
            "the file begins with settings between lines of dashes",
            "begin with the title after #; facts stand below a heading, as in short: Analysis",
        ),
        Kind::Utf16 { big_endian } => {
            let order = if *big_endian { "BE" } else { "LE" };
            say(format!("the file is in UTF-16 {order}"), "save it as UTF-8")
        }
        Kind::OtherEncoding { encoding } => say(
            format!("the file isn't UTF-8 from here on; it looks like {encoding}"),
            "save it as UTF-8",
        ),
        Kind::TruncatedUtf8 => say(
            "the file ends in the middle of a letter",
            "it was cut off; copy it again or save it again as UTF-8",
        ),
        Kind::NotText => say(
            "the file isn't text",
            "save it as plain text with the ending .md",
        ),
        Kind::TooLarge { size } => say(
            format!("the file has {} MB", megabytes(*size)),
            "a file may have at most 5 MB; divide it, or remove pictures that were pasted into it",
        ),
        Kind::TooManyPieces { count } => say(
            format!("the publication has {count} pieces"),
            "it may have at most 20,000 phases, tips, questions and quotes",
        ),
        Kind::TooDeep => say(
            "the text is nested more than twenty levels deep",
            "use at most two levels of lists, and quotes without further levels",
        ),
        Kind::ControlCharacter { code, after } => say(
            format!("the control character U+{code:04X} stands after “{after}”"),
            "remove it",
        ),
        Kind::UnclosedComment => say("the comment is not closed", "close it with -->"),
        _ => None,
    }
}

#[allow(clippy::too_many_lines, reason = "one arm a message")]
fn structure(kind: &Kind) -> Option<(String, String)> {
    match kind {
        Kind::NoTitle => say(
            "the file has no title",
            "begin it with a line # and the title",
        ),
        Kind::SecondTitle => say(
            "the file has a second title",
            "a file has one title after #; use ## or ### here, or make it a file of its own",
        ),
        Kind::TextBeforeTitle => say(
            "text stands above the title",
            "begin the file with a line # and the title",
        ),
        Kind::UnknownSection {
            name,
            nearest,
            is_publication,
        } => say(
            format!(
                "the section “{name}” is unknown{}",
                hint(nearest.as_deref())
            ),
            format!("expected one of {}", list(sections(*is_publication))),
        ),
        Kind::DuplicateSection { name } => say(
            format!("the section “{name}” stands here a second time"),
            "put both under one heading",
        ),
        Kind::HeadingTooDeep { level } => say(
            format!(
                "a heading of level {level} ({})",
                "#".repeat(usize::from(*level))
            ),
            "headings have at most three #; use a paragraph, or ###",
        ),
        Kind::HeadingNotHere => say(
            "a heading ### has no place here",
            "### is for questions below Experiences and for headings below Background; use a paragraph",
        ),
        Kind::TextNotHere {
            section: [_, english],
        } => say(
            format!("this doesn't belong in the section “{english}”"),
            "expected one list, with an item a line",
        ),
        Kind::TextBeforeQuestion => say(
            "text stands below Experiences before the first question",
            "begin with a question after ###",
        ),
        Kind::TextBetweenTips { spaces } => say(
            "text that doesn't belong to a tip stands between the tips",
            format!(
                "indent it by {} if it explains the tip above it",
                spaces_in_words(*spaces)
            ),
        ),
        Kind::ListRestarts { spaces } => say(
            "the list of tips begins again",
            format!(
                "tips form one list; indent by {} what belongs to the tip above it",
                spaces_in_words(*spaces)
            ),
        ),
        Kind::TextAfterQuote => say(
            "text stands below a quote",
            "the answer stands above the quotes; move it there, or begin its lines with > if it belongs to a quote",
        ),
        Kind::QuoteNotHere => say(
            "a quote stands without a question",
            "quotes stand below a question (###) of the section Experiences",
        ),
        Kind::SpeakerInMiddle => say(
            "two quotes in one",
            "put an empty line between them; a line that begins with a dash is the speaker, and the last one of a quote",
        ),
        Kind::ListInQuote => say(
            "a list stands in a quote",
            "a quote has paragraphs, and at its end the speaker after a dash",
        ),
        Kind::QuoteInQuote => say(
            "a quote stands within a quote",
            "begin its lines with one > only",
        ),
        Kind::TipWithoutText => say(
            "the tip doesn't begin with a text",
            "begin it with the advice in one paragraph",
        ),
        Kind::SeveralParagraphs => say(
            "a list item has more than one paragraph",
            "an item has one paragraph and at most one list below it",
        ),
        Kind::ListTooDeep => say(
            "the list has a third level",
            "lists have at most two levels",
        ),
        Kind::Unsupported(construct) => unsupported(construct),
        Kind::BoldParagraph { text } => say(
            format!("the paragraph “{text}” is bold as a whole"),
            "if it is a heading, write #, ## or ### before it and leave out the asterisks",
        ),
        Kind::LinkInTitle { url } => say(
            format!("the link to {url} stands in a title, which is shown without links"),
            "put it in the text below",
        ),
        Kind::SeveralLinks => say(
            "the organization has several links",
            "an item has one, as in [Name](https://…)",
        ),
        _ => None,
    }
}

fn unsupported(construct: &Construct) -> Option<(String, String)> {
    match construct {
        Construct::Table => say(
            "a table",
            "write a list instead, or a chart: line for the study",
        ),
        Construct::Image => say("a picture", "remove it and write what it shows"),
        Construct::Footnote => say(
            "a footnote",
            "put its text between brackets, or in the section Source",
        ),
        Construct::Code => say(
            "a block of code",
            "write a paragraph, without the lines of ``` around it",
        ),
        Construct::InlineCode => say(
            "words between backticks",
            "write them without the backticks, or in *italics*",
        ),
        Construct::IndentedCode => say(
            "text that is indented by four spaces or more",
            "remove the spaces at the start of the line, or indent it by three if it belongs to a tip",
        ),
        Construct::Rule => say(
            "a line across the page",
            "remove it; sections begin with ##",
        ),
        Construct::Html(tag) => say(
            format!("the HTML {tag}"),
            "write it without tags: *emphasis*, **strong**, [words](https://…)",
        ),
    }
}

fn fact(kind: &Kind) -> Option<(String, String)> {
    match kind {
        Kind::UnknownFact {
            name,
            nearest,
            known,
        } => say(
            format!("the fact “{name}” is unknown{}", hint(nearest.as_deref())),
            format!("expected here: {}", facts(known)),
        ),
        Kind::NotAFact => say(
            "this line among the facts is not a fact",
            "write it as name: rest of the line, or put an empty line before the text",
        ),
        Kind::FactNotHere { name, known } => say(
            format!("the fact “{name}” doesn't belong here"),
            format!("expected here: {}", facts(known)),
        ),
        Kind::DuplicateFact { name } => say(
            format!("the fact “{name}” stands here twice"),
            "keep one of the two lines",
        ),
        Kind::EmptyFact { name } => say(
            format!("the fact “{name}” has no text"),
            "write it after the colon, or remove the line",
        ),
        Kind::FactInProse { name } if Fact::of(name) == Some(Fact::Chart) => say(
            format!("a line with “{name}:” stands within a paragraph"),
            "put an empty line before and after it; a chart stands on a line of its own",
        ),
        Kind::FactInProse { name } => say(
            format!("this line of the text begins with “{name}:”, the name of a fact"),
            format!(
                "facts stand right under a heading or a list item's first line; write {name}\\: if the words are text"
            ),
        ),
        Kind::BadYear { value } => say(
            format!("“{value}” is not a year"),
            "write it in digits, as in year: 2016",
        ),
        Kind::BadPage { value } => say(
            format!("“{value}” is not the number of a page"),
            "write it in digits, as in page: 4",
        ),
        Kind::BadForeign { value } => say(
            format!("“{value}” doesn't name a language and words"),
            "write the language's code and the words, as in language: nl Jeugdwet",
        ),
        Kind::ChartAmongFacts => say(
            "a chart stands among the facts",
            "put an empty line before it; a chart stands on a line of its own",
        ),
        _ => None,
    }
}

#[allow(clippy::too_many_lines, reason = "one arm a message")]
fn whole(kind: &Kind) -> Option<(String, String)> {
    match kind {
        Kind::BadKey { key } => say(
            format!("the key “{key}” has other characters than a key can have"),
            "use a to z, 0 to 9 and -, and don't begin with -",
        ),
        Kind::LongKey { key, length } => say(
            format!("the key “{key}” has {length} characters"),
            "a key may have at most 60",
        ),
        Kind::DuplicateKey { key } => say(
            format!("the key “{key}” stands here a second time"),
            "keys are unique below one parent; change one that was never published, or remove it and let the tool make one",
        ),
        Kind::FixedKey { key } => say(
            format!("the key “{key}” is a fixed part of an address"),
            "use another one",
        ),
        Kind::LoopCount { count } => say(
            format!("the publication has {count} loops"),
            "the figure has exactly two; name them in the section Loops",
        ),
        Kind::MissingLoop => say(
            "the phase has no loop",
            "name it right under the heading, as in loop: local",
        ),
        Kind::UnknownLoop {
            name,
            nearest,
            known,
        } => say(
            format!("the loop “{name}” is unknown{}", hint(nearest.as_deref())),
            format!("known loops: {}", list(known.iter().map(String::as_str))),
        ),
        Kind::EmptyLoop { name } => say(
            format!("the loop “{name}” has no phases"),
            "each of the two loops has one to eight",
        ),
        Kind::LoopsApart { crossings } => say(
            format!("the loop changes {crossings} times along the cycle"),
            "it must change twice: all phases of one loop lie together, then all of the other",
        ),
        Kind::PhaseCount { count } => say(
            format!(
                "the publication has {count} {}",
                if *count == 1 { "phase" } else { "phases" }
            ),
            "the figure holds two to twelve",
        ),
        Kind::PhasesInLoop { name, count } => say(
            format!("the loop “{name}” has {count} phases"),
            "a loop holds at most eight",
        ),
        Kind::EmptyPhase { name } => say(
            format!("the phase “{name}” has neither tips nor questions"),
            "write at least one of them, or remove the file",
        ),
        Kind::EmptyText => say(
            "a text is empty",
            "write one, or remove its heading or mark",
        ),
        Kind::BadLink { url } => say(
            format!("the link “{url}” can't be used"),
            "use an address that begins with https:// or mailto:, or a relative one",
        ),
        Kind::OrganisationLink { url } => say(
            format!("the link “{url}” of the organization doesn't begin with https://"),
            "write the whole address, or the name alone",
        ),
        Kind::UnknownTheme {
            name,
            nearest,
            known,
        } => say(
            format!("the theme “{name}” is unknown{}", hint(nearest.as_deref())),
            known_or(known, "themes", "Themes"),
        ),
        Kind::UnknownDomain {
            name,
            nearest,
            known,
        } => say(
            format!("the domain “{name}” is unknown{}", hint(nearest.as_deref())),
            known_or(known, "domains", "Domains"),
        ),
        Kind::ChartColumns { count } => say(
            format!("the chart has {count} columns"),
            "name one column, or two for one within the other, as in chart: municipality, domain",
        ),
        _ => None,
    }
}

fn text(kind: &Kind) -> (String, String) {
    let parts = match kind {
        Kind::SeenMarkup { mark } => say(
            format!("readers see “{mark}” as it is"),
            "remove it, or write what it stands for",
        ),
        Kind::Mojibake { part } => say(
            format!("“{part}” looks like a letter that was read in another encoding"),
            "write the letter that is meant",
        ),
        Kind::LostLetter => say(
            "a letter was lost (U+FFFD)",
            "write the letter that is meant",
        ),
        Kind::DoubledQuotes { marks } => say(
            format!("two quotation marks stand together: {marks}"),
            "keep one of the two",
        ),
        Kind::SoftHyphen => say(
            "a title or keyword has a soft hyphen, which travels into addresses and search",
            "remove it; titles are hyphenated by the tool",
        ),
        Kind::PhaseCountInText { words, count } => say(
            format!("the text says “{words}”, and the publication has {count} phases"),
            "change one of the two",
        ),
        _ => None,
    };
    parts.unwrap_or_default()
}

/// A size with one decimal. More than 5 MB is never shown as 5.0.
fn megabytes(size: u64) -> String {
    let tenths = (size * 10).div_ceil(1024 * 1024);
    format!("{}.{}", tenths / 10, tenths % 10)
}

pub(super) fn hint(nearest: Option<&str>) -> String {
    nearest.map_or_else(String::new, |name| format!(" (did you mean “{name}”?)"))
}

fn known_or(known: &[String], what: &str, section: &str) -> String {
    match known {
        [] => format!("name the {what} in the section {section}, or remove the fact"),
        known => format!("known {what}: {}", list(known.iter().map(String::as_str))),
    }
}

fn facts(known: &[[&'static str; 2]]) -> String {
    match known {
        [] => "no facts".into(),
        known => list(known.iter().map(|[_, english]| *english)),
    }
}

fn sections(is_publication: bool) -> impl Iterator<Item = &'static str> {
    let sections: &[Section] = match is_publication {
        true => &Section::OF_PUBLICATION,
        false => &Section::OF_PHASE,
    };
    sections
        .iter()
        .map(|section| section.name(Language::English))
}

fn spaces_in_words(spaces: usize) -> String {
    match spaces {
        2 => "two spaces".into(),
        3 => "three spaces".into(),
        4 => "four spaces".into(),
        spaces => format!("{spaces} spaces"),
    }
}
