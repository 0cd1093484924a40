//! What differs between two texts, line by line.

/// Lines that are only in the first with `-`, only in the second with `+`, each with the
/// number that it has there.
pub fn diff(before: &str, after: &str) -> String {
    let (before, after): (Vec<_>, Vec<_>) = (before.lines().collect(), after.lines().collect());
    // How many lines the rests of both have in common, in order, from each pair of places on.
    let mut common = vec![vec![0_usize; after.len() + 1]; before.len() + 1];
    for (a, old) in before.iter().enumerate().rev() {
        for (b, new) in after.iter().enumerate().rev() {
            common[a][b] = if old == new {
                common[a + 1][b + 1] + 1
            } else {
                common[a + 1][b].max(common[a][b + 1])
            };
        }
    }
    let mut lines = Vec::new();
    let (mut a, mut b) = (0, 0);
    while a < before.len() || b < after.len() {
        if a < before.len() && b < after.len() && before[a] == after[b] {
            (a, b) = (a + 1, b + 1);
        } else if b == after.len() || a < before.len() && common[a + 1][b] >= common[a][b + 1] {
            lines.push(format!("- {:4} {}", a + 1, before[a]));
            a += 1;
        } else {
            lines.push(format!("+ {:4} {}", b + 1, after[b]));
            b += 1;
        }
    }
    lines.join("\n")
}

#[test]
fn only_lines_that_differ_are_told() {
    let told = diff("a\nb\nc\nd\n", "a\nx\nc\nd\ne\n");
    assert_eq!(told, "-    2 b\n+    2 x\n+    5 e");
    assert_eq!(diff("a\nb", "a\nb"), "");
}
