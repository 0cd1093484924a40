//! The widget embedded in host pages.

mod activation;
mod builtins;
mod changing_pages;
mod element;
mod frame;
mod host_colors;
mod host_pages;
mod isolation;
mod link;
mod loading;
mod many_widgets;
mod markup;
mod packages;
mod print;
mod progressive_loading;
mod properties;
mod script_tag;
mod spa;
mod styles;
mod versions;
mod wordpress;
mod wordpress_plugin;
