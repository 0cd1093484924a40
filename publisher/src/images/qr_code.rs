//! The QR code of an address.

use qrcodegen::{QrCode, QrCodeEcc};
use yew::prelude::*;

/// The name of the file, beside the page with that address.
pub const FILE: &str = "qr.svg";

/// The margin that scanners need, in modules.
const QUIET: i32 = 4;
/// The side of a module in the file, in px.
const MODULE: i32 = 10;

/// A QR code as one path, whose unit is a module.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QrShape {
    /// The side with its margin.
    pub side: i32,
    /// The dark modules.
    pub path: String,
}

impl QrShape {
    /// The code of an address; none for an address that is too long for any code.
    #[must_use]
    pub fn new(url: &str) -> Option<Self> {
        let code = QrCode::encode_text(url, QrCodeEcc::Medium).ok()?;
        let size = code.size();
        let mut path = String::new();
        for y in 0..size {
            let mut x = 0;
            while x < size {
                let length = (x..size).take_while(|x| code.get_module(*x, y)).count();
                if length > 0 {
                    let (left, top) = (x + QUIET, y + QUIET);
                    path += &format!("M{left},{top}h{length}v1h-{length}z");
                }
                // Behind the dark modules is a light one, or the end.
                x += i32::try_from(length).unwrap_or(size) + 1;
            }
        }
        let side = size + 2 * QUIET;
        Some(Self { side, path })
    }

    /// The code as a file, with a name for screen reader users.
    pub async fn svg(&self, name: String) -> String {
        let shape = self.clone();
        yew::LocalServerRenderer::<QrFile>::with_props(QrFileProps { shape, name })
            .hydratable(false)
            .render()
            .await
    }
}

#[derive(Clone, PartialEq, Properties)]
struct QrFileProps {
    shape: QrShape,
    name: String,
}

#[component]
fn QrFile(QrFileProps { shape, name }: &QrFileProps) -> Html {
    let QrShape { side, path } = shape;
    let width = (side * MODULE).to_string();
    html! {
        <svg xmlns="http://www.w3.org/2000/svg" width={width.clone()} height={width} viewBox={format!("0 0 {side} {side}")} role="img" shape-rendering="crispEdges">
            <title>{name}</title>
            <rect width="100%" height="100%" fill="#fff" />
            <path d={path.clone()} fill="#000" />
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The modules of a path, row by row.
    fn modules(shape: &QrShape) -> Vec<Vec<bool>> {
        let side = usize::try_from(shape.side).unwrap();
        let mut modules = vec![vec![false; side]; side];
        for run in shape.path.split('M').skip(1) {
            let (start, rest) = run.split_once('h').unwrap();
            let (x, y) = start.split_once(',').unwrap();
            let (x, y): (usize, usize) = (x.parse().unwrap(), y.parse().unwrap());
            let (length, end) = rest.split_once('v').unwrap();
            assert_eq!(end, format!("1h-{length}z"));
            let length: usize = length.parse().unwrap();
            modules[y][x..x + length].fill(true);
        }
        modules
    }

    #[test]
    fn the_path_has_the_modules_of_the_code_within_its_margin() {
        let url = "https://example.org/nl/vertaling/";
        let shape = QrShape::new(url).unwrap();
        let code = QrCode::encode_text(url, QrCodeEcc::Medium).unwrap();
        for (y, row) in modules(&shape).into_iter().enumerate() {
            for (x, is_dark) in row.into_iter().enumerate() {
                let [x, y] = [x, y].map(|at| i32::try_from(at).unwrap() - QUIET);
                // Outside of the code all modules are light.
                assert_eq!(is_dark, code.get_module(x, y), "{x} {y}");
            }
        }
    }

    #[test]
    fn an_address_that_is_too_long_has_no_code() {
        assert_eq!(QrShape::new(&"x".repeat(3000)), None);
    }

    #[tokio::test]
    async fn the_file_is_a_picture_with_a_name() {
        let shape = QrShape::new("https://example.org/").unwrap();
        let svg = shape.svg("QR-code van “<a> & b”".into()).await;
        let tree = roxmltree::Document::parse(&svg).unwrap();
        let root = tree.root_element();
        let title = root.first_element_child().unwrap();
        assert_eq!(title.text(), Some("QR-code van “<a> & b”"));
        assert_eq!(root.attribute("role"), Some("img"));
        assert_eq!(svg.matches("<path").count(), 1);
        assert!(!svg.contains("style"));
    }
}
