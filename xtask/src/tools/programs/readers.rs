//! Programs that read pages: Java for the HTML checker, and a reader of printed pages.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::Program;
use super::answer::ask;
use super::defect::Defect;
use super::version::Version;

/// The oldest version that runs vnu.jar, whose class files are of version 55.
const OLDEST_JAVA: u32 = 11;
/// A PDF page with one word.
const PAGE: &str = "%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 50]/Contents 4 0 R/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj
4 0 obj<</Length 37>>stream
BT /F 12 Tf 20 20 Td (readable) Tj ET
endstream endobj
trailer<</Root 1 0 R/Size 5>>
%%EOF
";

/// Runs the HTML checker.
pub const JAVA: Program = Program {
    name: "java",
    variable: Some("JAVA"),
    names: &["java"],
    packages: &["default-jre-headless"],
    expected: "Java 11 or newer, which the HTML checker needs",
    check: |path, _| java(path),
};

/// Reads the text of a printed page.
pub const PDFTOTEXT: Program = Program {
    name: "pdftotext",
    variable: Some("PDFTOTEXT"),
    names: &["pdftotext"],
    packages: &["poppler-utils"],
    expected: "a pdftotext that writes the text of a page to its standard output",
    check: |path, _| pdftotext(path),
};

fn java(path: &Path) -> Result<(), Defect> {
    // Old versions, which the check has to recognize, don't know `--version`.
    let answer = ask(Command::new(path).arg("-version"))?.succeeded()?;
    let mut lines = answer.stderr.lines();
    let version = lines
        .find_map(|line| line.split_once("version \""))
        .and_then(|(_, version)| Version::find(version))
        .ok_or_else(|| Defect::new("doesn't print its version"))?;
    // Java 8 calls itself 1.8.
    match version.0 < OLDEST_JAVA {
        true => Err(Defect::new(format!("is version {version}"))),
        false => Ok(()),
    }
}

fn pdftotext(path: &Path) -> Result<(), Defect> {
    let broken = |error| Defect::new(format!("can't be tried: {error}"));
    let folder = tempfile::tempdir().map_err(broken)?;
    let page = folder.path().join("page.pdf");
    fs::write(&page, PAGE).map_err(broken)?;
    let answer = ask(Command::new(path).arg(&page).arg("-"))?.succeeded()?;
    match answer.stdout.contains("readable") {
        true => Ok(()),
        false => Err(Defect::new("doesn't read the text of a page")),
    }
}

#[cfg(test)]
mod tests {
    use super::super::fakes::FakeMachine;
    use super::*;

    #[test]
    fn java_is_new_enough_for_the_html_checker() {
        FakeMachine::assert_usable(
            &JAVA,
            r#"echo 'Picked up JAVA_TOOL_OPTIONS: -Xmx5m' >&2; echo 'openjdk version "11.0.2" 2019' >&2"#,
        );
        FakeMachine::assert_usable(&JAVA, r#"echo 'openjdk version "25-ea" 2025-09-16' >&2"#);
        FakeMachine::assert_unusable(
            &JAVA,
            r#"echo 'java version "1.8.0_292"' >&2"#,
            "is version 1.8.0; expected Java 11 or newer",
        );
        FakeMachine::assert_unusable(
            &JAVA,
            "echo 'Unable to locate a Java Runtime.' >&2; exit 1",
            "fails when it is run: Unable to locate a Java Runtime.;",
        );
    }

    #[test]
    fn pdftotext_reads_a_page() {
        FakeMachine::assert_usable(
            &PDFTOTEXT,
            r#"[ -s "$1" ] && [ "$2" = - ] && echo readable"#,
        );
        FakeMachine::assert_unusable(&PDFTOTEXT, "exit 0", "doesn't read the text of a page;");
        FakeMachine::assert_unusable(&PDFTOTEXT, "exit 99", "fails when it is run;");
    }
}
