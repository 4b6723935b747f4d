//! Numbers of cells as text, as a person would have typed them.

/// A number without the tail that binary fractions have: `20000`, `0.35`.
pub(super) fn plain(number: f64) -> String {
    // Fifteen digits are all that a cell shows; 0.1 + 0.2 is 0.3 in it.
    if number.fract() == 0.0 && number.abs() < 1e15 {
        return format!("{number:.0}");
    }
    let rounded = format!("{number:.10}");
    if rounded.contains('.') { rounded.trim_end_matches('0').trim_end_matches('.').to_owned() } else { rounded }
}

/// A cell that is true or false.
pub(super) const fn flag(is: bool) -> &'static str {
    if is { "1" } else { "0" }
}
