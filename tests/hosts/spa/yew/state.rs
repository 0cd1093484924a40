//! The state of the application, and the changes that its buttons make.

use std::rc::Rc;

use gloo::utils::window;
use yew::AttrValue;
use yew::functional::Reducible;

/// The buttons, named after their actions.
pub const BUTTONS: [&str; 9] = [
    "tip", "home", "theme", "level", "lang", "again", "mount", "turn", "leave",
];

/// The state from which the page is rendered.
#[derive(Clone, PartialEq)]
pub struct State {
    pub steps: u32,
    pub clicks: u32,
    pub view: AttrValue,
    pub theme: &'static str,
    pub level: u8,
    pub lang: &'static str,
    pub mounted: bool,
    pub turned: bool,
    pub away: bool,
}

/// The changes of the state.
pub enum Action {
    /// The button with this name is pressed.
    Press(&'static str),
    /// The address has changed.
    Back,
    /// A click somewhere on the page.
    Click,
    /// The widget shows a view.
    Follow(String),
}

impl State {
    pub fn new() -> Self {
        Self {
            steps: 0,
            clicks: 0,
            view: "".into(),
            theme: "light",
            level: 2,
            lang: "nl",
            mounted: true,
            turned: false,
            away: away(),
        }
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = (*self).clone();
        match action {
            Action::Press(button) => next.press(button),
            Action::Back => next.press("back"),
            Action::Click => next.clicks += 1,
            Action::Follow(view) => next.view = view.into(),
        }
        next.into()
    }
}

impl State {
    fn press(&mut self, button: &str) {
        self.steps += 1;
        match button {
            "tip" => self.view = "vertaling/tip-5".into(),
            "home" => self.view = "".into(),
            "theme" if self.theme == "light" => self.theme = "dark",
            "theme" => self.theme = "light",
            "level" => self.level = 5 - self.level,
            "lang" if self.lang == "nl" => self.lang = "fy",
            "lang" => self.lang = "nl",
            "mount" => self.mounted = !self.mounted,
            "turn" => self.turned = !self.turned,
            "leave" | "back" => self.away = away(),
            _ => {}
        }
    }
}

/// Whether the address names the other page.
fn away() -> bool {
    let search = window().location().search();
    search.is_ok_and(|search| search.contains("pagina=elders"))
}
