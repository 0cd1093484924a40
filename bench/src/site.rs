//! The pages that are measured, and their server: nginx with TLS and HTTP/2 on this machine alone, with files that were
//! compressed beforehand. Host pages are at another origin than the widgets in them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, ensure};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use harness::nginx::Nginx;
use harness::servers::free_port;
use harness::setup::{root, setup};
use sha2::{Digest as _, Sha256};

use crate::peers::{Kind, NOTHING, PEERS, Peer};

/// A host page: one widget with the plain snippet, one with the style that reserves its height, or many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Variant {
    /// The plain snippet.
    Plain,
    /// The snippet with the style of the README.
    Styled,
    /// A number of widgets that are interactive at once.
    Many(usize),
}

/// The numbers of widgets on a page.
pub const COUNTS: [usize; 2] = [1, 100];

impl Variant {
    fn file(self, peer: &Peer) -> String {
        match self {
            Self::Plain => format!("{}.html", peer.name),
            Self::Styled => format!("{}-styled.html", peer.name),
            Self::Many(count) => format!("{}-{count}.html", peer.name),
        }
    }
}

/// The running server.
pub struct Site {
    pages: Nginx,
    /// The hash of the certificate's key, as Chromium reads it.
    pub key_hash: String,
}

impl Site {
    /// Writes the host pages into a folder, and serves them with the widgets; `twins` is the folder of the twins.
    ///
    /// # Errors
    /// When a file can't be written, or the server can't be started.
    pub fn start(folder: &Path, twins: &Path) -> Result<Self> {
        let pages = folder.join("pages");
        fs::create_dir_all(&pages).with_context(|| format!("making {}", pages.display()))?;
        let key_hash = certificate(folder)?;
        let [port_of_pages, port_of_files] = [free_port()?, free_port()?];
        let origin = format!("https://127.0.0.1:{port_of_files}");
        let fragment = format!("{origin}/{}/", fragments()?);
        for peer in PEERS.iter().chain([&NOTHING]) {
            let counts = COUNTS.map(Variant::Many);
            for variant in [Variant::Plain, Variant::Styled].into_iter().chain(counts) {
                let file = pages.join(variant.file(peer));
                let page = host_page(peer, variant, &origin, &fragment);
                fs::write(&file, page).with_context(|| format!("writing {}", file.display()))?;
            }
        }
        let tls = format!(
            "ssl_certificate {0}/certificate.pem; ssl_certificate_key {0}/key.pem;",
            folder.display()
        );
        let servers = format!(
            "    server {{\n        listen 127.0.0.1:{port_of_pages} ssl http2;\n        {tls}\n        \
            root {pages};\n        index index.html;\n        charset utf-8;\n        brotli on;\n        \
            brotli_static on;\n        location /static/ {{ root {twins}; }}\n    }}\n\
            \x20   server {{\n        listen 127.0.0.1:{port_of_files} ssl http2;\n        {tls}\n        \
            root {site};\n        location /twins/ {{\n            root {folder};\n            \
            add_header Access-Control-Allow-Origin *;\n        }}\n        include {settings};\n    }}\n",
            pages = pages.display(),
            twins = twins.display(),
            site = setup().site.display(),
            folder = folder.display(),
            settings = root().join("hosting/nginx.conf").display(),
        );
        let pages = Nginx::with_servers(&folder.join("nginx"), port_of_pages, &servers)?;
        Ok(Self { pages, key_hash })
    }

    /// The address of a host page; that of static pages is the overview.
    #[must_use]
    pub fn page(&self, peer: &Peer, variant: Variant) -> String {
        match peer.kind {
            Kind::Static => self.pages.url("/static/nl/"),
            _ => self.pages.url(&format!("/{}", variant.file(peer))),
        }
    }
}

/// The folder of the Dutch fragments, below the site's root.
fn fragments() -> Result<String> {
    let folder = setup().site.join("files");
    let entries = fs::read_dir(&folder).with_context(|| format!("reading {}", folder.display()))?;
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let is_fragments = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with("nl-") && path.join("index.html").is_file()
    };
    let found = paths.filter(is_fragments).max().with_context(|| {
        format!(
            "missing fragments; expected a folder nl-… in {}",
            folder.display()
        )
    })?;
    let name = found.file_name().unwrap_or_default().to_string_lossy();
    Ok(format!("files/{name}"))
}

/// Makes a certificate for this machine, signed by its own key; returns the hash of that key.
fn certificate(folder: &Path) -> Result<String> {
    let openssl = |arguments: &str| -> Result<String> {
        let output = Command::new(setup().path("openssl"))
            .args(arguments.split(' '))
            .current_dir(folder)
            .output()
            .context("starting openssl")?;
        ensure!(
            output.status.success(),
            "openssl {arguments}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        Ok(String::from_utf8(output.stdout)?)
    };
    openssl(
        "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 30 -subj /CN=127.0.0.1 \
         -addext subjectAltName=IP:127.0.0.1 -keyout key.pem -out certificate.pem",
    )?;
    let key = openssl("x509 -in certificate.pem -noout -pubkey")?;
    let key: String = key.lines().filter(|line| !line.starts_with('-')).collect();
    let key = BASE64_STANDARD
        .decode(key)
        .context("the key of the certificate")?;
    Ok(BASE64_STANDARD.encode(Sha256::digest(key)))
}

/// A host page with text before and after the widget. `origin` is that of the widgets, and `fragment` the address of the
/// first view.
fn host_page(peer: &Peer, variant: Variant, origin: &str, fragment: &str) -> String {
    let element = peer.element();
    let head = match peer.kind {
        Kind::Pinned => {
            format!("<link rel=\"preload\" as=\"fetch\" crossorigin href=\"{fragment}\">\n")
        }
        _ => String::new(),
    };
    let style = match variant {
        Variant::Styled => format!(
            "<style>\n@media (scripting: enabled) {{\n  \
            {element}:not(:defined) {{ display: block; animation: 4s {element} }}\n  \
            @keyframes {element} {{ from, to {{ min-height: 90vh }} }}\n}}\n</style>\n"
        ),
        _ => String::new(),
    };
    let (count, attributes) = match variant {
        Variant::Many(count) => (count, " loading=\"eager\""),
        _ => (1, ""),
    };
    let link = "<a href=\"/\">De kennislemniscaat</a>";
    let widgets = format!("<{element}{attributes}>{link}</{element}>\n").repeat(count);
    let script = format!(
        "<script async src=\"{origin}{}\"></script>\n",
        peer.script()
    );
    let widgets = match peer.is_element() {
        true => widgets + script.as_str(),
        false => String::new(),
    };
    let paragraph = "<p>Deze tekst staat onder het figuur, en blijft staan terwijl het figuur geladen wordt.</p>\n";
    format!(
        "<!doctype html>\n<html lang=\"nl\">\n<meta charset=\"utf-8\">\n\
        <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>Gast</title>\n\
        <link rel=\"icon\" href=\"data:,\">\n{head}{style}\
        <h1>Kennis delen in de regio</h1>\n<p>Het begint met het geheel.</p>\n{widgets}\
        <h2>Daarna</h2>\n{}",
        paragraph.repeat(12)
    )
}
