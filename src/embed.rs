//! What the loader may call: read a publication, mount a widget, update it.
//!
//! An app is never destroyed, because Yew keeps the listeners of every root it
//! ever had: the loader pools apps and hands them to the next element.

use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::{AppHandle, Callback};

use crate::content::Content;
use crate::publication::Publication;
use crate::route::{Nearest, Route};
use crate::view::{Shown, Site, Widget};

/// A publication that widgets can be mounted on; shared by all of one language.
#[wasm_bindgen]
pub struct WidgetFactory {
    publication: Rc<Publication>,
    base: Rc<str>,
}

#[wasm_bindgen]
impl WidgetFactory {
    /// Reads a published content file; `base` is the address of the site that it is of.
    ///
    /// # Errors
    /// When the bytes are damaged or belong to another version.
    #[wasm_bindgen(constructor)]
    pub fn new(bytes: &[u8], base: &str) -> Result<WidgetFactory, JsError> {
        Ok(Self {
            publication: Rc::new(Publication::from_bytes(bytes)?),
            base: base.into(),
        })
    }

    /// Mounts a widget into an element that is not part of the page yet.
    ///
    /// `public` is the address of a view, as [`Site::public`] says, for readers to share.
    /// `shown` is called with the instance, the name of the view and its title
    /// each time the element shows a new view.
    #[must_use]
    pub fn mount(
        &self,
        root: Element,
        public: &str,
        heading_level: u8,
        view: &str,
        instance: u32,
        shown: Function,
    ) -> MountedWidget {
        let publication = Rc::clone(&self.publication);
        let on_shown = Callback::from(move |(instance, route): (u32, Route)| {
            report(&shown, &publication.content, instance, route);
        });
        let site = Site {
            publication: Rc::clone(&self.publication),
            base: Rc::clone(&self.base),
            public: Some(public.into()),
            heading_level,
        };
        let props = props(site, view, instance, on_shown);
        MountedWidget {
            shown: props.clone(),
            handle: yew::Renderer::<Widget>::with_root_and_props(root, props).render(),
        }
    }
}

/// A mounted widget.
#[wasm_bindgen]
pub struct MountedWidget {
    handle: AppHandle<Widget>,
    shown: Shown,
}

#[wasm_bindgen]
impl MountedWidget {
    /// Shows another view, for the same element or, with a new instance, for another.
    pub fn update(&mut self, public: &str, heading_level: u8, view: &str, instance: u32) {
        let site = Site {
            public: Some(public.into()),
            heading_level,
            ..self.shown.site.clone()
        };
        self.shown = props(site, view, instance, self.shown.on_shown.clone());
        self.handle.update(self.shown.clone());
    }
}

fn props(site: Site, view: &str, instance: u32, on_shown: Callback<(u32, Route)>) -> Shown {
    let Nearest { route, exact } = Route::nearest(view, &site.publication.content);
    Shown {
        site,
        route,
        missing: (!exact).then(|| view.into()),
        instance,
        on_shown,
    }
}

fn report(shown: &Function, content: &Content, instance: u32, route: Route) {
    let name = route.name(content);
    let title = route.title(content);
    // A loader that throws here reports its own error; the widget stays as it is.
    let _ = shown.call3(
        &JsValue::NULL,
        &instance.into(),
        &name.into(),
        &title.into(),
    );
}
