//! The interface between the loader and the widget in a real browser: mount, update and callbacks.
#![cfg(target_arch = "wasm32")]

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::future::TimeoutFuture;
use kennislemniscaat::bundle::Bundle;
use kennislemniscaat::embed::{MountedWidget, WidgetFactory};
use kennislemniscaat::figure::Shapes;
use serde_json::Value;
use test_support::injection;
use test_support::publication::publication;
use test_support::views::{KINDS, view};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Document, Element};

wasm_bindgen_test_configure!(run_in_browser);

/// The pattern of the public address of a view, for sharing.
const PUBLIC: &str = "https://example.org/nl/{path}";

/// The arguments of the calls of `on_rendered`: mount id, view, title.
type Reports = Rc<RefCell<Vec<(u32, String, String)>>>;

/// A widget that is mounted as the loader does it, in an element outside the document.
struct Mounted {
    root: Element,
    app: MountedWidget,
    reports: Reports,
}

fn json() -> Value {
    publication()
}

fn factory(content: Value) -> WidgetFactory {
    let bundle = Bundle {
        content: serde_json::from_value(content).expect("content"),
        shapes: Shapes::new(&[0, 1, 1, 0]),
        charts: vec![],
    };
    let bytes = bundle.to_bytes().expect("bytes");
    WidgetFactory::new(&bytes, "https://example.org/").unwrap_or_else(|_| panic!("a factory"))
}

fn document() -> Document {
    let document = web_sys::window().and_then(|window| window.document());
    document.expect("a document")
}

fn mount(view: &str) -> Mounted {
    mount_from(&factory(json()), view)
}

fn mount_from(factory: &WidgetFactory, view: &str) -> Mounted {
    let root = document().create_element("div").expect("an element");
    let reports = Reports::default();
    let record = Rc::clone(&reports);
    let on_rendered = Closure::<dyn Fn(u32, String, String)>::new(move |mount_id, view, title| {
        record.borrow_mut().push((mount_id, view, title));
    });
    let on_rendered = on_rendered.into_js_value().unchecked_into();
    let app = factory.mount(root.clone(), PUBLIC, 2, view, 7, on_rendered);
    Mounted { root, app, reports }
}

impl Mounted {
    /// Waits for the report with a number, counted from 1.
    async fn report(&self, number: usize) -> (u32, String, String) {
        for _ in 0..400 {
            if let Some(report) = self.reports.borrow().get(number - 1) {
                return report.clone();
            }
            TimeoutFuture::new(5).await;
        }
        panic!("the widget reported fewer than {number} times");
    }

    fn text(&self, selector: &str) -> String {
        let element = self.root.query_selector(selector).expect("a selector");
        element
            .and_then(|element| element.text_content())
            .unwrap_or_default()
    }
}

#[wasm_bindgen_test]
async fn a_rendered_view_is_reported() {
    let mounted = mount("vertaling/tip-5");
    let (mount_id, view, title) = mounted.report(1).await;
    assert_eq!((mount_id, view.as_str()), (7, "vertaling/tip-5"));
    assert!(title.starts_with("Tip 5"), "{title}");
    let shown = mounted.text("h2[data-title]");
    assert!(shown.ends_with("Vraag het 3 keer aan 5 mensen."), "{shown}");
}

#[wasm_bindgen_test]
async fn an_update_replaces_the_view() {
    let mut mounted = mount("");
    mounted.report(1).await;
    mounted.app.update(PUBLIC, 3, "analyseren/ervaringen", 7);
    let (mount_id, view, _) = mounted.report(2).await;
    assert_eq!((mount_id, view.as_str()), (7, "analyseren/ervaringen"));
    assert!(mounted.text("h3[data-title]").starts_with("Ervaringen"));
    assert_eq!(mounted.text("h2"), "");
}

#[wasm_bindgen_test]
async fn a_missing_view_resolves_to_another_with_a_notice() {
    let mounted = mount("vertaling/tip-99");
    let (_, view, _) = mounted.report(1).await;
    assert_eq!(view, "vertaling");
    assert!(mounted.text(".kl-notice").contains("vertaling/tip-99"));
}

#[wasm_bindgen_test]
async fn a_pooled_app_reports_its_new_mount_id() {
    let mut mounted = mount("vertaling");
    mounted.report(1).await;
    mounted.app.update(PUBLIC, 2, "vertaling", 8);
    let (mount_id, ..) = mounted.report(2).await;
    assert_eq!(mount_id, 8);
}

#[wasm_bindgen_test]
async fn links_lead_to_the_published_site() {
    let mounted = mount("");
    mounted.report(1).await;
    let link = mounted
        .root
        .query_selector("[data-view='vertaling']")
        .expect("a selector");
    let href = link.and_then(|link| link.get_attribute("href"));
    assert_eq!(href.as_deref(), Some("https://example.org/nl/vertaling/"));
}

#[wasm_bindgen_test]
fn damaged_content_is_refused_with_a_reason() {
    let Err(error) = WidgetFactory::new(&[1, 2, 3], "https://example.org/") else {
        panic!("three bytes were accepted as a publication");
    };
    let error: js_sys::Error = JsValue::from(error).unchecked_into();
    assert!(String::from(error.message()).contains("damaged"));
}

#[wasm_bindgen_test]
async fn texts_are_never_interpreted_as_markup() {
    let body = document().body().expect("a body");
    for text in injection::texts() {
        let mut content = json();
        injection::replace_texts(&mut content, &mut || text);
        let mut mounted = mount_from(&factory(content), "");
        body.append_child(&mounted.root)
            .expect("appending to the body");
        for (index, view) in KINDS.map(view).into_iter().enumerate() {
            mounted.app.update(PUBLIC, 2, view, 7);
            mounted.report(index + 1).await;
            let markup = "script, iframe, img, object, embed, style, base, meta, video, math, [onerror], [onload], [onfocus]";
            let element = mounted.root.query_selector(markup).expect("a selector");
            let html = element.map(|element| element.outer_html());
            assert_eq!(html, None, "{view} interprets {text} as markup");
            let shown = mounted.root.text_content().unwrap_or_default();
            assert!(shown.contains(text), "{view} doesn't show {text} unchanged");
        }
        mounted.root.remove();
    }
    let window = web_sys::window().expect("a window");
    let ran = js_sys::Reflect::get(&window, &"xss".into()).expect("a property");
    assert!(ran.is_undefined(), "a text ran as a script");
}
