//! A text that was pasted: the question goes to the thread that reads it, the answer to the screen.

use super::App;
use crate::jobs::ReadAsk;
use crate::screens::intake::TextRead;

impl App {
    pub(super) fn ask_read(&mut self, ticket: u64, text: String) {
        let ask = ReadAsk { ticket, text, today: self.clock.today() };
        if let Err(error) = self.reader.ask(&self.store, ask) {
            self.screens.intake.take_read(TextRead { ticket, result: Err(error) });
        }
    }

    pub(super) fn take_read(&mut self) {
        for answer in self.reader.answers() {
            self.screens.intake.take_read(TextRead { ticket: answer.ticket, result: answer.result });
        }
    }
}
