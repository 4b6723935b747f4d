//! What has to stand in the notes after each step: lines, as plain as they can be.

use super::script::{KINDS, Step};
use tansiq::domain::OutcomeKind;
use tansiq::store::query::MeetingView;

/// A line as the store tells it: its kind where it is captured, and its words.
pub type Told = (Option<OutcomeKind>, String);

/// A line that keeps its name whatever becomes of it.
#[derive(Clone, Debug)]
pub struct Line {
    pub name: usize,
    pub kind: Option<OutcomeKind>,
    pub text: String,
}

impl Line {
    fn told(&self) -> Told {
        (self.kind, self.text.clone())
    }
}

/// All notes of the meeting. The caret stands at the end of an item.
#[derive(Clone, Debug)]
pub struct Model {
    items: Vec<Vec<Line>>,
    item: usize,
    names: usize,
    /// The kind of what was taken back.
    taken_back: Option<OutcomeKind>,
}

impl Model {
    /// Nothing is written yet.
    pub fn new(items: usize) -> Self {
        Self::from_store(&vec![Vec::new(); items], 0)
    }

    /// What the store has, with the caret in a new line at the end of an item.
    pub fn from_store(told: &[Vec<Told>], item: usize) -> Self {
        let mut model = Self { items: Vec::new(), item, names: 0, taken_back: None };
        for told in told {
            let mut lines = Vec::new();
            for (kind, text) in told {
                lines.push(Line { name: model.names, kind: *kind, text: text.clone() });
                model.names += 1;
            }
            model.items.push(lines);
            model.item = model.items.len() - 1;
            model.new_line();
        }
        model.item = item;
        model
    }

    /// The lines of each item that hold something.
    pub fn lines(&self) -> Vec<Vec<Told>> {
        let full = |lines: &Vec<Line>| lines.iter().filter(|line| !line.text.is_empty()).map(Line::told).collect();
        self.items.iter().map(full).collect()
    }

    pub fn apply(&mut self, step: &Step) {
        match step {
            Step::Line | Step::Attend(_) | Step::Pause => {}
            Step::Text(text) | Step::Paste(text) => self.text().push_str(text),
            Step::Enter => self.new_line(),
            Step::Erase => _ = self.text().pop(),
            Step::Unpaste(text) => self.replace_end(text, ""),
            Step::Keys(kind) | Step::Chip(kind) => self.capture(KINDS[*kind].0),
            Step::Slash(kind) => {
                let sign = format!("/{}", KINDS[*kind].3);
                self.replace_end(&sign, "");
                self.capture(KINDS[*kind].0);
            }
            Step::Name { typed, becomes, .. } => self.replace_end(typed, becomes),
            Step::TakeBack => {
                let line = self.captured_last();
                self.taken_back = line.kind.take();
            }
            Step::DoAgain => {
                let kind = self.taken_back.take();
                self.captured_last().kind = kind;
            }
            Step::Item(is_next) => self.item = if *is_next { self.item + 1 } else { self.item - 1 },
        }
    }

    fn here(&mut self) -> &mut Vec<Line> {
        &mut self.items[self.item]
    }

    fn new_line(&mut self) {
        let line = Line { name: self.names, kind: None, text: String::new() };
        self.names += 1;
        self.here().push(line);
    }

    fn text(&mut self) -> &mut String {
        &mut self.here().last_mut().expect("a line").text
    }

    fn replace_end(&mut self, end: &str, with: &str) {
        let text = self.text();
        let kept = text.strip_suffix(end).expect("the script knows what it typed").len();
        text.replace_range(kept.., with);
    }

    /// The line without the space around it; an empty one is filled in, below any other typing goes on.
    fn capture(&mut self, kind: OutcomeKind) {
        let line = self.here().last_mut().expect("a line");
        line.kind = Some(kind);
        line.text = line.text.trim().to_owned();
        if !line.text.is_empty() {
            self.new_line();
        }
    }

    fn captured_last(&mut self) -> &mut Line {
        self.here().iter_mut().rev().nth(1).expect("the line above")
    }
}

/// What the store holds of each item, line by line, those that hold something.
pub fn lines_of(view: &MeetingView) -> Vec<Vec<Told>> {
    let of_item = |item: &tansiq::store::query::AgendaView| {
        let mut lines: Vec<Told> = Vec::new();
        for block in &item.blocks {
            match block.outcome.and_then(|id| view.outcomes.iter().find(|row| row.id == id)) {
                Some(row) => lines.push((Some(row.kind), row.text.clone())),
                None => lines.extend(block.body.split('\n').map(|line| (None, line.to_owned()))),
            }
        }
        lines.retain(|(_, text)| !text.is_empty());
        lines
    };
    view.agenda.iter().map(of_item).collect()
}

/// Is everything that stood in the first of these states in the store, as one of them has it, in its order, and nothing
/// else? Answers what is missing or should not be there.
pub fn lost(stored: &[Vec<Told>], states: &[Model]) -> Vec<String> {
    let mut found = Vec::new();
    let Some(first) = states.first() else { return found };
    for (item, lines) in first.items.iter().enumerate() {
        let mut rest = stored[item].iter();
        for line in lines.iter().filter(|line| !line.text.is_empty()) {
            let versions: Vec<Option<Told>> =
                states.iter().map(|state| version(&state.items[item], line.name)).collect();
            let may_be_gone = versions.iter().any(|told| told.as_ref().is_none_or(|(_, text)| text.is_empty()));
            let before = rest.clone();
            if !rest.any(|told| versions.contains(&Some(told.clone()))) {
                rest = before;
                if !may_be_gone {
                    found.push(format!("item {item} lacks {:?}", line.told()));
                }
            }
        }
        for told in &stored[item] {
            if !states.iter().any(|state| state.items[item].iter().any(|line| line.told() == *told)) {
                found.push(format!("nobody wrote in item {item}: {told:?}"));
            }
        }
    }
    found
}

fn version(lines: &[Line], name: usize) -> Option<Told> {
    lines.iter().find(|line| line.name == name).map(Line::told)
}

#[test]
fn what_is_lost_is_noticed() {
    let steps = ["أول", "ثانٍ", "ثالث"].map(|word| Step::Text(word.to_owned()));
    let mut states = vec![Model::new(1)];
    for step in steps.iter().flat_map(|word| [word, &Step::Enter]).chain([&Step::Text("رابع".to_owned())]) {
        let mut next = states.last().expect("one").clone();
        next.apply(step);
        states.push(next);
    }
    let check = |stored: &[&str], from: usize, expected: usize| {
        let told: Vec<Told> = stored.iter().map(|line| (None, (*line).to_owned())).collect();
        assert_eq!(lost(&[told], &states[from..]).len(), expected, "{stored:?} from {from}");
    };
    check(&["أول", "ثانٍ", "ثالث", "رابع"], 0, 0);
    check(&["أول", "ثانٍ"], 4, 0);
    check(&["أول"], 4, 1);
    check(&["ثانٍ", "أول"], 4, 1);
    check(&["أول", "ثانٍ", "غيره"], 4, 1);
}
