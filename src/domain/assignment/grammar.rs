//! What a named one is to the sentence: the one who does it, or somebody else.
//!
//! The lists are folded words. They say what sort of word stands before a name; what a noun or a verb means is of no
//! interest.

use super::names::{Mention, Prefix, Strength, Word};
use crate::arabic::fold;

/// What a named one is to the sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Owner,
    Other,
    Unsure,
}

/// Announce the one who does it.
const OWNERS: &str = "\
    مسوول مسووله مسيول مسيوله المسيول المسيوله مكلف المسوول المسووله المكلف المكلفه المنفذ المنفذه المتابع \
    المعني المعنيه بواسطه بمعرفه مسووليه بمسووليه عهده بعهده تكليف بتكليف يكلف تكلف كلف كلفت قيام بقيام تولي \
    بتولي التزام بالتزام تعهد بتعهد تعهدت التزم التزمت وعد وعدت تكفل تكفلت تولت حث owner responsible";

/// Does a word before a colon say whose it is: «المسؤول:»?
pub(super) fn announces_owner(label: &str) -> bool {
    let label = fold(label);
    OWNERS.split(' ').any(|word| word == label)
}

/// What is given to somebody is theirs to do: «تُسند إلى»، «إحالة … إلى».
const GIVING: &str = "\
    يسند تسند اسند اسندت اسناد يوكل توكل اوكل ايكال يعهد عهد يحال تحال احيل احيلت احاله تحويل يحول يترك \
    توجيه مهمه assigned assign refer";

/// Tell what somebody says, asks for or needs: their subject does nothing yet.
const TELLING: &str = "\
    اشار اشارت يشير تشير ذكر ذكرت يذكر تذكر اوضح اوضحت اكد اكدت يوكد توكد افاد افادت يفيد تفيد طلب طلبت يطلب \
    تطلب طالب طالبت يطالب تطالب اقترح اقترحت يقترح تقترح تساءل سال سالت رحب رحبت شكر شكرت يشكر ابدي ابدت يري \
    تري راي رات اضاف اضافت شدد شددت علق استفسر استفسرت تحفظ يتحفظ تتحفظ يرغب ترغب تامل يامل تعاني يعاني \
    تحتاج يحتاج تواجه يواجه تنتظر ينتظر عرض عرضت قدم قدمت said asked noted proposed";

/// Take the one who is written to or given something as readily as the one who does it.
const ADDRESSING: &str = "\
    يزود تزود يبلغ تبلغ يخاطب تخاطب يدعي تدعي يشعر تشعر يمنح تمنح يكرم تكرم يشكر يستضاف تمكن يمكن";

/// Begin like a verb of what is to be done, and are none.
const NO_VERBS: &str = "\
    يوم يوما يومي يوميا يومين يجب ينبغي يتعين يلزم يمكن تم يتم تحت تلك تعاون تقارير تراخيص تكاليف توصيات \
    تطوع تفاهم تواصل تحديات تكامل تبادل تماما تقريبا تاريخ تفعيل تجارب تصاميم تعاميم تفاصيل تدابير تباعا \
    تلقاء تجاه توازن";

/// Before a name, all but «على» make it somebody else.
const PREPOSITIONS: &str = "\
    مع عن في لدي عند بين حول لصالح ضد نحو دون بدون حسب وفق وفقا بشان عبر خلال بعد قبل تحت حتي منذ ضمن امام \
    خلف باسم بحضور بمشاركه with to for from of";

/// Ask something of somebody: «طلبت الأمانة من الجمعية»، «نأمل من».
const ASKING: &str = "\
    طلبت طلب يطلب تطلب مطلوب المطلوب نامل يومل يرجي نرجو التمست يلتمس";

/// May stand between «المكلف» and the name.
const ABOUT: &str = "\
    بذلك ذلك به بها عن عنه عنها هو هي بالمتابعه بالتنفيذ التنفيذ المتابعه ها";

/// «على» makes a duty of what stands at the beginning of a sentence, behind «يجب», or at its end with nothing but a term.
fn is_duty(line: &str, words: &[Word], mention: &Mention, second: &str) -> bool {
    let opens = second.is_empty()
        || mention.start >= 2
            && between(line, words, mention.start - 2, mention.start - 1).contains([':', '،', ',', '؛', '.', '—', '–']);
    let closes = words.get(mention.end).is_none()
        || between(line, words, mention.end - 1, mention.end).contains(['،', ',', '.', ')']);
    let shows = words.iter().take(mention.start).any(|word| is_in(SHOWING, &word.norm));
    opens
        || matches!(second, "يجب" | "يتعين" | "ينبغي" | "يلزم" | "المسووليه" | "تقع")
        || closes && mention.strength == Strength::Full && !shows
}

/// «على» behind these names who sees or gets it.
const SHOWING: &str = "\
    عرض يعرض تعرض عرضه عرضها توزيع تعميم تعميمه الاطلاع اطلاع الرد رد الحصول التاكيد بناء الاعتماد";

/// What stands between two words.
fn between<'a>(line: &'a str, words: &[Word], before: usize, after: usize) -> &'a str {
    let start = words.get(before).map_or(0, |word| word.range.end);
    let end = words.get(after).map_or(line.len(), |word| word.range.start);
    line.get(start..end).unwrap_or_default()
}

/// What the named one is to the sentence.
pub(super) fn part(line: &str, words: &[Word], mention: &Mention, is_first: bool) -> Part {
    let sure = |part: Part| match part {
        // A single word that is a name only here and there is one only where a name must stand.
        Part::Owner if mention.who.len() != 1 => Part::Unsure,
        Part::Owner | Part::Other | Part::Unsure => part,
    };
    let word = |at: usize| words.get(at).map_or("", |word| word.norm.as_str());
    let Some(before_at) = mention.start.checked_sub(1) else { return sure(at_start(line, words, mention)) };
    let gap = between(line, words, before_at, mention.start);
    let before = word(before_at);
    let second = before_at.checked_sub(1).map_or("", word);
    // «المكلف بذلك خالد»، «المسؤول عن التنفيذ سارة»
    let announced = (0..before_at).rev().take(3).find(|at| !is_in(ABOUT, word(*at))).map_or("", word);
    let is_announced = is_in(ABOUT, before) && is_in(OWNERS, announced);
    let asks = words.iter().take(before_at).any(|word| is_in(ASKING, &word.norm));
    let is_given = words.iter().take(mention.start).any(|word| is_in(GIVING, &word.norm));
    if gap.contains(':') && (is_in(OWNERS, before) || before == "علي") {
        return sure(Part::Owner);
    }
    if gap.contains(['—', '–', '(', '/', '|', '←', '@']) || gap.contains(" - ") || gap.contains(':') {
        return sure(set_apart(line, words, mention, gap));
    }
    if gap.contains(['،', ',', '.', '؛', '\n']) {
        return sure(at_start(line, words, mention));
    }
    match mention.prefix {
        Prefix::To => return if is_given { sure(Part::Owner) } else { Part::Other },
        Prefix::By => return Part::Other,
        Prefix::None => {}
    }
    let part = match (second, before) {
        // «ويتولى ذلك أحمد»
        (verb, "ذلك" | "هذا" | "هذه" | "بذلك" | "المهمه") if is_verb(verb) && !is_in(TELLING, verb) => {
            Part::Owner
        }
        ("من", "قبل" | "طرف" | "جانب") | ("كل" | "عن", "طريق") => Part::Owner,
        ("كل", "من") => Part::Unsure,
        (_, "من") if asks => Part::Owner,
        _ if is_announced => Part::Owner,
        (_, "الي" | "to") if is_given => Part::Owner,
        (second, "علي" | "فعلي" | "وعلي") if is_duty(line, words, mention, second) => Part::Owner,
        (_, "من" | "الي" | "علي") => Part::Other,
        (_, "by") => Part::Owner,
        (_, before) if is_in(OWNERS, before) => Part::Owner,
        (_, before) if is_in(PREPOSITIONS, before) => Part::Other,
        (_, before) if is_in(ADDRESSING, before) => Part::Unsure,
        (_, before) if is_in(TELLING, before) => Part::Other,
        (_, before) if is_verb(before) => Part::Owner,
        // «أن إدارة الحدائق ستحصر»
        (_, "ان" | "بان" | "وان" | "فان" | "that") => at_start(line, words, mention),
        // «يتابع الموضوع م. إبراهيم»: a definite word before a name is not what the name belongs to.
        (_, before) if before.starts_with("ال") && is_first && is_verb(word(0)) && !is_in(TELLING, word(0)) => {
            if mention.strength >= Strength::Announced && is_person(mention) {
                Part::Owner
            } else {
                Part::Other
            }
        }
        _ => Part::Other,
    };
    sure(part)
}

/// At the beginning of a sentence: «جمعية بيئة تقدّم الخطة»، «م. إبراهيم: إعداد الدراسة»، `Ibrahim to prepare`.
fn at_start(line: &str, words: &[Word], mention: &Mention) -> Part {
    let Some(next) = words.get(mention.end) else { return Part::Other };
    let gap = between(line, words, mention.end - 1, mention.end);
    if mention.prefix != Prefix::None {
        return Part::Other;
    }
    if gap.contains([':', '—', '–']) || gap.contains(" - ") {
        return Part::Owner;
    }
    let next = next.norm.as_str();
    if is_in(TELLING, next) {
        return Part::Other;
    }
    let is_english = matches!(next, "to" | "will" | "shall" | "should" | "must" | "is")
        || next.is_ascii() && next.len() > 3 && next.ends_with('s');
    if is_verb(next) || is_in(OWNERS, next) || is_english || next == "سوف" {
        return Part::Owner;
    }
    Part::Other
}

/// Set apart by a dash, a bracket or an «@»: the owner, where nothing but a term follows.
fn set_apart(line: &str, words: &[Word], mention: &Mention, gap: &str) -> Part {
    let start = at_start(line, words, mention);
    if start == Part::Owner {
        return start;
    }
    let after = words.get(mention.end).map_or("", |word| word.norm.as_str());
    let closes = between(line, words, mention.end - 1, mention.end).contains([')', '،', ',', '—', '–', '.', '|']);
    // «متابعة: سارة لإكمال الربط»
    let is_told = gap.contains(':')
        && (after.starts_with(['ل', 'ب']) && after.chars().count() > 3 && !matches!(after, "ليس" | "ليست"));
    let is_at_end = after.is_empty() || closes && !gap.contains('@');
    let before_term = matches!(
        after,
        "قبل"
            | "خلال"
            | "حتي"
            | "بحلول"
            | "في"
            | "يوم"
            | "نهايه"
            | "بنهايه"
            | "غدا"
            | "by"
            | "before"
            | "within"
            | "لغايه"
    );
    if is_at_end || before_term || is_told { Part::Owner } else { Part::Other }
}

fn is_person(mention: &Mention) -> bool {
    mention.who.iter().all(|record| record.entity == crate::domain::Entity::Person)
}

/// Is the word in a list, as it stands or behind «و» and «ف»?
fn is_in(list: &str, word: &str) -> bool {
    list.split(' ').any(|listed| listed == word || listed == bare(word))
}

/// Without «و» and «ف» in front, where a word is left.
fn bare(word: &str) -> &str {
    word.strip_prefix(['و', 'ف']).filter(|rest| rest.chars().count() >= 3).unwrap_or(word)
}

/// A verb of what is to be done: begins with «يـ»، «تـ»، «سيـ»، «ستـ», and is not the name of doing it («تقرير»، «تنمية»).
fn is_verb(word: &str) -> bool {
    let word = bare(word);
    // «سيرفع»، «فليرسل»
    let word = word.strip_prefix(['س', 'ل']).filter(|rest| rest.starts_with(['ي', 'ت'])).unwrap_or(word);
    let letters: Vec<char> = word.chars().collect();
    let is_name = match letters.as_slice() {
        // تفعيل، تفعلة
        ['ت', _, _, 'ي', _] | ['ت', _, _, _, 'ه'] | ['ت', _, _, _, _, 'ه'] => true,
        _ => false,
    };
    letters.len() >= 3 && word.starts_with(['ي', 'ت']) && !is_name && !is_in(NO_VERBS, word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arabic::fold;

    #[test]
    fn the_lists_hold_folded_words() {
        let all = [OWNERS, GIVING, TELLING, ADDRESSING, NO_VERBS, PREPOSITIONS, ASKING, ABOUT, SHOWING];
        for word in all.into_iter().flat_map(|list| list.split(' ')) {
            assert_eq!(fold(word), word);
        }
    }

    #[test]
    fn verbs_are_told_from_the_names_of_doing() {
        for verb in ["يعد", "تتولي", "ستقوم", "ويرفع", "تقدم", "سيحصر"] {
            assert!(is_verb(verb), "{verb}");
        }
        for name in ["تقرير", "تنميه", "توصيه", "تعاون", "يوم", "اعداد", "تنسيق", "تحت"]
        {
            assert!(!is_verb(name), "{name}");
        }
    }
}
