//! Which screens were shown before: the way back, and forward again, as in a browser.

use crate::screens::Route;

/// So many are remembered.
const LONGEST: usize = 100;

/// The screens before the one that is shown, and those one went back from.
#[derive(Clone, Debug, Default)]
pub(super) struct Trail {
    before: Vec<Route>,
    after: Vec<Route>,
}

impl Trail {
    /// Another screen is shown than this one: what one had gone back from is no longer ahead.
    pub fn leave(&mut self, left: Route) {
        self.after.clear();
        self.before.push(left);
        if self.before.len() > LONGEST {
            self.before.remove(0);
        }
    }

    /// The screen before this one.
    pub fn back(&mut self, from: Route) -> Option<Route> {
        let to = self.before.pop()?;
        self.after.push(from);
        Some(to)
    }

    /// The screen that one went back from to this one.
    pub fn forward(&mut self, from: Route) -> Option<Route> {
        let to = self.after.pop()?;
        self.before.push(from);
        Some(to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_goes_back_the_way_one_came_and_forward_again() {
        let mut trail = Trail::default();
        trail.leave(Route::Meetings);
        trail.leave(Route::People);
        assert_eq!(trail.back(Route::Settings), Some(Route::People));
        assert_eq!(trail.back(Route::People), Some(Route::Meetings));
        assert_eq!(trail.back(Route::Meetings), None, "it began here");
        assert_eq!(trail.forward(Route::Meetings), Some(Route::People));
        assert_eq!(trail.forward(Route::People), Some(Route::Settings));
        assert_eq!(trail.forward(Route::Settings), None);
    }

    #[test]
    fn who_goes_elsewhere_from_the_way_back_has_nothing_ahead() {
        let mut trail = Trail::default();
        trail.leave(Route::Meetings);
        assert_eq!(trail.back(Route::People), Some(Route::Meetings));
        trail.leave(Route::Meetings);
        assert_eq!(trail.forward(Route::Proposals), None);
        assert_eq!(trail.back(Route::Proposals), Some(Route::Meetings));
    }

    #[test]
    fn a_long_way_is_forgotten_from_its_beginning() {
        let mut trail = Trail::default();
        trail.leave(Route::Settings);
        (0..LONGEST).for_each(|_| trail.leave(Route::People));
        let mut last = None;
        while let Some(route) = trail.back(Route::Meetings) {
            last = Some(route);
        }
        assert_eq!(last, Some(Route::People));
    }
}
