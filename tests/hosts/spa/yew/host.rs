//! The page of the application.

use gloo::events::EventListener;
use gloo::utils::{document, window};
use wasm_bindgen::JsValue;
use web_sys::{Element, Event};
use yew::prelude::*;

use crate::state::{Action, BUTTONS, State};

/// Renders the application into its element on the page.
pub fn start() {
    let app = app();
    yew::Renderer::<Host>::with_root(app).render();
}

fn app() -> Element {
    let app = document().get_element_by_id("app");
    app.expect("the page has an element for the application")
}

#[component]
fn Host() -> Html {
    let state = use_reducer(State::new);
    let act = state.dispatcher();
    use_effect_with((), {
        let act = act.clone();
        move |()| {
            let back = EventListener::new(&window(), "popstate", {
                let act = act.clone();
                move |_| act.dispatch(Action::Back)
            });
            // Yew can't listen to custom events in markup, but these events bubble up to its root.
            let follow = ["ready", "navigate"].map(|event| {
                let act = act.clone();
                let name = format!("kennislemniscaat:{event}");
                EventListener::new(&app(), name, move |event| {
                    if let Some(view) = reported_view(event) {
                        act.dispatch(Action::Follow(view));
                    }
                })
            });
            move || drop((back, follow))
        }
    });
    let press = |button: &'static str| {
        let act = act.clone();
        move |_: MouseEvent| {
            if button == "leave" {
                let history = window().history().expect("a page has a history");
                let pushed =
                    history.push_state_with_url(&JsValue::NULL, "", Some("?pagina=elders"));
                pushed.expect("an address of the same origin");
            }
            act.dispatch(Action::Press(button));
        }
    };
    let click = {
        let act = act.clone();
        move |_: MouseEvent| act.dispatch(Action::Click)
    };
    html! {
        <>
            <h1>{"Gast"}</h1>
            <p>
                {for BUTTONS.map(|name| html! {
                    <button key={name} data-do={name} onclick={press(name)}>{name}</button>
                })}
            </p>
            <p>
                <output id="view">{state.view.clone()}</output>
                <output id="steps">{state.steps}</output>
                <output id="clicks">{state.clicks}</output>
            </p>
            if state.away {
                <p id="elders">{"Elders"}</p>
            } else {
                <main onclick={click}>
                    {list(&state)}
                    <section>
                        <kennis-lemniscaat id="twee" view="vertaling" loading="eager">
                            <a href="/elders/">{"De kennislemniscaat"}</a>
                        </kennis-lemniscaat>
                    </section>
                </main>
            }
        </>
    }
}

/// The list that contains the widget.
fn list(state: &State) -> Html {
    let paragraph = |key: &'static str| html! { <p {key}>{key}</p> };
    let widget = state.mounted.then(|| {
        html! {
            <kennis-lemniscaat
                key="widget"
                id="een"
                view={state.view.clone()}
                theme={state.theme}
                lang={state.lang}
                heading-level={state.level.to_string()}
            />
        }
    });
    let mut list: Vec<_> = [Some(paragraph("voor")), widget, Some(paragraph("na"))]
        .into_iter()
        .flatten()
        .collect();
    if state.turned {
        list.reverse();
    }
    list.into_iter().collect()
}

/// The view that an event of the first widget reports.
fn reported_view(event: &Event) -> Option<String> {
    let get = |from: &JsValue, name: &str| js_sys::Reflect::get(from, &name.into()).ok();
    let target = event.target()?;
    if get(&target, "id")? != "een" {
        return None;
    }
    let detail = get(event, "detail")?;
    get(&detail, "view")?.as_string()
}
