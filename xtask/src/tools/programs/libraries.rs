//! Script libraries of older pages, which extend the browser's own prototypes.

use std::fs;
use std::path::Path;

use super::Program;
use super::defect::Defect;

/// Prototype.js.
pub const PROTOTYPE: Program = Program {
    name: "prototype",
    variable: Some("PROTOTYPE"),
    names: &["/usr/share/javascript/prototype/prototype.js"],
    packages: &["libjs-prototype"],
    expected: "the script of Prototype.js 1.7",
    check: |path, _| mentions(path, "Prototype JavaScript framework, version 1.7"),
};

/// `MooTools`.
pub const MOOTOOLS: Program = Program {
    name: "mootools",
    variable: Some("MOOTOOLS"),
    names: &["/usr/share/javascript/mootools/mootools.js"],
    packages: &["libjs-mootools"],
    expected: "the script of MooTools 1.4",
    check: |path, _| mentions(path, "MooTools"),
};

/// Checks that a script mentions its name.
fn mentions(path: &Path, name: &str) -> Result<(), Defect> {
    let script = fs::read_to_string(path);
    let script = script.map_err(|error| Defect::new(format!("can't be read: {error}")))?;
    match script.contains(name) {
        true => Ok(()),
        false => Err(Defect::new(format!("doesn't mention {name}"))),
    }
}

#[cfg(test)]
mod tests {
    use super::super::fakes::FakeMachine;
    use super::*;

    #[test]
    fn libraries_are_known_by_their_names() {
        let mut fake = FakeMachine::new();
        fake.file("moo.js", "var MooTools = {}");
        fake.set("MOOTOOLS", &fake.folder().join("moo.js"));
        assert!(fake.machine().locate(&MOOTOOLS).is_ok());
        fake.file("moo.js", "");
        assert!(fake.machine().locate(&MOOTOOLS).is_err());
    }
}
