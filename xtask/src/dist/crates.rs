//! The crates whose code is handed out: in the WebAssembly of the widget, or in the tool.
//!
//! `cargo tree` knows which crates and features a build takes; `cargo metadata` knows everything else of them. Crates
//! that only run during a build, such as procedural macros, aren't handed out.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use anyhow::{Context, Result};
use cargo_metadata::{DependencyKind, Metadata, MetadataCommand, Package};
use serde::Deserialize;

use super::{facts, tool};
use crate::command::{cargo, output};

const WASM: &str = "wasm32-unknown-unknown";

/// A part of what is handed out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// The WebAssembly, in the site and its packages.
    Widget,
    /// The tool `lemniscaat`, for any system.
    Tool,
}

impl Part {
    /// All parts.
    pub const ALL: [Self; 2] = [Self::Widget, Self::Tool];

    /// The name in texts.
    pub fn name(self) -> &'static str {
        match self {
            Self::Widget => "widget",
            Self::Tool => "tool",
        }
    }

    /// The crate that is built for the part.
    pub fn root(self) -> &'static str {
        match self {
            Self::Widget => "kennislemniscaat",
            Self::Tool => "publisher",
        }
    }

    /// Options of cargo for each build of the part.
    fn builds(self) -> Vec<Vec<&'static str>> {
        match self {
            Self::Widget => vec![vec!["--target", WASM]],
            Self::Tool => {
                let build = |target| vec!["--features", "embedded", "--target", target];
                tool::TARGETS.map(build).into()
            }
        }
    }
}

/// The name and the version of a crate.
pub type Id = (String, String);

/// A crate whose code is handed out.
#[derive(Clone, Debug)]
pub struct Crate {
    /// Its name and version.
    pub id: Id,
    /// The parts that it is in.
    pub parts: BTreeSet<Part>,
    /// The licence as an expression of SPDX, or nearly.
    pub licence: Option<String>,
    /// The file with the licence, where the crate names one.
    pub licence_file: Option<PathBuf>,
    /// The address of its source code.
    pub repository: Option<String>,
    /// The hash of its package, in hexadecimal; none for crates of this project.
    pub checksum: Option<String>,
    /// The folder of its source code.
    pub folder: PathBuf,
    /// The crates that it uses directly, of those that are handed out.
    pub dependencies: BTreeSet<Id>,
}

impl Crate {
    /// Whether the crate is a part of this project.
    pub fn is_own(&self) -> bool {
        self.checksum.is_none()
    }
}

/// The crates whose code is handed out, by name and version.
///
/// # Errors
/// If cargo fails, or doesn't know a crate.
pub fn shipped() -> Result<Vec<Crate>> {
    let mut parts: BTreeMap<Id, BTreeSet<Part>> = BTreeMap::new();
    for part in Part::ALL {
        for build in part.builds() {
            for id in tree(part.root(), &build)? {
                parts.entry(id).or_default().insert(part);
            }
        }
    }
    let metadata = metadata()?;
    let checksums = checksums()?;
    let packages: BTreeMap<Id, &Package> = metadata
        .packages
        .iter()
        .map(|package| (id(package), package))
        .collect();
    let mut dependencies = dependencies(&metadata);
    parts
        .iter()
        .map(|(id, of)| {
            let (name, version) = id;
            let package = packages.get(id);
            let package =
                package.with_context(|| format!("cargo metadata doesn't know {name} {version}"))?;
            let manifest = package.manifest_path.as_std_path();
            let folder = manifest.parent().context("a manifest without a folder")?;
            let mut uses = dependencies.remove(id).unwrap_or_default();
            uses.retain(|id| parts.contains_key(id));
            Ok(Crate {
                id: id.clone(),
                parts: of.clone(),
                licence: package.license.clone(),
                licence_file: package.license_file().map(Into::into),
                repository: package.repository.clone(),
                checksum: checksums.get(id).cloned(),
                folder: folder.to_owned(),
                dependencies: uses,
            })
        })
        .collect()
}

/// The crates that a build of a crate takes into its result.
fn tree(root: &str, build: &[&str]) -> Result<Vec<Id>> {
    let options = ["tree", "--locked", "--package", root];
    let format = ["--edges", "normal,no-proc-macro", "--prefix", "none"];
    let mut cargo = cargo(&[&options[..], build, &format, &["--format", "{p}"]].concat());
    cargo.current_dir(crate::root()?);
    let text = output(&mut cargo)?;
    text.lines()
        .map(|line| {
            let mut words = line.split(' ');
            let name = words.next();
            let version = words.next().and_then(|word| word.strip_prefix('v'));
            let id = name.zip(version);
            let id = id.map(|(name, version)| (name.to_owned(), version.to_owned()));
            id.with_context(|| {
                format!("`cargo tree` prints {line:?}; expected a name and a version")
            })
        })
        .collect()
}

fn metadata() -> Result<Metadata> {
    let mut options = vec!["--locked".to_owned()];
    // Crates of other systems need not be on this machine.
    for target in tool::TARGETS.into_iter().chain([WASM]) {
        options.extend(["--filter-platform".to_owned(), target.to_owned()]);
    }
    let mut command = MetadataCommand::new();
    command.current_dir(crate::root()?).other_options(options);
    command.exec().context("asking cargo for its metadata")
}

fn id(package: &Package) -> Id {
    (package.name.to_string(), package.version.to_string())
}

/// The crates that each crate uses directly, other than for its tests and its build.
fn dependencies(metadata: &Metadata) -> BTreeMap<Id, BTreeSet<Id>> {
    let nodes = metadata.resolve.iter().flat_map(|resolve| &resolve.nodes);
    nodes
        .map(|node| {
            let used = node.deps.iter().filter(|dependency| {
                let mut kinds = dependency.dep_kinds.iter();
                kinds.any(|kind| kind.kind == DependencyKind::Normal)
            });
            let used = used
                .map(|dependency| id(&metadata[&dependency.pkg]))
                .collect();
            (id(&metadata[&node.id]), used)
        })
        .collect()
}

/// The hash of each package in Cargo.lock.
fn checksums() -> Result<BTreeMap<Id, String>> {
    #[derive(Deserialize)]
    struct Lock {
        package: Vec<Locked>,
    }
    #[derive(Deserialize)]
    struct Locked {
        name: String,
        version: String,
        checksum: Option<String>,
    }
    let text = facts::read(&crate::root()?.join("Cargo.lock"))?;
    let lock: Lock = toml::from_str(&text).context("reading Cargo.lock")?;
    let packages = lock.package.into_iter();
    Ok(packages
        .filter_map(|package| Some(((package.name, package.version), package.checksum?)))
        .collect())
}

#[cfg(test)]
pub mod tests {
    use std::sync::LazyLock;

    use anyhow::ensure;
    use cargo_metadata::Dependency;

    use super::*;

    /// The crates; cargo is asked once.
    pub static SHIPPED: LazyLock<Vec<Crate>> =
        LazyLock::new(|| shipped().expect("the crates that are handed out"));

    /// Whether a dependency is in the WebAssembly.
    fn is_in_widget(dependency: &Dependency) -> bool {
        let target = dependency.target.as_ref().map(ToString::to_string);
        dependency.kind == DependencyKind::Normal
            && target.is_none_or(|target| target == "cfg(target_arch = \"wasm32\")")
    }

    #[test]
    fn the_widget_has_its_dependencies_and_nothing_of_tests_and_builds() -> Result<()> {
        let names: BTreeSet<&str> = SHIPPED
            .iter()
            .filter(|each| each.parts.contains(&Part::Widget))
            .map(|each| each.id.0.as_str())
            .collect();
        let metadata = metadata()?;
        let mut packages = metadata.workspace_packages().into_iter();
        let widget = packages.find(|package| package.name.as_str() == Part::Widget.root());
        let dependencies = &widget.context("the crate of the widget")?.dependencies;
        let (of_widget, others): (Vec<_>, Vec<_>) = dependencies
            .iter()
            .partition(|dependency| is_in_widget(dependency));
        ensure!(of_widget.len() > 5, "{of_widget:?}");
        for Dependency { name, .. } in of_widget {
            ensure!(
                names.contains(name.as_str()),
                "{name} is missing: {names:?}"
            );
        }
        for name in ["proptest", "test-support", "wasm-bindgen-test"] {
            ensure!(others.iter().any(|other| other.name == name), "{name}");
            ensure!(!names.contains(name), "{name} is in no widget");
        }
        for name in [
            "serde_derive",
            "syn",
            "wasm-bindgen-macro",
            "yew-macro",
            "zip",
        ] {
            ensure!(!names.contains(name), "{name} is in no widget");
        }
        Ok(())
    }

    #[test]
    fn dependencies_lead_from_each_part_to_all_of_its_crates() -> Result<()> {
        let crates = &*SHIPPED;
        for part in Part::ALL {
            let mut reached = BTreeSet::new();
            let mut next: Vec<&Id> = crates
                .iter()
                .map(|each| &each.id)
                .filter(|(name, _)| name == part.root())
                .collect();
            while let Some(id) = next.pop() {
                let found = crates.iter().find(|each| each.id == *id);
                if reached.insert(id) {
                    next.extend(found.iter().flat_map(|each| &each.dependencies));
                }
            }
            for each in crates.iter().filter(|each| each.parts.contains(&part)) {
                ensure!(reached.contains(&each.id), "nothing leads to {:?}", each.id);
            }
        }
        Ok(())
    }
}
