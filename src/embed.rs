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
use crate::route::Resolved;
use crate::view::{RenderContext, Rendered, Widget, WidgetProps};

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
    /// `on_rendered` is called with the mount id, the name of the view with its query, and its title
    /// each time the widget has rendered another view or query.
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
        let on_rendered = Callback::from(move |rendered: Rendered| {
            report(&on_rendered, &bundle.content, &rendered);
        });
        let context = RenderContext {
            bundle: Rc::clone(&self.bundle),
            base: Rc::clone(&self.base),
            public_url: Some(public_url.into()),
            heading_level,
            is_fragment: false,
        };
        let props = props(context, view, mount_id, 0, on_rendered);
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
        let request = self.props.request + 1;
        self.props = props(
            context,
            view,
            mount_id,
            request,
            self.props.on_rendered.clone(),
        );
        self.handle.update(self.props.clone());
    }
}

fn props(
    context: RenderContext,
    view: &str,
    mount_id: u32,
    request: u32,
    on_rendered: Callback<Rendered>,
) -> WidgetProps {
    let (path, query) = view.split_once('?').unwrap_or((view, ""));
    let Resolved { route, exact } = context.bundle.content.views.resolve(path);
    WidgetProps {
        context,
        route,
        query: query.into(),
        requested_path: (!exact).then(|| path.into()),
        mount_id,
        request,
        on_rendered,
    }
}

fn report(on_rendered: &Function, content: &Content, rendered: &Rendered) {
    let mut name = content.views.name(rendered.route);
    if !rendered.query.is_empty() {
        name.push('?');
        name.push_str(&rendered.query);
    }
    let title = content.page_title(rendered.route);
    // Exceptions are ignored: the loader reports its own errors, and the widget is unaffected.
    let _ = on_rendered.call3(
        &JsValue::NULL,
        &rendered.mount_id.into(),
        &name.into(),
        &title.into(),
    );
}
