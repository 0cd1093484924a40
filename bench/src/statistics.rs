//! The middle and the spread of some numbers.

/// The median and the quartiles of some numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Summary {
    /// A quarter of the numbers is lower.
    pub lower: f64,
    /// Half of the numbers is lower.
    pub median: f64,
    /// A quarter of the numbers is higher.
    pub upper: f64,
    /// How many numbers there are.
    pub count: usize,
}

impl Summary {
    /// The summary of numbers in any order; none without numbers.
    #[must_use]
    pub fn of(numbers: &[f64]) -> Option<Self> {
        let mut sorted = numbers.to_vec();
        sorted.sort_by(f64::total_cmp);
        Some(Self {
            lower: quantile(&sorted, 0.25)?,
            median: quantile(&sorted, 0.5)?,
            upper: quantile(&sorted, 0.75)?,
            count: sorted.len(),
        })
    }

    /// Whether the middle halves of two summaries have a number in common.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.lower <= other.upper && other.lower <= self.upper
    }
}

/// The number below which a fraction of sorted numbers lies, on the line between the two nearest ones: type 7 of Hyndman
/// and Fan, "Sample quantiles in statistical packages" (1996), as spreadsheets and R compute it.
fn quantile(sorted: &[f64], fraction: f64) -> Option<f64> {
    let last = sorted.len().checked_sub(1)?;
    let place = last as f64 * fraction;
    let below = sorted[place.floor() as usize];
    let above = sorted[place.ceil() as usize];
    Some(below + (above - below) * place.fract())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_of_an_odd_count_is_the_middle_number() {
        let summary = Summary::of(&[9.0, 1.0, 5.0]).unwrap();
        assert_eq!(summary.median, 5.0);
        assert_eq!(summary.count, 3);
    }

    #[test]
    fn the_median_of_an_even_count_is_between_the_middle_numbers() {
        assert_eq!(Summary::of(&[4.0, 1.0, 3.0, 2.0]).unwrap().median, 2.5);
    }

    #[test]
    fn quartiles_are_those_of_spreadsheets() {
        let summary = Summary::of(&[1.0, 2.0, 3.0, 4.0]).unwrap();
        assert_eq!((summary.lower, summary.upper), (1.75, 3.25));
        let summary = Summary::of(&[1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0]).unwrap();
        assert_eq!(
            (summary.lower, summary.median, summary.upper),
            (3.0, 5.0, 7.0)
        );
    }

    #[test]
    fn one_number_is_its_own_median_and_quartile() {
        let summary = Summary::of(&[7.0]).unwrap();
        assert_eq!(
            (summary.lower, summary.median, summary.upper),
            (7.0, 7.0, 7.0)
        );
    }

    #[test]
    fn without_numbers_there_is_no_summary() {
        assert_eq!(Summary::of(&[]), None);
    }

    #[test]
    fn summaries_overlap_where_their_middle_halves_meet() {
        let summary = |numbers: &[f64]| Summary::of(numbers).unwrap();
        let low = summary(&[1.0, 2.0, 3.0]);
        assert!(low.overlaps(&summary(&[2.0, 3.0, 4.0])));
        assert!(!low.overlaps(&summary(&[7.0, 8.0, 9.0])));
        assert!(!summary(&[7.0, 8.0, 9.0]).overlaps(&low));
    }
}
