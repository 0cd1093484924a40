//! Charts of the study's numbers, as the widget gets them: drawn beforehand, ready to be shown.

use serde::{Deserialize, Serialize};

/// A chart of horizontal bars, with the same numbers as a table. Lengths are in units of
/// which the chart is [`WIDTH`] wide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chart {
    /// What it shows.
    pub caption: String,
    /// How high it is.
    pub height: i16,
    /// From top to bottom.
    pub rows: Vec<Row>,
    /// The same numbers.
    pub table: Table,
}

/// Numbers and names in rows and columns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// What links lead to.
    pub id: String,
    /// What it shows.
    pub caption: String,
    /// The names of the columns.
    pub columns: Vec<String>,
    /// From top to bottom.
    pub rows: Vec<TableRow>,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableRow {
    /// What links lead to.
    pub id: String,
    /// What the row is about.
    pub name: String,
    /// The other columns.
    pub cells: Vec<String>,
}

/// The width of every chart, in its own units; a text's size is about 16 of them.
pub const WIDTH: i16 = 360;

/// One bar with its words, or a heading over some.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// What the bar stands for, the value in words; a heading has one text.
    pub texts: Vec<Text>,
    /// Left, top, width and height; none for a heading.
    pub bar: Option<[i16; 4]>,
    /// Where what is behind the bar can be read: a view's name, or `#` and an id in this one.
    pub link: String,
    /// The phase that the bar belongs to, from 0, if it belongs to one.
    pub phase: Option<u8>,
}

/// A run of text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// Where it begins or, with `end`, where it ends.
    pub x: i16,
    /// The base line.
    pub y: i16,
    /// Whether it ends at `x`.
    pub end: bool,
    /// The words.
    pub text: String,
}
