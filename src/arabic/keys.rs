//! Keys for finding duplicates: two spellings of one person or body give the same key.

use super::analyse::tokens;

/// Titles and ranks before a name, folded.
const TITLES: [&str; 26] = [
    "الاستاذ",
    "استاذ",
    "الاستاذه",
    "استاذه",
    "الدكتور",
    "دكتور",
    "الدكتوره",
    "دكتوره",
    "المهندس",
    "مهندس",
    "المهندسه",
    "مهندسه",
    "الشيخ",
    "شيخ",
    "اللواء",
    "معالي",
    "سعاده",
    "فضيله",
    "السيد",
    "السيده",
    "الامير",
    "ا",
    "د",
    "م",
    "mr",
    "dr",
];

/// Is a folded word a title or a rank that stands before a name?
pub fn is_title(word: &str) -> bool {
    TITLES.contains(&word)
}

/// A person's key: titles, «بن» and articles left out, compounds joined.
///
/// «د. عبد الرحمن بن علي الوادعي» and «عبدالرحمن علي الوادعي» are one.
pub fn name_key(name: &str) -> String {
    let words: Vec<String> = tokens(name).into_iter().map(|(_, word)| word).collect();
    let titles = words.iter().take_while(|word| TITLES.contains(&word.as_str())).count();
    // A name that is nothing but a title, as «الشيخ» can be, is its own key.
    let skipped = if titles == words.len() { 0 } else { titles };
    let mut key = String::new();
    let mut joins = false;
    for word in words.iter().skip(skipped) {
        let word = match word.as_str() {
            "بن" | "ابن" | "بنت" => continue,
            "ابا" | "ابي" => "ابو",
            word => word,
        };
        if !key.is_empty() && !joins {
            key.push(' ');
        }
        // «عبد الرحمن» and «عبدالرحمن» keep their article inside, «آل سعود» and «السعود» lose it alike.
        key.push_str(if joins { word } else { without_article(word) });
        joins = FIRST_HALVES.contains(&word);
        if word == "ال" {
            key.truncate(key.len() - word.len());
            joins = true;
        }
    }
    key
}

/// A body's key, a strict one: its folded words, and no blank between them. Two charities of one name in two towns are two.
pub fn body_key(name: &str) -> String {
    tokens(name).into_iter().map(|(_, word)| word).collect()
}

/// First halves of names that are written both together and apart, folded.
const FIRST_HALVES: [&str; 2] = ["عبد", "ابو"];

/// Does a folded word begin like a name of two halves?
pub fn begins_two_halves(word: &str) -> bool {
    FIRST_HALVES.iter().any(|half| word.starts_with(half))
}

/// Folded words with names of two halves written together: «عبد الرحمن» is «عبدالرحمن».
pub fn halves_together(folded: &str) -> String {
    let mut together = String::with_capacity(folded.len());
    let mut joins = true;
    for word in folded.split(' ') {
        if !joins {
            together.push(' ');
        }
        together.push_str(word);
        joins = FIRST_HALVES.contains(&word);
    }
    together
}

/// A folded word without «ال», where a word is left then.
pub fn without_article(word: &str) -> &str {
    word.strip_prefix("ال").filter(|rest| rest.chars().count() >= 2).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::name_key;

    #[test]
    fn spellings_of_one_person_share_a_key() {
        for (first, second) in [
            ("عبد الرحمن الوادعي", "عبدالرحمن الوادعي"),
            ("الدكتور عبد الرحمن الوادعي", "د. عبدالرحمن الوادعي"),
            ("سالم بن حمد الغافي", "سالم حمد الغافى"),
            ("الأستاذ أسامة نجدي", "اسامه نجدي"),
            ("فاطمة آل سعود", "فاطمه ال سعود"),
            ("أبو بكر العلي", "أبوبكر العلي"),
        ] {
            assert_eq!(name_key(first), name_key(second), "{first} / {second}");
        }
        assert_ne!(name_key("محمد حسن"), name_key("حسن محمد"));
        assert_ne!(name_key("عبد الرحمن"), name_key("عبد الرحيم"));
        assert_eq!(name_key("الشيخ"), "شيخ");
        assert_eq!(name_key(""), "");
    }
}
