//! Applications that host the widget.

use anyhow::Result;
use harness::Page;
use harness::server::{Plan, Site};
use harness::setup::setup;

/// An application, and the tags that load it and the widget's script.
#[derive(Clone, Copy)]
pub struct Application {
    /// The rendering mode, as the application's source names it.
    pub mode: &'static str,
    /// The tag of the widget's script, placed before the application's.
    pub embed: &'static str,
    /// The tag of the application's script.
    pub script: &'static str,
}

/// React, with a widget's script that can load at any time.
pub const REACT: Application = Application {
    mode: "",
    embed: "<script async src=\"EMBED\" data-only=\"elements\"></script>",
    script: "<script src=\"/spa/react.js\"></script>",
};

/// React in strict mode, which mounts everything twice. The element is defined before React runs.
pub const REACT_STRICT: Application = Application {
    mode: "strict",
    embed: "<script src=\"EMBED\" data-only=\"elements\"></script>",
    script: REACT.script,
};

/// React 18 in strict mode, from the same source.
pub const REACT_18: Application = Application {
    mode: "effect",
    embed: REACT.embed,
    script: "<script src=\"/spa/react-18.js\"></script>",
};

/// Vue with templates, which must be configured with the tags that are custom elements.
pub const VUE_TEMPLATE: Application = Application {
    mode: "template",
    embed: "<script src=\"EMBED\" data-only=\"elements\"></script>",
    script: "<script src=\"/spa/vue.js\"></script>",
};

/// Vue with render functions, and a page that is kept alive while another is shown.
pub const VUE_FUNCTIONS: Application = Application {
    mode: "functions",
    embed: "<script async src=\"EMBED\" data-only=\"elements\"></script>",
    script: VUE_TEMPLATE.script,
};

/// Angular without zones, with templates that are compiled on the page.
pub const ANGULAR: Application = Application {
    mode: "",
    embed: "<script src=\"EMBED\" data-only=\"elements\"></script>",
    script: "<script src=\"/spa/angular.js\"></script>",
};

/// Svelte, compiled beforehand.
pub const SVELTE: Application = Application {
    mode: "",
    embed: "<script async src=\"EMBED\" data-only=\"elements\"></script>",
    script: "<script src=\"/spa/svelte.js\"></script>",
};

/// Lit: an element that renders its templates without a shadow root.
pub const LIT: Application = Application {
    mode: "",
    embed: "<script src=\"EMBED\" data-only=\"elements\"></script>",
    script: "<script src=\"/spa/lit.js\"></script>",
};

/// Yew: a WebAssembly module separate from the widget's, made with the same framework.
pub const YEW: Application = Application {
    mode: "",
    embed: "<script async src=\"EMBED\" data-only=\"elements\"></script>",
    script: "<script type=\"module\">
        import start from '/spa/yew-host.js';
        start();
        </script>",
};

impl Application {
    /// The page's HTML, with the server-rendered part of the application.
    fn html(&self, files: &Site, rendered: &str) -> String {
        let Self {
            mode,
            embed,
            script,
        } = self;
        let embed = embed.replace("EMBED", &files.url("/embed.js"));
        format!(
            "<!doctype html><html lang=\"fy\"><meta charset=\"utf-8\"><title>Gast</title>{embed}
            <body><div id=\"app\" data-how=\"{mode}\">{rendered}</div>{script}</body></html>"
        )
    }

    /// Serves the application, with the widget's script from `files`.
    pub async fn serve(&self, files: &Site, rendered: &str) -> Result<Site> {
        let folder = setup().path("host-applications").display().to_string();
        let plan = Plan::default().page("/gast/", self.html(files, rendered));
        plan.files("/spa", folder).serve().await
    }

    /// Opens the application and waits until it has rendered its page.
    pub async fn open(&self, page: &Page, files: &Site) -> Result<Site> {
        let host = self.serve(files, "").await?;
        page.open(&host.url("/gast/")).await?;
        let rendered = "document.querySelector('#steps')?.textContent === '0'";
        page.wait("the page of the application", rendered).await?;
        Ok(host)
    }
}
