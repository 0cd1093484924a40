//! Tables with tabs between their columns, as spreadsheets and other programs save them.

use std::ops::Range;

/// The rows of a table with their bytes in the text. Empty lines and the heading are left out.
pub fn rows<'t>(
    text: &'t str,
    heading: &str,
) -> impl Iterator<Item = (Range<usize>, Vec<&'t str>)> {
    let mut start = 0;
    text.split_inclusive('\n').filter_map(move |full_line| {
        let line = full_line.trim_end_matches(['\n', '\r']);
        let range = start..start + line.len();
        start += full_line.len();
        let has_row = !line.trim().is_empty() && line.trim_end() != heading;
        has_row.then(|| (range, line.split('\t').map(str::trim).collect()))
    })
}

#[cfg(test)]
mod tests {
    use super::rows;

    #[test]
    fn rows_have_their_place_without_line_ends() {
        let text = "a\tb\r\n\r\n1\t 2 \r\n3\t\n";
        let rows: Vec<_> = rows(text, "a\tb").collect();
        assert_eq!(rows.len(), 2);
        assert_eq!(rows[0].1, ["1", "2"]);
        assert_eq!(&text[rows[0].0.clone()], "1\t 2 ");
        assert_eq!(rows[1].1, ["3", ""]);
    }
}
