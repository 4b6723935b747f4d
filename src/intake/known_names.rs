//! Under which names a body that ships is known: a ministry that was renamed is one body to whoever types either name.

use super::gazetteer::shipped_bodies;
use crate::arabic::body_key;
use std::sync::Arc;

/// The names of the bodies that ship, those of one body together.
#[derive(Clone, Debug)]
pub struct KnownNames {
    bodies: Arc<[Vec<String>]>,
}

impl KnownNames {
    /// What ships with the program.
    pub fn shipped() -> Self {
        let names = |body: super::KnownBody| {
            let others = body.aliases.into_iter().map(|alias| alias.name);
            std::iter::once(body.name).chain(others).collect()
        };
        Self { bodies: shipped_bodies().into_iter().map(names).collect() }
    }

    /// The names, body by body.
    pub fn bodies(&self) -> Arc<[Vec<String>]> {
        Arc::clone(&self.bodies)
    }

    /// The other names of the body that is called so, however it is spelt; none of one that does not ship.
    pub fn others(&self, name: &str) -> Vec<String> {
        let key = body_key(name);
        let is_it = |other: &String| body_key(other) == key;
        let found = self.bodies.iter().filter(|names| !key.is_empty() && names.iter().any(is_it));
        found.flatten().filter(|other| !is_it(other)).cloned().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_former_name_leads_to_todays_and_back() {
        let known = KnownNames::shipped();
        let check = |name: &str, other: Option<&str>| {
            let others = known.others(name);
            assert_eq!(others.is_empty(), other.is_none(), "{name}: {others:?}");
            assert!(other.is_none_or(|other| others.iter().any(|found| found == other)), "{name}: {others:?}");
        };
        check("وزارة البلديات و الاسكان", Some("وزارة الشؤون البلدية والقروية والإسكان"));
        check("وزارة الشؤون البلدية والقروية والإسكان", Some("وزارة البلديات والإسكان"));
        check("Ministry of Municipalities and Housing", Some("وزارة البلديات والإسكان"));
        check("جمعية الغد", None);
        check("", None);
    }
}
