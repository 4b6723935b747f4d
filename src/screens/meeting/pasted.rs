//! A list that is pasted where one name or title is asked for: each of its lines becomes one of its own. Without a window,
//! so that the rule can be tested.

use egui::{Event, Id, Ui};

/// The lines of a list that is pasted into a field with the focus, in which `typed` stands. The event is taken away: the
/// field would make one line of it. A single line is left to the field.
pub(super) fn pasted_list(ui: &Ui, field: Id, typed: &str) -> Option<Vec<String>> {
    if !ui.memory(|memory| memory.has_focus(field)) {
        return None;
    }
    ui.input_mut(|input| {
        let is_list = |event: &Event| matches!(event, Event::Paste(text) if lines(text).len() > 1);
        let at = input.events.iter().position(is_list)?;
        let Event::Paste(text) = input.events.remove(at) else { return None };
        Some(lines(&format!("{typed}{text}")))
    })
}

/// The lines that say something, without what counts them: «1-», «٢.», «•».
fn lines(text: &str) -> Vec<String> {
    text.lines().map(uncounted).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

fn uncounted(line: &str) -> &str {
    let line = line.trim();
    let bare = line.trim_start_matches(['•', '▪', '◦', '‣', '*', '-', '–', '—', '·']).trim_start();
    if bare.len() < line.len() {
        return bare;
    }
    let digits = line.trim_start_matches(char::is_numeric);
    let behind = digits.trim_start_matches(['.', ')', '-', '–', ':']);
    // «2030» and «12/06» count nothing.
    let is_counted = digits.len() < line.len() && behind.len() < digits.len();
    if is_counted { behind.trim_start() } else { line }
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn each_line_is_one_without_its_number() {
        let check = |text: &str, expected: &[&str]| assert_eq!(lines(text), expected, "{text}");
        check("الافتتاح\nالمبادرات\r\n\n  التوصيات ", &["الافتتاح", "المبادرات", "التوصيات"]);
        check("1- الافتتاح\n٢. المبادرات\n3) التوصيات", &["الافتتاح", "المبادرات", "التوصيات"]);
        check("• الافتتاح\n- المبادرات", &["الافتتاح", "المبادرات"]);
        check("2030 وما بعدها\n12/06 موعد", &["2030 وما بعدها", "12/06 موعد"]);
        check("واحد", &["واحد"]);
    }
}
