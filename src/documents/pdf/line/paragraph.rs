//! A cell of a table as one paragraph. Tables are the most of a long paper, and each function that the template calls for
//! one, each box and each paragraph costs typst time and memory: here is no more of them than the cell needs.

use super::{Line, Lines, Run, push_text};
use serde::Serialize;

/// What stands in a cell, which typst draws without calling a function.
#[derive(Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub(in super::super) enum Paragraph {
    Text(String),
    /// All of it runs the other way than the document.
    Other {
        ltr: bool,
        whole: String,
    },
    Pieces(Vec<Piece>),
}

/// A part of such a paragraph.
#[derive(Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub(in super::super) enum Piece {
    Run(Run),
    /// In a quieter colour; smaller where it is a note.
    Quiet {
        small: bool,
        runs: Vec<Run>,
    },
}

impl Lines<'_> {
    /// A cell's lines and the note below them as one paragraph, or as they came where a line runs otherwise than the document
    /// and is not all there is, or the template knows only lines.
    pub(in super::super) fn paragraph(
        &self,
        text: Vec<Line>,
        note: Vec<Line>,
        is_unknown: bool,
    ) -> Result<Paragraph, [Vec<Line>; 2]> {
        if let ([line], []) = (text.as_slice(), note.as_slice())
            && let (true, Some(whole)) = (line.ltr == self.is_rtl && !is_unknown, line.plain_text())
            && self.template_can.keep_directions
        {
            return Ok(Paragraph::Other { ltr: line.ltr, whole: whole.to_owned() });
        }
        let is_own = |line: &Line| line.ltr != self.is_rtl;
        let is_one =
            |lines: &[Line]| !self.template_can.keep_directions && lines.len() <= 1 || lines.iter().all(is_own);
        if !self.template_can.draw_paragraphs || !is_one(&text) || !is_one(&note) {
            return Err([text, note]);
        }
        let runs = self.without_outer_box(joined(text));
        let note = joined(note);
        if note.is_empty() && !is_unknown {
            return Ok(self.plain_paragraph(runs));
        }
        let mut pieces = if is_unknown {
            vec![Piece::Quiet { small: false, runs }]
        } else {
            runs.into_iter().map(Piece::Run).collect()
        };
        if !note.is_empty() {
            pieces.push(Piece::Run(Run::Text("\n".to_owned())));
            pieces.push(Piece::Quiet { small: true, runs: note });
        }
        Ok(Paragraph::Pieces(pieces))
    }

    fn plain_paragraph(&self, mut runs: Vec<Run>) -> Paragraph {
        match runs.as_mut_slice() {
            [] => Paragraph::Text(String::new()),
            [Run::Text(text)] => Paragraph::Text(std::mem::take(text)),
            [Run::Box { ltr, runs: inner }] if *ltr == self.is_rtl && matches!(inner.as_slice(), [Run::Text(_)]) => {
                Paragraph::Other { ltr: *ltr, whole: std::mem::take(inner).into_iter().map(Run::flat).collect() }
            }
            _ => Paragraph::Pieces(runs.into_iter().map(Piece::Run).collect()),
        }
    }

    /// A box around the whole that runs as the document does says nothing.
    fn without_outer_box(&self, mut runs: Vec<Run>) -> Vec<Run> {
        match runs.as_mut_slice() {
            [Run::Box { ltr, runs: inner }] if *ltr != self.is_rtl => {
                let inner = std::mem::take(inner);
                self.without_outer_box(inner)
            }
            _ => runs,
        }
    }
}

/// The runs of all lines, with the lines' ends between them.
fn joined(lines: Vec<Line>) -> Vec<Run> {
    let mut all = Vec::new();
    for Line { runs, .. } in lines {
        if !all.is_empty() {
            push_text(&mut all, "\n".to_owned());
        }
        for run in runs {
            match run {
                Run::Text(text) => push_text(&mut all, text),
                boxed @ Run::Box { .. } => all.push(boxed),
            }
        }
    }
    all
}
