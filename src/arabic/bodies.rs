//! Names of bodies, taken apart to see whether two of them may be one: what tells a body from its like, and its place.
//!
//! Apart from the keys of people, for a place at the end of a name is what often parts two charities of one name.

use super::analyse::tokens;
use super::keys::without_article;

/// What names of bodies share, folded and without article: it tells none from another.
const GENERIC: [&str; 5] = ["جمعيه", "خيريه", "اهليه", "منطقه", "محافظه"];

/// What stands before the name of a place, folded and without article.
const BEFORE_PLACES: [&str; 4] = ["منطقه", "محافظه", "مدينه", "حي"];

/// Words that say of what sort a body is: one alone is no name.
const SORTS: [&str; 26] = [
    "امانه",
    "بلديه",
    "وزاره",
    "موسسه",
    "شركه",
    "هييه",
    "مجلس",
    "لجنه",
    "اداره",
    "مركز",
    "صندوق",
    "جامعه",
    "فريق",
    "نادي",
    "فرع",
    "وكاله",
    "ministry",
    "municipality",
    "society",
    "association",
    "foundation",
    "charity",
    "university",
    "council",
    "authority",
    "commission",
];

/// Places without an article that follow «بـ» in names of bodies, and what stands before a place.
const TOWNS: [&str; 32] = [
    "بجده",
    "بتبوك",
    "بحايل",
    "بنجران",
    "ببريده",
    "بعنيزه",
    "بابها",
    "بمكه",
    "بجازان",
    "بعسير",
    "بحفر",
    "براس",
    "ببقيق",
    "بقريه",
    "بينبع",
    "ببيشه",
    "بشروره",
    "بعرعر",
    "بسكاكا",
    "بطريف",
    "بتربه",
    "برنيه",
    "بضباء",
    "بخميس",
    "بصبيا",
    "ببلجرشي",
    "برفحاء",
    "بمنطقه",
    "بمحافظه",
    "بمدينه",
    "بحي",
    "بمركز",
];

/// A name of fewer letters says too little to be the beginning of another one.
const TELLING: usize = 4;

/// The name of a body in its parts, folded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BodyName {
    /// What is its own, in order: generic words, articles and «لـ» left out.
    pub words: Vec<String>,
    /// The place at its end; empty where it names none.
    pub place: String,
}

impl BodyName {
    /// Takes a name apart.
    pub fn new(name: &str) -> Self {
        let all: Vec<String> = tokens(name).into_iter().map(|(_, word)| word).collect();
        let mut words: Vec<String> = Vec::with_capacity(all.len());
        let mut place: Vec<&str> = Vec::new();
        for (at, word) in all.iter().enumerate() {
            let in_place = !place.is_empty();
            if in_place || !words.is_empty() && begins_place(word) {
                let bare = if in_place { word.as_str() } else { word.strip_prefix('ب').unwrap_or(word) };
                // A place of nothing but such words is one all the same: what stands there keeps it from being empty.
                place.push(without_article(bare));
                continue;
            }
            let bare = without_article(word);
            if !GENERIC.contains(&bare) {
                words.push(if at == 0 { bare } else { without_for(bare) }.to_owned());
            }
        }
        if words.is_empty() {
            words = all.iter().map(|word| word.to_owned()).collect();
        }
        place.retain(|word| !BEFORE_PLACES.contains(word) && !GENERIC.contains(word) && *word != "في");
        Self { words, place: place.join(" ") }
    }

    /// The key under which names stand together that differ in generic words and in place alone.
    pub fn key(&self) -> String {
        self.words.join(" ")
    }

    /// Does it say more than of what sort a body is?
    pub fn is_telling(&self) -> bool {
        self.words.iter().any(|word| !SORTS.contains(&word.as_str()))
    }

    /// Do both name a place, each another one? What is still being typed may become the other's place.
    pub fn is_elsewhere(&self, other: &Self) -> bool {
        let (here, there) = (self.place.as_str(), other.place.as_str());
        !here.is_empty() && !there.is_empty() && !here.starts_with(there) && !there.starts_with(here)
    }

    /// May both name one body? A person decides whether they do.
    ///
    /// «أمانة الشرقية بالدمام» may be «أمانة المنطقة الشرقية», and «جمعية البر بالدمام» is not «جمعية البر بالخبر».
    pub fn may_be(&self, other: &Self) -> bool {
        if self.is_elsewhere(other) {
            return false;
        }
        let (own, theirs) = (self.key(), other.key());
        let begins = |short: &Self, key: &str, long: &str| {
            short.is_telling() && key.chars().count() >= TELLING && long.starts_with(key)
        };
        own == theirs || begins(self, &own, &theirs) || begins(other, &theirs, &own) || self.shares_all_words(other)
    }

    /// Does the longer of both hold all words of the shorter, and are these more than one?
    pub fn shares_all_words(&self, other: &Self) -> bool {
        let (short, long) = if self.words.len() <= other.words.len() { (self, other) } else { (other, self) };
        short.words.len() > 1 && short.is_telling() && short.words.iter().all(|word| long.words.contains(word))
    }
}

/// Is it made of nothing but words that most names have: «جمعية خيرية»?
pub fn is_generic(name: &str) -> bool {
    tokens(name).iter().all(|(_, word)| GENERIC.contains(&without_article(word)))
}

/// Is it the first word of a place: «بالدمام»، «في الدمام»، «بجدة»؟
fn begins_place(word: &str) -> bool {
    word.starts_with("بال") && word.chars().count() > 5 || word == "في" || TOWNS.contains(&word)
}

/// A folded word without «لـ» and «للـ»: «للعمل» is «عمل», and «لجنة» stays what it is.
fn without_for(word: &str) -> &str {
    let rest = word.strip_prefix("لل").filter(|rest| rest.chars().count() >= 3);
    let rest = rest.or_else(|| word.strip_prefix('ل').filter(|rest| rest.chars().count() >= 4));
    rest.unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::BodyName;

    fn may_be(first: &str, second: &str) -> bool {
        let (first, second) = (BodyName::new(first), BodyName::new(second));
        assert_eq!(first.may_be(&second), second.may_be(&first), "{first:?} / {second:?}");
        first.may_be(&second)
    }

    #[test]
    fn two_names_may_be_of_one_body() {
        for (first, second) in [
            ("أمانة الشرقية بالدمام", "أمانة المنطقة الشرقية"),
            ("أمانة الشرقية", "أمانة المنطقة الشرقية"),
            ("امانه منطقه الرياض", "أمانة الرياض"),
            ("أمانة محافظة الأحساء", "أمانة الأحساء"),
            ("جمعية البر الخيرية بالدمام", "جمعية البر"),
            ("جمعية البر بالدمام", "جمعية البر الخيرية في مدينة الدمام"),
            ("جمعية بيئة", "جمعيه بيئه"),
            ("الجمعية الأهلية للعمل التطوعي", "جمعية العمل التطوعي"),
            ("أمانة منطقة الواحة", "امانه الواحه"),
            ("جمعية مكافحة السرطان", "الجمعية السعودية الخيرية لمكافحة السرطان"),
            ("وزارة البلديات", "وزارة البلديات والإسكان"),
            ("مؤسسة الوليد", "مؤسسة الوليد للإنسانية"),
            ("جمعية تراؤف بمحافظة القطيف", "جمعية تراؤف بالقطيف"),
        ] {
            assert!(may_be(first, second), "{first} / {second}");
        }
    }

    #[test]
    fn two_names_are_of_two_bodies() {
        for (first, second) in [
            ("أمانة منطقة الرياض", "أمانة المنطقة الشرقية"),
            ("جمعية البر بالدمام", "جمعية البر بالخبر"),
            ("جمعية البر بجدة", "جمعية البر ببريدة"),
            ("جمعية البر", "جمعية البيئة"),
            ("جمعية التنمية", "لجنة التنمية الاجتماعية"),
            ("أمانة", "أمانة المنطقة الشرقية"),
            ("جمعية العناية بالمساجد", "جمعية العناية بالأيتام"),
            ("بلدية محافظة القطيف", "بلدية محافظة الجبيل"),
            ("وزارة الصحة", "وزارة التعليم"),
            ("مجلس إدارة جمعية البر", "جمعية النور"),
        ] {
            assert!(!may_be(first, second), "{first} / {second}");
        }
    }

    #[test]
    fn a_name_of_nothing_but_generic_words_keeps_them() {
        assert_eq!(BodyName::new("الجمعية الخيرية").key(), "الجمعيه الخيريه");
        assert_eq!(BodyName::new("").key(), "");
        assert!(may_be("الجمعية الخيرية", "الجمعيه الخيريه"));
    }
}
