//! Layout and pictures.

mod layout;
mod pictures;
