//! Whose given name is a woman's: before it a title that is written short, «أ.», is hers.

use super::gazetteer::shipped_womens_names;
use crate::arabic::{fold, tokens};
use rustc_hash::FxHashSet;

/// The women's names that ship, folded.
#[derive(Clone, Debug)]
pub struct WomensNames {
    names: FxHashSet<String>,
}

impl WomensNames {
    /// What ships with the program.
    pub fn shipped() -> Self {
        Self { names: shipped_womens_names().iter().map(|name| fold(name)).collect() }
    }

    /// Is somebody of that name a woman? By the given name, or by «بنت» behind it; of what is not known it is not said.
    pub fn has(&self, name: &str) -> bool {
        let mut words = tokens(name).into_iter().map(|(_, word)| word);
        words.next().is_some_and(|first| self.names.contains(&first)) || words.next().is_some_and(|word| word == "بنت")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_womans_name_is_known_by_itself_or_by_what_stands_behind_it() {
        let names = WomensNames::shipped();
        let check = |name: &str, expected: bool| assert_eq!(names.has(name), expected, "{name}");
        check("سارة العنزي", true);
        check("نوره بنت خالد", true);
        check("ألماس بنت فهد", true);
        check("ناصر بن سعد", false);
        check("ألماس الحربي", false);
        check("", false);
    }
}
