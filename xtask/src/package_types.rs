//! Checks the types of the npm package in TypeScript of hosts: `tests/types/package/`.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::command::run;
use crate::dist;
use crate::tools::Tools;

/// The sources of the hosts, below `tests/types/package/`.
const HOSTS: [Host; 6] = [
    Host::new("interface", "interface.ts"),
    Host::new("preact", "preact.tsx"),
    Host::new("react", "react.tsx"),
    Host {
        react_types: "@types/react-18",
        ..Host::new("react-18", "react.tsx")
    },
    Host::new("svelte", "svelte.ts"),
    Host::new("vue", "vue.ts"),
];

/// A host, whose types are checked apart from those of others.
struct Host {
    name: &'static str,
    source: &'static str,
    /// The package with the types of React.
    react_types: &'static str,
}

impl Host {
    const fn new(name: &'static str, source: &'static str) -> Self {
        Self {
            name,
            source,
            react_types: "@types/react",
        }
    }

    /// The settings of the compiler, which finds `kennislemniscaat` beside the sources and all other packages in
    /// `modules`.
    fn settings(&self, modules: &Path) -> Value {
        let at = |path: &str| modules.join(path);
        let jsx = match self.name {
            "preact" => "preact",
            _ => "react",
        };
        let react = at(self.react_types);
        json!({
            "compilerOptions": {
                "noEmit": true,
                "strict": true,
                "exactOptionalPropertyTypes": true,
                "target": "es2022",
                "lib": ["es2022", "dom", "dom.iterable"],
                "module": "esnext",
                "moduleResolution": "bundler",
                "jsx": "react-jsx",
                "jsxImportSource": jsx,
                "types": [],
                "paths": {
                    "react": [react],
                    "react/*": [react.join("*")],
                    "*": [at("@types/*"), at("*")],
                },
            },
            "files": [self.source],
        })
    }
}

/// Compiles each host.
///
/// # Errors
/// If a type isn't as a host uses it.
pub fn check(tools: &Tools) -> Result<()> {
    let root = crate::root()?;
    let folder = root.join("target/package-types");
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("removing {}", folder.display()))?;
    }
    dist::stage_npm(&folder.join("node_modules/kennislemniscaat"))?;
    for host in &HOSTS {
        let folder = folder.join(host.name);
        fs::create_dir_all(&folder).with_context(|| format!("making {}", folder.display()))?;
        let source = root.join("tests/types/package").join(host.source);
        fs::copy(&source, folder.join(host.source))
            .with_context(|| format!("copying {}", source.display()))?;
        let settings = format!("{:#}", host.settings(&tools.node_modules));
        fs::write(folder.join("tsconfig.json"), settings)
            .with_context(|| format!("writing to {}", folder.display()))?;
        let mut tsc = Command::new(tools.node_modules.join(".bin/tsc"));
        tsc.args(["--pretty", "--project"]).arg(&folder);
        run(&mut tsc).with_context(|| {
            format!(
                "the types of packages/npm/ aren't what tests/types/package/{} does with them in {}",
                host.source, host.name
            )
        })?;
    }
    Ok(())
}
