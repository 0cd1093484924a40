//! What the application knows, and what each of its buttons makes of it.

use std::rc::Rc;

use gloo::utils::window;
use yew::AttrValue;
use yew::functional::Reducible;

/// The buttons, after what they do.
pub const BUTTONS: [&str; 9] = [
    "tip", "home", "theme", "level", "lang", "again", "mount", "turn", "leave",
];

/// All that the page follows from.
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

/// What can happen to it.
pub enum Action {
    /// A button is pressed, after what it does.
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
            Action::Press(what) => next.press(what),
            Action::Back => next.press("back"),
            Action::Click => next.clicks += 1,
            Action::Follow(view) => next.view = view.into(),
        }
        next.into()
    }
}

impl State {
    fn press(&mut self, what: &str) {
        self.steps += 1;
        match what {
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
