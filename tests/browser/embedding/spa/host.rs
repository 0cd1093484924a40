//! The applications.

use anyhow::Result;
use serde_json::json;

use crate::browser::{Browser, setting};
use crate::site::{Plan, Site};

/// An application, and how its page loads it and the widget's script.
pub struct Host {
    /// How the application draws, in its own words.
    pub how: &'static str,
    /// The tag of the widget's script, which stands first.
    pub embed: &'static str,
    /// The tag of the application's.
    pub script: &'static str,
}

/// React, with the script whenever it comes.
pub const REACT: Host = Host {
    how: "",
    embed: "<script async src=\"EMBED\"></script>",
    script: "<script src=\"/spa/react.js\"></script>",
};

/// React's strict mode mounts everything twice; here with the element defined before.
pub const REACT_STRICT: Host = Host {
    how: "strict",
    embed: "<script src=\"EMBED\"></script>",
    script: REACT.script,
};

/// Vue's templates, which must be told what is an element.
pub const VUE_TEMPLATE: Host = Host {
    how: "template",
    embed: "<script src=\"EMBED\"></script>",
    script: "<script src=\"/spa/vue.js\"></script>",
};

/// Vue's render functions, with the page kept alive while the reader is on another.
pub const VUE_FUNCTIONS: Host = Host {
    how: "functions",
    embed: "<script async src=\"EMBED\"></script>",
    script: VUE_TEMPLATE.script,
};

/// A WebAssembly of its own, of the same Yew as the widget's.
pub const YEW: Host = Host {
    how: "",
    embed: "<script async src=\"EMBED\"></script>",
    script: "<script type=\"module\">
        import start from '/spa/yew-host.js';
        start();
        </script>",
};

impl Host {
    /// The page, with what the server rendered of the application.
    fn page(&self, files: &Site, rendered: &str) -> String {
        let Self { how, embed, script } = self;
        let embed = embed.replace("EMBED", &files.url("/embed.js"));
        format!(
            "<!doctype html><html lang=\"fy\"><meta charset=\"utf-8\"><title>Gast</title>{embed}
            <body><div id=\"app\" data-how=\"{how}\">{rendered}</div>{script}</body></html>"
        )
    }

    /// Serves the application, with the widget's script of a site.
    pub async fn serve(&self, files: &Site, rendered: &str) -> Result<Site> {
        let plan = Plan::default().page("/gast/", self.page(files, rendered));
        plan.files("/spa", setting("SPA_HOSTS")).serve().await
    }

    /// Opens the application, once it has drawn its page.
    pub async fn open(&self, browser: &Browser, files: &Site) -> Result<Site> {
        let site = self.serve(files, "").await?;
        browser.open(&site.url("/gast/")).await?;
        let drawn = "document.querySelector('#steps')?.textContent === '0'";
        browser
            .wait("the application's page", drawn)
            .await?;
        Ok(site)
    }
}
