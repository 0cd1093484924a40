//! The site as it is hosted.

mod checklist;
mod configurator;
mod copied_text;
mod hosting;
mod internet_nl;
mod lighthouse;
mod links;
mod mirrors;
mod no_script;
mod print;
mod reader;
mod static_hosts;
mod step_by_step;
mod texts;
