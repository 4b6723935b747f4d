//! Whose an outcome is: the body that it names, or else the body of the person whose it is. One rule for all that is asked
//! of a body, for nothing that is owed may be missing where somebody looks for it.

/// The body, in a question about `outcome`.
pub(super) const OWNER: &str =
    "coalesce(outcome.organisation, (SELECT person.organisation FROM person WHERE person.id = outcome.person))";

/// A question for the ids of all that is a body's, whose number is that parameter.
pub(super) fn ids_of(parameter: &str) -> String {
    format!(
        "SELECT id FROM outcome WHERE organisation = {parameter}
         UNION ALL SELECT owed.id FROM person JOIN outcome AS owed ON owed.person = person.id
             WHERE person.organisation = {parameter} AND owed.organisation IS NULL"
    )
}
