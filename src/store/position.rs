//! Fractional positions: text that sorts between its neighbours, so that a block can be put between two others without
//! renumbering, also by two people at once.

const DIGITS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

fn digit(at: usize) -> char {
    DIGITS.get(at).map_or('V', |&byte| char::from(byte))
}

fn rank(character: char) -> usize {
    DIGITS.iter().position(|&byte| char::from(byte) == character).unwrap_or(0)
}

/// A position after `start` and before `end`; `None` is the open end. Neighbours in the wrong order are read as if
/// there were no end.
pub fn between(start: Option<&str>, end: Option<&str>) -> String {
    let start = start.unwrap_or_default();
    match end {
        Some(end) if !end.is_empty() && start < end => midpoint(start, end),
        _ if start.is_empty() => digit(DIGITS.len() / 2).to_string(),
        _ => after(start),
    }
}

/// The shortest next: lists mostly grow at their end, and halving the way to it would grow a digit every six lines.
fn after(start: &str) -> String {
    let mut next = String::with_capacity(start.len() + 1);
    for character in start.chars() {
        let rank = rank(character);
        if rank + 1 < DIGITS.len() {
            next.push(digit(rank + 1));
            return next;
        }
        next.push(character);
    }
    next.push(digit(1));
    next
}

/// Halfway between two; never ends in the lowest digit, so there is always room before it.
fn midpoint(start: &str, end: &str) -> String {
    let mut middle = String::new();
    let mut starts = start.chars();
    let mut ends = Some(end.chars());
    loop {
        let low = starts.next().map_or(0, rank);
        let high = ends.as_mut().map_or(DIGITS.len(), |rest| rest.next().map_or(DIGITS.len(), rank));
        if high > low + 1 {
            middle.push(digit(low.midpoint(high)));
            return middle;
        }
        middle.push(digit(low));
        if high > low {
            // Anything after this digit is below the end already.
            ends = None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::between;
    use proptest::prelude::*;

    #[test]
    fn a_list_that_grows_at_its_end_stays_short() {
        let mut last = between(None, None);
        for _ in 0..1000 {
            let next = between(Some(&last), None);
            assert!(next > last);
            last = next;
        }
        assert!(last.len() < 20, "{last}");
    }

    #[test]
    fn there_is_always_room_before_the_first() {
        let mut first = between(None, None);
        for _ in 0..200 {
            let before = between(None, Some(&first));
            assert!(before < first, "{before} < {first}");
            first = before;
        }
    }

    proptest! {
        #[test]
        fn any_order_of_insertions_keeps_the_order(places in prop::collection::vec(0_usize..1000, 1..200)) {
            let mut list: Vec<String> = Vec::new();
            for place in places {
                let at = place % (list.len() + 1);
                let start = at.checked_sub(1).map(|before| list[before].as_str());
                let made = between(start, list.get(at).map(String::as_str));
                list.insert(at, made);
                prop_assert!(list.windows(2).all(|pair| pair[0] < pair[1]), "{list:?}");
            }
        }
    }
}
