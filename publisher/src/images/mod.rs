//! Images: share cards, icons and the figure in them.

pub mod card_cache;
#[cfg(test)]
mod color_vision_test;
pub mod figure_svg;
pub mod icon;
pub mod share_card;
pub mod text_layout;
