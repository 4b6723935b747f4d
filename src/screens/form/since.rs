//! The first day of another post, below the fields of its form.

use crate::calendar::Date;
use crate::error::Error;
use crate::screens::Cx;
use crate::tr;
use crate::widgets::{DateDraft, Line};
use egui::{Response, Ui};

/// The label of the first day of another post.
pub(super) const SINCE: &str = "post-since";

/// The first day of another post.
pub(super) struct Since {
    pub(super) day: DateDraft,
    /// The day the writer refused, and why: it holds for this one alone.
    refused: Option<(Option<Date>, Error)>,
}

impl Since {
    pub(super) const fn new(day: DateDraft) -> Self {
        Self { day, refused: None }
    }

    pub(super) fn refuse(&mut self, error: Error) {
        self.refused = Some((self.day.date(), error));
    }

    fn refusal(&self) -> Option<&Error> {
        let (day, error) = self.refused.as_ref()?;
        (*day == self.day.date()).then_some(error)
    }

    /// The day, unless it is one that was refused.
    pub(super) fn sound_day(&self) -> Option<Date> {
        if self.refusal().is_some() { None } else { self.day.date() }
    }

    /// Shows it; `is_asked` says that somebody wanted to be done with the form.
    pub(super) fn show(&mut self, ui: &mut Ui, is_asked: bool, cx: &Cx<'_>) -> Response {
        let tr = cx.tr;
        let error = match self.refusal() {
            Some(_) => Some(tr!(tr, "post-since-refused")),
            None if is_asked && self.day.date().is_none() => Some(tr!(tr, "register-needed")),
            None => None,
        };
        let day = self.day.show_with_error(ui, &tr!(tr, SINCE), f32::INFINITY, cx.dates(), error.as_deref());
        ui.add(Line::new(&tr!(tr, "post-since-about")).weak(ui).max_width(ui.available_width()));
        day.response
    }
}
