//! The commands of the tool, one file each.

pub mod check;
pub mod import;
pub mod new;
pub mod notes;
pub mod preview;
pub mod publish;
mod replace;
pub mod site;
pub mod transfer;
pub mod translate;
pub mod watch;
