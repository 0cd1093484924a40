//! The site as it is hosted.

mod hosting;
mod lighthouse;
mod links;
mod no_script;
mod print;
mod static_hosts;
