//! The interface for the loader: decode a publication, mount a widget, update it.
//!
//! A mounted widget is never destroyed, because Yew keeps the event listeners of every root.
//! The loader keeps the widget in a pool for the next element.

#![warn(missing_docs)]

use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::{AppHandle, Callback};

use crate::bundle::Bundle;
use crate::content::Content;
use crate::route::{Resolved, Route};
use crate::view::{RenderContext, Widget, WidgetProps};

/// Mounts widgets of one publication.
#[wasm_bindgen]
pub struct WidgetFactory {
    bundle: Rc<Bundle>,
    base: Rc<str>,
}

#[wasm_bindgen]
impl WidgetFactory {
    /// Decodes a published bundle; `base` is the absolute URL of the site's root.
    ///
    /// # Errors
    /// Fails when the bytes are damaged or belong to another version.
    #[wasm_bindgen(constructor)]
    pub fn new(bytes: &[u8], base: &str) -> Result<WidgetFactory, JsError> {
        Ok(Self {
            bundle: Rc::new(Bundle::from_bytes(bytes)?),
            base: base.into(),
        })
    }

    /// Mounts a widget into an element that is not part of the page yet.
    ///
    /// `public_url` is the URL template for sharing; see [`RenderContext::public_url`].
    /// `on_rendered` is called with the mount id, the name of the view and its title
    /// each time the widget has rendered another view.
    #[must_use]
    pub fn mount(
        &self,
        root: Element,
        public_url: &str,
        heading_level: u8,
        view: &str,
        mount_id: u32,
        on_rendered: Function,
    ) -> MountedWidget {
        let bundle = Rc::clone(&self.bundle);
        let on_rendered = Callback::from(move |(mount_id, route): (u32, Route)| {
            report(&on_rendered, &bundle.content, mount_id, route);
        });
        let context = RenderContext {
            bundle: Rc::clone(&self.bundle),
            base: Rc::clone(&self.base),
            public_url: Some(public_url.into()),
            heading_level,
        };
        let props = props(context, view, mount_id, on_rendered);
        MountedWidget {
            props: props.clone(),
            handle: yew::Renderer::<Widget>::with_root_and_props(root, props).render(),
        }
    }
}

/// A mounted widget.
#[wasm_bindgen]
pub struct MountedWidget {
    handle: AppHandle<Widget>,
    props: WidgetProps,
}

#[wasm_bindgen]
impl MountedWidget {
    /// Renders another view, for the same element or, with a new mount id, for another element.
    pub fn update(&mut self, public_url: &str, heading_level: u8, view: &str, mount_id: u32) {
        let context = RenderContext {
            public_url: Some(public_url.into()),
            heading_level,
            ..self.props.context.clone()
        };
        self.props = props(context, view, mount_id, self.props.on_rendered.clone());
        self.handle.update(self.props.clone());
    }
}

fn props(
    context: RenderContext,
    view: &str,
    mount_id: u32,
    on_rendered: Callback<(u32, Route)>,
) -> WidgetProps {
    let Resolved { route, exact } = context.bundle.content.views.resolve(view);
    WidgetProps {
        context,
        route,
        requested_path: (!exact).then(|| view.into()),
        mount_id,
        on_rendered,
    }
}

fn report(on_rendered: &Function, content: &Content, mount_id: u32, route: Route) {
    let name = content.views.name(route);
    let title = content.page_title(route);
    // Exceptions are ignored: the loader reports its own errors, and the widget is unaffected.
    let _ = on_rendered.call3(
        &JsValue::NULL,
        &mount_id.into(),
        &name.into(),
        &title.into(),
    );
}
