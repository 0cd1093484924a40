//! Tests of the built site in a real browser, over WebDriver.
//!
//! `cargo xtask test` builds the site, starts the driver and runs these with
//! `DIST`, `CHROMIUM`, `WEBDRIVER` and more set. Every test has a server and a
//! browser of its own, so they don't see each other and run side by side.
//!
//! [`site`], [`hosted`], [`paths`], [`circumstances`], [`engine`], [`browser`], [`hostile`],
//! [`grounds`], [`undisturbed`], [`axe`], [`interactive`], [`pixels`] and [`raster`] are what the
//! tests are made with; each other file holds the tests of one subject.

mod axe;
mod browser;
mod circumstances;
mod engine;
#[path = "../grounds.rs"]
mod grounds;
mod hosted;
#[path = "../hostile.rs"]
mod hostile;
mod interactive;
mod paths;
mod pixels;
mod raster;
mod site;
mod undisturbed;

mod accessibility;
mod addresses;
mod bench;
mod breakdowns;
mod chart_style;
mod charts;
mod content_xss;
mod contrast;
mod crowd;
mod dialog;
mod elsewhere;
mod embed;
mod examples;
mod examples_look;
mod failures;
mod focus;
mod forced;
mod frame;
mod guest;
mod hosting;
mod hosts;
mod house;
mod intent;
mod keyboard;
mod ladder;
mod layout;
mod lighthouse;
mod links;
mod measure;
mod memory;
mod motion;
mod names;
mod network;
mod no_script;
mod notice;
mod partner;
mod pictures;
mod policy;
mod preferences;
mod print;
mod room;
mod script_tag;
mod scroll;
mod security;
mod share;
mod share_early;
mod spa;
mod static_hosts;
mod strict_hosts;
mod swap;
mod sync_url;
mod tabbing;
mod targets;
mod themes;
mod tree;
mod unfurl;
mod versions;
mod walk;
mod wordpress;
