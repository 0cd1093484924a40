//! What the loader calls, in a real browser: mount, update, and what it hears back.
#![cfg(target_arch = "wasm32")]

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::future::TimeoutFuture;
use kennislemniscaat::bundle::Bundle;
use kennislemniscaat::embed::{MountedWidget, WidgetFactory};
use serde_json::Value;
use test_support::injection;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Document, Element};

wasm_bindgen_test_configure!(run_in_browser);

/// The address of a view, for readers to share.
const PUBLIC: &str = "https://example.org/nl/{path}";

/// What `shown` was called with: instance, view, title.
type Reports = Rc<RefCell<Vec<(u32, String, String)>>>;

/// A widget outside the page, as the loader mounts it.
struct Mounted {
    root: Element,
    app: MountedWidget,
    reports: Reports,
}

fn json() -> Value {
    serde_json::from_str(include_str!("../../content/nl.json")).expect("content")
}

fn factory(content: Value) -> WidgetFactory {
    let content = serde_json::from_value(content).expect("content");
    let bytes = Bundle::new(content, vec![]).to_bytes().expect("bytes");
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
    /// What was heard last, once the widget has called `times` times.
    async fn reports(&self, times: usize) -> (u32, String, String) {
        for _ in 0..400 {
            if let Some(reports) = self.reports.borrow().get(times - 1) {
                return reports.clone();
            }
            TimeoutFuture::new(5).await;
        }
        panic!("the widget never called back the {times}th time");
    }

    fn text(&self, selector: &str) -> String {
        let element = self.root.query_selector(selector).expect("a selector");
        element
            .and_then(|each| each.text_content())
            .unwrap_or_default()
    }
}

#[wasm_bindgen_test]
async fn a_widget_says_what_it_shows_once_it_does() {
    let mounted = mount("vertaling/tip-5");
    let (mount_id, view, title) = mounted.reports(1).await;
    assert_eq!((mount_id, view.as_str()), (7, "vertaling/tip-5"));
    assert!(title.starts_with("Tip 5"), "{title}");
    let shown = mounted.text("h2[data-title]");
    assert!(
        shown.ends_with("gemakkelijk via social media te verspreiden is."),
        "{shown}"
    );
}

#[wasm_bindgen_test]
async fn another_view_takes_the_place_of_the_first() {
    let mut mounted = mount("");
    mounted.reports(1).await;
    mounted.app.update(PUBLIC, 3, "analyseren/ervaringen", 7);
    let (mount_id, view, _) = mounted.reports(2).await;
    assert_eq!((mount_id, view.as_str()), (7, "analyseren/ervaringen"));
    assert!(mounted.text("h3[data-title]").starts_with("Ervaringen"));
    assert_eq!(mounted.text("h2"), "");
}

#[wasm_bindgen_test]
async fn an_unknown_view_leads_to_the_nearest_and_says_so() {
    let mounted = mount("vertaling/tip-99");
    let (_, view, _) = mounted.reports(1).await;
    assert_eq!(view, "vertaling");
    assert!(mounted.text(".kl-notice").contains("vertaling/tip-99"));
}

#[wasm_bindgen_test]
async fn an_app_from_the_pool_answers_for_its_new_element() {
    let mut mounted = mount("vertaling");
    mounted.reports(1).await;
    mounted.app.update(PUBLIC, 2, "vertaling", 8);
    let (mount_id, ..) = mounted.reports(2).await;
    assert_eq!(mount_id, 8);
}

#[wasm_bindgen_test]
async fn links_are_those_of_the_published_site() {
    let mounted = mount("");
    mounted.reports(1).await;
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
        panic!("three bytes are no publication");
    };
    let error: js_sys::Error = JsValue::from(error).unchecked_into();
    assert!(String::from(error.message()).contains("damaged"));
}

#[wasm_bindgen_test]
async fn texts_are_never_taken_for_markup() {
    const VIEWS: [&str; 7] = [
        "",
        "analyseren",
        "vertaling/tip-5",
        "vertaling/ervaringen",
        "vertaling/ervaringen/vorm",
        "vertaling/ervaringen/vorm/citaat-1",
        "achtergrond",
    ];
    let body = document().body().expect("a body");
    for text in injection::texts() {
        let mut content = json();
        injection::replace_texts(&mut content, &mut || text);
        let mut mounted = mount_from(&factory(content), "");
        body.append_child(&mounted.root)
            .expect("a place on the page");
        for (at, view) in VIEWS.into_iter().enumerate() {
            mounted.app.update(PUBLIC, 2, view, 7);
            mounted.reports(at + 1).await;
            let markup = "script, iframe, img, object, embed, style, base, meta, video, math, [onerror], [onload], [onfocus]";
            let found = mounted.root.query_selector(markup).expect("a selector");
            let found = found.map(|each| each.outer_html());
            assert_eq!(found, None, "{view} takes {text} for markup");
            let shown = mounted.root.text_content().unwrap_or_default();
            assert!(shown.contains(text), "{view} doesn't show {text} as it is");
        }
        mounted.root.remove();
    }
    let window = web_sys::window().expect("a window");
    let ran = js_sys::Reflect::get(&window, &"xss".into()).expect("a property");
    assert!(ran.is_undefined(), "a text ran as a script");
}
