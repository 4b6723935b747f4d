//! The registers: people, organisations, follow-ups, proposals. Each a table with a filter, and a form from the declared
//! fields.

mod organisations;
mod outcomes;
mod people;

pub use organisations::OrganisationsScreen;
pub use outcomes::OutcomesScreen;
pub use people::PeopleScreen;

use crate::screens::Cx;
use crate::strings::Tr;
use crate::tr;
use crate::widgets::theme::space;
use crate::widgets::{Field, Icon, KeyHint, UiExt, key_footer};
use egui::{Frame, Margin, Ui};

/// The box above a register that narrows it to what holds the words.
fn filter_ui(ui: &mut Ui, filter: &mut String, tr: &Tr) {
    Frame::new().inner_margin(Margin { left: 24, right: 24, top: 0, bottom: 12 }).show(ui, |ui| {
        ui.row(|ui| {
            ui.spacing_mut().item_spacing.x = space::SMALL;
            let label = tr!(tr, "register-filter");
            Field::new(filter, &label).bare().hint(&label).icon(Icon::Search).width(320.0).show(ui);
        });
    });
}

/// The bar below a register.
fn register_footer(ui: &mut Ui, cx: &Cx<'_>, count: usize, has_marks: bool) {
    let shown = tr!(cx.tr, "register-shown", count = count);
    let (walk, done, edit) =
        (tr!(cx.tr, "register-key-walk"), tr!(cx.tr, "register-key-done"), tr!(cx.tr, "register-key-edit"));
    let mut hints = vec![KeyHint { keys: &["J", "K"], words: &walk }];
    if has_marks {
        hints.push(KeyHint { keys: &["Space"], words: &done });
    }
    hints.push(KeyHint { keys: &["Enter"], words: &edit });
    key_footer(ui, &shown, &hints);
}
