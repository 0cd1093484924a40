//! Images: share cards, icons and the figure in them.

pub mod card_cache;
pub mod figure_file;
pub mod figure_svg;
pub mod icon;
pub mod qr_code;
pub mod share_card;
pub mod text_layout;
