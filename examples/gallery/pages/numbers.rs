//! Fields for numbers, percentages and phones.

use super::{Cx, Page, case, note, row_of_cases, section};
use eframe::egui::Ui;
use tansiq::widgets::{NumberDraft, NumberField, PhoneDraft};

/// The page.
pub struct Numbers {
    numbers: [NumberDraft; 5],
    percents: [NumberDraft; 3],
    phones: [PhoneDraft; 3],
}

impl Default for Numbers {
    fn default() -> Self {
        let number = |number| NumberDraft::new(Some(number));
        Self {
            numbers: [
                NumberDraft::default(),
                number(12_500),
                NumberDraft::with_decimals(1250, 2),
                number(900),
                number(40),
            ],
            percents: [NumberDraft::default(), number(60), number(140)],
            phones: [PhoneDraft::default(), PhoneDraft::new("+966550001234"), PhoneDraft::new("12345")],
        }
    }
}

const WIDTH: f32 = 220.0;

impl Page for Numbers {
    fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let (words, tr) = (cx.words, cx.tr);
        let [empty, full, decimal, outside, disabled] = &mut self.numbers;
        section(ui, words.get("numbers"), |ui| {
            note(ui, words.get("number-keys"));
            row_of_cases(ui, |ui| {
                let label = words.get("minutes");
                case(ui, words.get("empty"), WIDTH, |ui| NumberField::new(empty, label).step(5).show(ui, tr));
                case(ui, words.get("full"), WIDTH, |ui| {
                    NumberField::new(full, words.get("trees")).help(Some(words.get("trees-help"))).show(ui, tr);
                });
                case(ui, words.get("decimal"), WIDTH, |ui| {
                    NumberField::new(decimal, words.get("area")).decimals(2).step(50).show(ui, tr);
                });
                case(ui, words.get("wrong"), WIDTH, |ui| NumberField::new(outside, label).range(0, 480).show(ui, tr));
                case(ui, words.get("disabled"), WIDTH, |ui| {
                    NumberField::new(disabled, label).enabled(false).show(ui, tr)
                });
            });
        });
        let [empty, full, outside] = &mut self.percents;
        section(ui, words.get("percents"), |ui| {
            row_of_cases(ui, |ui| {
                let label = words.get("progress");
                case(ui, words.get("empty"), WIDTH, |ui| NumberField::percent(empty, label).show(ui, tr));
                case(ui, words.get("full"), WIDTH, |ui| NumberField::percent(full, label).show(ui, tr));
                case(ui, words.get("wrong"), WIDTH, |ui| NumberField::percent(outside, label).show(ui, tr));
            });
        });
        let [empty, full, wrong] = &mut self.phones;
        section(ui, words.get("phones"), |ui| {
            note(ui, words.get("phone-keys"));
            row_of_cases(ui, |ui| {
                let label = words.get("mobile");
                case(ui, words.get("empty"), WIDTH, |ui| empty.show(ui, label, WIDTH, tr));
                case(ui, words.get("full"), WIDTH, |ui| full.show(ui, label, WIDTH, tr));
                case(ui, words.get("no-phone"), WIDTH, |ui| wrong.show(ui, label, WIDTH, tr));
            });
        });
    }
}
