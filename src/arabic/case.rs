//! The case of a name that stands in a sentence: «متطوعو الحي» came, and somebody met «متطوعي الحي».
//!
//! Only plurals of people show their case in letters; the rest of a name is left as it was typed.

use std::borrow::Cow;

/// So many letters a plural of people has at least: «ممثلو», «ممثلون». What is shorter is another word: «عضو», «نمو».
const LEAST: usize = 5;
const LEAST_ALONE: usize = 6;

/// A name as it stands behind «مع» or «ممثلو»: the plural of people that it begins with changes its end.
pub fn genitive(name: &str) -> Cow<'_, str> {
    let name = name.trim();
    let (first, rest) = name.split_once(char::is_whitespace).unwrap_or((name, ""));
    match changed(first, !rest.trim().is_empty()) {
        Some(first) if rest.is_empty() => Cow::Owned(first),
        Some(first) => Cow::Owned(format!("{first} {rest}")),
        None => Cow::Borrowed(name),
    }
}

/// «بوزارة النقل»: where somebody works, as a post before it asks for.
pub fn at(name: &str) -> String {
    format!("ب{}", name.trim())
}

/// Does a name begin with a plural of people? Then it names people, and not a body that sends some.
pub fn is_people(name: &str) -> bool {
    matches!(genitive(name), Cow::Owned(_))
}

fn changed(word: &str, has_more: bool) -> Option<String> {
    let letters = word.strip_prefix("ال").unwrap_or(word).chars().count();
    if let Some(stem) = word.strip_suffix("ون") {
        // Such plurals of what people do begin so; «قانون» and «تعاون» do not.
        let is_plural = letters >= LEAST_ALONE && word.strip_prefix("ال").unwrap_or(word).starts_with('م');
        return is_plural.then(|| format!("{stem}ين"));
    }
    // «فيديو» and its like come from elsewhere.
    let stem = word.strip_suffix('و').filter(|stem| has_more && letters >= LEAST && !stem.ends_with('ي'))?;
    Some(format!("{stem}ي"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plural_of_people_changes_its_end_and_other_words_do_not() {
        let check = |name: &str, expected: &str| assert_eq!(genitive(name), expected);
        check("متطوعو فريق أثر", "متطوعي فريق أثر");
        check("ممثلو الجمعيات", "ممثلي الجمعيات");
        check("المتطوعون", "المتطوعين");
        check("مهندسون من الأمانة", "مهندسين من الأمانة");
        check("جمعية نماء الواحة", "جمعية نماء الواحة");
        check("عضو مجلس الإدارة", "عضو مجلس الإدارة");
        check("فيديو الحي", "فيديو الحي");
        check("تعاون الأحياء", "تعاون الأحياء");
        check("قانون", "قانون");
        check("", "");
        assert_eq!(at("وزارة النقل"), "بوزارة النقل");
        assert!(is_people("متطوعو فريق أثر") && !is_people("فريق أثر"));
    }
}
