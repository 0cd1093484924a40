//! The widget, and its peers: twins that are built from npm packages, and pages without a script.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail, ensure};
use harness::published::EDITION;
use harness::setup::{root, setup};

/// How a peer comes into a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The widget, with the snippet of the README.
    Ours,
    /// The widget of an exact release, whose first view the page names beforehand.
    Pinned,
    /// A widget with the same text and figure, made with a framework.
    Twin,
    /// Pages with the same text and figure, without a script.
    Static,
    /// The host page without a widget.
    Nothing,
}

/// The widget or a peer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Peer {
    /// The name on the command line and in tables.
    pub name: &'static str,
    pub kind: Kind,
}

const fn peer(name: &'static str, kind: Kind) -> Peer {
    Peer { name, kind }
}

/// The widget and all peers, in the order of the tables.
pub const PEERS: [Peer; 6] = [
    peer("ours", Kind::Ours),
    peer("pinned", Kind::Pinned),
    peer("preact", Kind::Twin),
    peer("lit", Kind::Twin),
    peer("svelte", Kind::Twin),
    peer("static", Kind::Static),
];

/// The host page without a widget, with which the main thread is compared.
pub const NOTHING: Peer = peer("nothing", Kind::Nothing);

/// The parts of a widget, each with the selector of one element.
pub struct Selectors {
    /// The last arc of the figure.
    pub figure: &'static str,
    /// The name of the first phase.
    pub phase: &'static str,
    /// The last tip of the first phase.
    pub tips: &'static str,
    /// The first tip.
    pub tip: &'static str,
    /// The title of a tip.
    pub statement: &'static str,
}

const OURS: Selectors = Selectors {
    figure: ".kl-overview .kl-phase-4 .kl-ribbon",
    phase: ".kl-phase-1 .kl-label",
    tips: ".kl-tips li:last-child .kl-tip",
    tip: ".kl-tip",
    statement: ".kl-statement",
};

const TWINS: Selectors = Selectors {
    figure: ".overview .phase-4 .ribbon",
    phase: ".phase-1 .label",
    tips: ".tips li:last-child .tip",
    tip: ".tip",
    statement: ".statement",
};

const NO_WIDGET: Selectors = Selectors {
    figure: "h2",
    ..TWINS
};

impl Peer {
    /// Whether it is the widget.
    #[must_use]
    pub fn is_ours(&self) -> bool {
        matches!(self.kind, Kind::Ours | Kind::Pinned)
    }

    /// Whether it is an element in a host page.
    #[must_use]
    pub fn is_element(&self) -> bool {
        self.is_ours() || self.kind == Kind::Twin
    }

    /// The name of its element.
    #[must_use]
    pub fn element(&self) -> String {
        match self.is_ours() {
            true => "kennis-lemniscaat".into(),
            false => format!("{}-twin", self.name),
        }
    }

    /// The path of its script at the server of widgets.
    #[must_use]
    pub fn script(&self) -> String {
        match self.kind {
            Kind::Ours => "/embed.js".into(),
            Kind::Pinned => concat!("/v", env!("CARGO_PKG_VERSION"), "/embed.js").into(),
            _ => format!("/twins/{}/twin.js", self.name),
        }
    }

    /// The selectors of its parts.
    #[must_use]
    pub fn selectors(&self) -> &'static Selectors {
        match self.kind {
            Kind::Ours | Kind::Pinned => &OURS,
            Kind::Twin | Kind::Static => &TWINS,
            Kind::Nothing => &NO_WIDGET,
        }
    }
}

/// The peers with these names; all without a name.
///
/// # Errors
/// When there is no such peer.
pub fn named(names: &[String]) -> Result<Vec<Peer>> {
    if let Some(name) = names
        .iter()
        .find(|name| PEERS.iter().all(|peer| peer.name != **name))
    {
        let known = PEERS.map(|peer| peer.name).join(", ");
        bail!("unknown peer {name}; expected some of {known}");
    }
    let is_chosen = |peer: &Peer| names.is_empty() || names.iter().any(|name| name == peer.name);
    Ok(PEERS.into_iter().filter(is_chosen).collect())
}

/// Builds all twins and static pages from the text of the publication; returns their folder, and the versions of the
/// packages that they are made with, in words.
///
/// # Errors
/// When a file can't be written, or a twin doesn't compile.
pub fn build(folder: &Path) -> Result<(PathBuf, String)> {
    fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
    let bundle = folder.join("bundle.json");
    let text = serde_json::to_vec(&EDITION.bundle)?;
    fs::write(&bundle, text).with_context(|| format!("writing {}", bundle.display()))?;
    let twins = folder.join("twins");
    let output = Command::new("node")
        .arg(root().join("bench/peers/build.mjs"))
        .args([&bundle, &twins])
        .env("NODE_MODULES", setup().path("node-modules"))
        .output()
        .context("starting node")?;
    ensure!(
        output.status.success(),
        "building the twins: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    let versions = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    Ok((twins, versions))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn peers_are_chosen_by_name_in_the_order_of_the_tables() {
        let names = ["lit", "ours"].map(String::from);
        let chosen: Vec<_> = named(&names)
            .unwrap()
            .iter()
            .map(|peer| peer.name)
            .collect();
        assert_eq!(chosen, ["ours", "lit"]);
        assert_eq!(named(&[]).unwrap().len(), PEERS.len());
    }

    #[test]
    fn an_unknown_peer_is_named_with_those_that_exist() {
        let error = named(&["react".into()]).unwrap_err().to_string();
        assert_eq!(
            error,
            "unknown peer react; expected some of ours, pinned, preact, lit, svelte, static"
        );
    }
}
