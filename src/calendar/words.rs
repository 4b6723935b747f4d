//! The words dates are typed with, folded: months of both calendars, days of the week, and what they are built up with.
//!
//! These are read, never shown; what is shown stands in `assets/strings`. A name is looked up with its blanks taken out,
//! so «ذو القعدة» and «ذوالقعدة», «Rabi al-Awwal» and «Rabi al Awwal» are one.

use super::{Calendar, Weekday};

/// Spellings of each Hijri month, in order.
const HIJRI_MONTHS: [&[&str]; 12] = [
    &["محرم", "المحرم", "محرمالحرام", "muharram", "moharram", "almuharram"],
    &["صفر", "safar"],
    &[
        "ربيعالاول",
        "ربيعاول",
        "ربيعالاولي",
        "ربيع1",
        "rabialawwal",
        "rabialawal",
        "rabiulawwal",
        "rabiulawal",
        "rabii",
        "rabiawwal",
        "rabi1",
        "rabiaalawwal",
        "rabbialawwal",
    ],
    &[
        "ربيعالاخر",
        "ربيعالثاني",
        "ربيعاخر",
        "ربيعثاني",
        "ربيعالاخره",
        "ربيع2",
        "rabialakhir",
        "rabialakhar",
        "rabialthani",
        "rabiaththani",
        "rabialththani",
        "rabiulthani",
        "rabiuththani",
        "rabiulakhir",
        "rabiii",
        "rabi2",
        "rabithani",
        "rabiaalthani",
    ],
    &[
        "جماديالاولي",
        "جماديالاول",
        "جماداولي",
        "جماديالاوله",
        "جمادالاولي",
        "جمادي1",
        "jumadaalula",
        "jumadaaloula",
        "jumadaalawwal",
        "jumadaaloola",
        "jumadalula",
        "jumadaloula",
        "jumadalawwal",
        "jumadaulawwal",
        "jumadiulawwal",
        "jumadialawwal",
        "jumadialula",
        "jumadai",
        "jumada1",
    ],
    &[
        "جماديالاخره",
        "جماديالاخر",
        "جماديالثانيه",
        "جماديالثاني",
        "جماديثاني",
        "جماديالاخري",
        "جمادالاخره",
        "جمادالثانيه",
        "جمادي2",
        "jumadaalakhirah",
        "jumadaalakhira",
        "jumadaalakhirat",
        "jumadaalakhera",
        "jumadalakhirah",
        "jumadalakhira",
        "jumadaalthani",
        "jumadaalthaniyah",
        "jumadaalthaniya",
        "jumadaaththaniyah",
        "jumadalthani",
        "jumadalthaniyah",
        "jumadiulthani",
        "jumadiuththani",
        "jumadialthani",
        "jumadialakhirah",
        "jumadaii",
        "jumada2",
    ],
    &["رجب", "rajab"],
    &["شعبان", "shaban", "shaaban", "shabaan", "shabban"],
    &["رمضان", "رمضانالمبارك", "ramadan", "ramadhan", "ramazan", "ramadaan"],
    &["شوال", "shawwal", "shawal", "shawwaal"],
    &[
        "ذوالقعده",
        "ذيالقعده",
        "ذاالقعده",
        "القعده",
        "ذوقعده",
        "dhualqadah",
        "dhualqada",
        "dhualqaadah",
        "dhualqidah",
        "dhulqadah",
        "dhulqada",
        "dhulqidah",
        "dhulqaada",
        "dhulqaadah",
        "zulqada",
        "zulqadah",
        "thualqadah",
    ],
    &[
        "ذوالحجه",
        "ذيالحجه",
        "ذاالحجه",
        "الحجه",
        "ذوحجه",
        "dhualhijjah",
        "dhualhijja",
        "dhualhijah",
        "dhulhijjah",
        "dhulhijja",
        "dhulhijah",
        "zulhijja",
        "zulhijjah",
        "thualhijjah",
    ],
];

/// Spellings of each Gregorian month, in order: Saudi usage first, then the Levant's and English.
const GREGORIAN_MONTHS: [&[&str]; 12] = [
    &["يناير", "كانونالثاني", "january", "jan"],
    &["فبراير", "شباط", "february", "feb"],
    &["مارس", "اذار", "march", "mar"],
    &["ابريل", "نيسان", "april", "apr"],
    &["مايو", "ايار", "may"],
    &["يونيو", "يونيه", "حزيران", "june", "jun"],
    &["يوليو", "يوليه", "تموز", "july", "jul"],
    &["اغسطس", "اب", "august", "aug"],
    &["سبتمبر", "ايلول", "september", "sep", "sept"],
    &["اكتوبر", "تشرينالاول", "october", "oct"],
    &["نوفمبر", "تشرينالثاني", "november", "nov"],
    &["ديسمبر", "كانونالاول", "december", "dec"],
];

/// Spellings of the days of the week, from Sunday.
const WEEKDAYS: [&[&str]; 7] = [
    &["الاحد", "احد", "sunday", "sun"],
    &["الاثنين", "اثنين", "الاتنين", "monday", "mon"],
    &["الثلاثاء", "ثلاثاء", "الثلاثا", "التلاتاء", "tuesday", "tue", "tues"],
    &["الاربعاء", "اربعاء", "الاربعا", "wednesday", "wed"],
    &["الخميس", "خميس", "thursday", "thu", "thur", "thurs"],
    &["الجمعه", "جمعه", "friday", "fri"],
    &["السبت", "سبت", "saturday", "sat"],
];

/// A stretch of time that can be counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Day,
    Week,
    Month,
    Year,
}

/// A part of a month, a week or a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Edge {
    Start,
    Middle,
    End,
}

fn position(table: &[&[&str]], word: &str) -> Option<usize> {
    table.iter().position(|spellings| spellings.contains(&word))
}

/// The month a folded name without blanks stands for.
pub(super) fn month(word: &str) -> Option<(Calendar, u8)> {
    let find = |table: &[&[&str]], calendar| Some((calendar, u8::try_from(position(table, word)? + 1).ok()?));
    find(&HIJRI_MONTHS, Calendar::Hijri).or_else(|| find(&GREGORIAN_MONTHS, Calendar::Gregorian))
}

/// The day of the week a folded word stands for.
pub(super) fn weekday(word: &str) -> Option<Weekday> {
    Weekday::ALL.get(position(&WEEKDAYS, word)?).copied()
}

/// The name of a day of the week in Arabic, for other programs.
pub(super) const fn arabic_weekday(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Sunday => "الأحد",
        Weekday::Monday => "الاثنين",
        Weekday::Tuesday => "الثلاثاء",
        Weekday::Wednesday => "الأربعاء",
        Weekday::Thursday => "الخميس",
        Weekday::Friday => "الجمعة",
        Weekday::Saturday => "السبت",
    }
}

/// The calendar a year's suffix names.
pub(super) fn suffix(word: &str) -> Option<Calendar> {
    match word {
        "ه" | "هجري" | "هجريه" | "ah" | "a.h." | "h" | "hijri" => Some(Calendar::Hijri),
        "م" | "ميلادي" | "ميلاديه" | "ad" | "ce" | "a.d." | "gregorian" => Some(Calendar::Gregorian),
        _ => None,
    }
}

/// A unit, and how many of it the word itself says: «أسبوعين» is two weeks, «أيام» leaves the count to a number.
pub(super) fn unit(word: &str) -> Option<(Unit, Option<i64>)> {
    Some(match word {
        "يوم" | "يوما" => (Unit::Day, Some(1)),
        "يومين" | "يومان" => (Unit::Day, Some(2)),
        "ايام" | "day" | "days" => (Unit::Day, None),
        "اسبوع" | "اسبوعا" => (Unit::Week, Some(1)),
        "اسبوعين" | "اسبوعان" => (Unit::Week, Some(2)),
        "اسابيع" | "week" | "weeks" => (Unit::Week, None),
        "شهر" | "شهرا" => (Unit::Month, Some(1)),
        "شهرين" | "شهران" => (Unit::Month, Some(2)),
        "اشهر" | "شهور" | "month" | "months" => (Unit::Month, None),
        "سنه" | "عام" | "عاما" => (Unit::Year, Some(1)),
        "سنتين" | "سنتان" | "عامين" | "عامان" => (Unit::Year, Some(2)),
        "سنوات" | "سنين" | "اعوام" | "year" | "years" => (Unit::Year, None),
        _ => return None,
    })
}

/// The unit a period is named by: «نهاية الشهر».
pub(super) fn period(word: &str) -> Option<Unit> {
    Some(match word {
        "اليوم" => Unit::Day,
        "الاسبوع" | "اسبوع" | "week" => Unit::Week,
        "الشهر" | "شهر" | "month" => Unit::Month,
        "العام" | "السنه" | "عام" | "سنه" | "year" => Unit::Year,
        _ => return None,
    })
}

/// A number in words, as far as deadlines are said in words.
pub(super) fn number(word: &str) -> Option<i64> {
    Some(match word {
        "a" | "an" | "one" | "واحد" | "واحده" | "احد" | "احدي" => 1,
        "two" | "اثنين" | "اثنان" | "اثنا" | "اثني" | "اثنتي" => 2,
        "three" | "ثلاثه" | "ثلاث" => 3,
        "four" | "اربعه" | "اربع" => 4,
        "five" | "خمسه" | "خمس" => 5,
        "six" | "سته" | "ست" => 6,
        "seven" | "سبعه" | "سبع" => 7,
        "eight" | "ثمانيه" | "ثماني" | "ثمان" => 8,
        "nine" | "تسعه" | "تسع" => 9,
        "ten" | "عشره" | "عشر" => 10,
        "eleven" => 11,
        "twelve" => 12,
        "عشرين" | "عشرون" | "twenty" => 20,
        "ثلاثين" | "ثلاثون" | "thirty" => 30,
        "اربعين" | "اربعون" | "forty" => 40,
        "خمسين" | "خمسون" | "fifty" => 50,
        "ستين" | "ستون" | "sixty" => 60,
        "سبعين" | "سبعون" => 70,
        "ثمانين" | "ثمانون" => 80,
        "تسعين" | "تسعون" | "ninety" => 90,
        "مئه" | "مائه" => 100,
        _ => return None,
    })
}

/// A part of a period.
pub(super) fn edge(word: &str) -> Option<Edge> {
    Some(match word {
        "بدايه" | "اول" | "مطلع" | "غره" | "مستهل" | "start" | "beginning" => Edge::Start,
        "منتصف" | "نصف" | "وسط" | "middle" | "mid" => Edge::Middle,
        "نهايه" | "اخر" | "ختام" | "سلخ" | "end" => Edge::End,
        _ => return None,
    })
}

/// «القادم»: the next one; «الماضي»: the one before. Counted in periods.
pub(super) fn step(word: &str) -> Option<i64> {
    Some(match word {
        "القادم" | "القادمه" | "قادم" | "المقبل" | "المقبله" | "مقبل" | "التالي" | "التاليه" | "الجاي" | "الاتي"
        | "next" | "coming" => 1,
        "الماضي" | "الماضيه" | "السابق" | "السابقه" | "الفايت" | "المنصرم" | "last" | "past" | "previous" => {
            -1
        }
        "هذا" | "هذه" | "الحالي" | "الحاليه" | "الجاري" | "this" | "current" => 0,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{GREGORIAN_MONTHS, HIJRI_MONTHS, WEEKDAYS};
    use crate::arabic::fold;
    use std::collections::HashSet;

    #[test]
    fn every_spelling_is_folded_and_means_one_thing() {
        let mut seen = HashSet::new();
        for word in HIJRI_MONTHS.iter().chain(&GREGORIAN_MONTHS).chain(&WEEKDAYS).flat_map(|spellings| *spellings) {
            assert_eq!(fold(word).replace(' ', ""), *word);
            assert!(seen.insert(word), "{word} stands twice");
        }
    }
}
