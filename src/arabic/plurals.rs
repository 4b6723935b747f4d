//! The lexicon: words whose forms no pattern connects.
//!
//! Patterns come first; a group stands here only when its plural changes beyond them («امرأة، نساء»), or when the pattern
//! would connect too much («لجنة، لجان»). What is said of a thing by its ending (نسبة: «بيئة، بيئي») stands here word by word
//! as well: a pattern would make «جمعية» of «جمعة» and «بلدية» of «بلد».

use super::fold::fold_char_keeping_hamza;
use std::sync::LazyLock;

/// One group a line, in ordinary spelling.
const GROUPS: &str = "
لجنة لجان
خطة خطط
مدينة مدن مدائن
طريق طرق طرقات
كتاب كتب
سبيل سبل
أساس أسس
عضو أعضاء عضوية
رخصة رخص ترخيص تراخيص
برنامج برامج
نموذج نماذج
موعد مواعيد ميعاد
امرأة نساء نسائي
طالب طلاب طلبة
عامل عمال
ساكن سكان
تاجر تجار
زائر زوار
نائب نواب
شاب شباب شبان شابة شبابي
حي أحياء
مادة مواد
مهمة مهام مهمات
مقر مقار مقرات
حل حلول
خط خطوط
حق حقوق
حد حدود
صف صفوف
فن فنون
سد سدود
رد ردود
رأي آراء
سنة سنوات سنين
ابن أبناء
أب آباء
يد أيدي أياد
شيء أشياء شيئا
سؤال أسئلة
مسألة مسائل
مبدأ مبادئ
خطأ أخطاء
اسم أسماء
دليل أدلة
أرض أراضي أراض
أهل أهالي
أداة أدوات
قناة قنوات
صاحب أصحاب
تحد تحدي تحديات
فريق فرق
يتيم أيتام يتامى
أستاذ أساتذة أستاذة
تكلفة تكاليف
نقطة نقاط
رجل رجال
جبل جبال
يوم أيام
شهر أشهر شهور
مكان أماكن أمكنة
ماء مياه مائي
بئر آبار
دولة دول
جهد جهود
جهة جهات
رقم أرقام
عام أعوام
صديق أصدقاء
قريب أقرباء أقارب
مريض مرضى
ميت موتى
بلد بلدان بلاد
عدد أعداد
ذكرى ذكريات
منفذ منافذ
ضريبة ضرائب
كبير كبار
صغير صغار
عملية عمليات
معاق معاقين إعاقة
إمام أئمة
قاض قاضي قضاة
محام محامي محامين محامون محاماة
هاو هواة
داعية دعاة
راع رعاة
ناد نادي أندية نواد
واد وادي أودية
مبنى مبان مباني
مستوى مستويات
معنى معاني معان
منتدى منتديات
ملتقى ملتقيات
ميثاق مواثيق
ميزان موازين
جبل جبال
رمل رمال
بحر بحار
سهل سهول
كلب كلاب
قط قطط
ذئب ذئاب
ثوب ثياب أثواب
حبل حبال
سهم سهام
تل تلال
ظل ظلال
سلة سلال
خيمة خيام
قلعة قلاع
بقعة بقاع
رقعة رقاع
ريح رياح
روح أرواح
عبد عباد
دار ديار
نخلة نخيل نخل
بستان بساتين
بنك بنوك
شيخ شيوخ مشايخ أشياخ
حارس حراس
حاكم حكام
سائح سياح
صانع صناع
راكب ركاب
قارئ قراء
زارع زراع
خادم خدام
ذراع أذرع أذرعة
لسان ألسن ألسنة
أرملة أرامل
أخ إخوة إخوان
أخت أخوات
أم أمهات
ابنة بنات بنت
ميزة مزايا مزية ميزات
ليلة ليال ليالي
ضيف ضيوف
شكوى شكاوى شكاوي
فتوى فتاوى فتاوي
دعوى دعاوى دعاوي
صحراء صحاري صحارى
إناء أوان أواني آنية
دواء أدوية دوائي
غذاء أغذية غذائي
عين عيون أعين
مقهى مقاه مقاهي
مرسى مراس مراسي
مجرى مجار مجاري
مشفى مشاف مشافي
ملهى ملاه ملاهي
مأوى مآو مآوي
مأخذ مآخذ
مأثرة مآثر
مئة مائة مئات
جزء أجزاء
عبء أعباء
ضوء أضواء ضوئي
نبأ أنباء
بناء أبنية
فناء أفنية
عدو أعداء
فرد أفراد
لواء ألوية
وعاء أوعية
حاسب حواسيب حاسوب
هاتف هواتف
تلميذ تلاميذ تلامذة
دكتور دكاترة
قدم أقدام
ثمن أثمان
لؤلؤ لآلئ لؤلؤة
كأس كؤوس
فأس فؤوس
رأس رؤوس
بيئة بيئي
صحة صحي
ثقافة ثقافي
رياضة رياضي
زراعة زراعي
سياحة سياحي
صناعة صناعي
تجارة تجاري
هندسة هندسي
أسرة أسري
تربية تربوي
تنمية تنموي
توعية توعوي
حكومة حكومي
خدمة خدمي
مهنة مهني
إدارة إداري
مدرسة مدرسي
جامعة جامعي
جماعة جماعي
عائلة عائلي
مؤسسة مؤسسي
حضارة حضاري
إغاثة إغاثي
لغة لغوي
زكاة زكوي
منطقة مناطقي
مجتمع مجتمعي
مال مالي
تطوع تطوعي
تعاون تعاوني
تعليم تعليمي
تدريب تدريبي
تأهيل تأهيلي
تنظيم تنظيمي
تشغيل تشغيلي
تسويق تسويقي
ترفيه ترفيهي
تراث تراثي
قانون قانوني
إعلام إعلامي
اقتصاد اقتصادي
استثمار استثماري
إنشاء إنشائي
إسكان إسكاني
سكن سكني
عمران عمراني
عقار عقاري
مرور مروري
أمن أمني
طب طبي
وقف وقفي
وطن وطني
مناخ مناخي
كهرباء كهربائي
";

/// Each spelling's group, sorted. Made from the text above once; nothing ever changes it.
static INDEX: LazyLock<Vec<(Vec<char>, String)>> = LazyLock::new(|| {
    let mut index: Vec<(Vec<char>, String)> = Vec::new();
    for line in GROUPS.lines() {
        let mut name = None;
        for word in line.split_whitespace() {
            let mut letters = Vec::new();
            word.chars().for_each(|letter| fold_char_keeping_hamza(letter, &mut |letter| letters.push(letter)));
            // No stem and no pattern's term begins with these letters.
            let name = name.get_or_insert_with(|| format!("zg{}", letters.iter().collect::<String>()));
            index.push((letters, name.clone()));
        }
    }
    index.sort();
    index.dedup_by(|second, first| second.0 == first.0);
    index
});

/// The term of the group a word (folded, its hamzas kept) belongs to.
pub(super) fn group(letters: &[char]) -> Option<&'static str> {
    let place = INDEX.binary_search_by(|(word, _)| word.as_slice().cmp(letters)).ok()?;
    INDEX.get(place).map(|(_, name)| name.as_str())
}

#[cfg(test)]
mod tests {
    use super::group;

    #[test]
    fn forms_of_one_word_share_a_term() {
        let term = |word: &str| group(&word.chars().collect::<Vec<char>>());
        assert!(term("لجنه").is_some());
        assert_eq!(term("لجنه"), term("لجان"));
        assert_ne!(term("لجنه"), term("خطه"));
        assert_eq!(term("بيئه"), term("بيئي"), "and what is said of it");
        assert_eq!(term("كلمه"), None);
    }
}
