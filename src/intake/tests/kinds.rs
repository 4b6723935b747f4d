//! A news item, an invitation, letters, messages, minutes, in Arabic, in English and in both.

use super::*;
use crate::domain::MeetingKind;

#[test]
fn a_news_item_tells_who_met_where_and_what_came_of_it() {
    let intake = found(
        "أمانة الأحساء تبحث مع الجمعيات الأهلية تطوير الحدائق العامة

الأحساء - الواحة اليوم:
نظّمت أمانة الأحساء لقاءً تعريفيًا مع 12 جمعية أهلية في قاعة النخيل بمقر الأمانة، بالشراكة مع جمعية أصدقاء البيئة ومركز التنمية الاجتماعية بالهفوف، وذلك يوم الأربعاء 12 جمادى الآخرة 1447هـ الموافق 3 ديسمبر 2025م.
وترأس اللقاء أمين الأحساء المهندس عصام بن عبداللطيف الواحي، بحضور وكيل الأمانة للخدمات الدكتور فهد الجبري، ومديرة إدارة المشاركة المجتمعية بالأمانة الأستاذة نورة العتيبي، ورئيس مجلس إدارة جمعية أصدقاء البيئة الأستاذ سعد بن ناصر القحطاني.
وناقش اللقاء سبل إشراك المتطوعين في صيانة الحدائق، وآلية استلام المواقع، ومعايير السلامة.
وأوصى اللقاء بتشكيل فريق عمل مشترك، وبإعداد دليل موحد لتشغيل الحدائق.
وقرر المجتمعون اعتماد خمس حدائق للمرحلة الأولى.",
    );
    assert_eq!(title(&intake), Some("أمانة الأحساء تبحث مع الجمعيات الأهلية تطوير الحدائق العامة"));
    assert_eq!((date(&intake).as_deref(), place(&intake)), (Some("2025-12-03"), Some("قاعة النخيل بمقر الأمانة")));
    assert_eq!(hosts(&intake), ["أمانة محافظة الأحساء", "جمعية أصدقاء البيئة", "مركز التنمية الاجتماعية بالهفوف"]);
    assert_eq!(
        people(&intake),
        [
            "المهندس عصام بن عبداللطيف الواحي | أمين الأحساء | أمانة محافظة الأحساء",
            "الدكتور فهد الجبري | وكيل الأمانة للخدمات | أمانة محافظة الأحساء",
            "الأستاذة نورة العتيبي | مديرة إدارة المشاركة المجتمعية | أمانة محافظة الأحساء",
            "الأستاذ سعد بن ناصر القحطاني | رئيس مجلس إدارة جمعية أصدقاء البيئة | جمعية أصدقاء البيئة",
        ]
    );
    assert_eq!(intake.chair().map(|chair| chair.name.as_str()), Some("عصام بن عبداللطيف الواحي"));
    assert_eq!(intake.groups.first().map(|group| group.name.as_str()), Some("12 جمعية أهلية"));
    assert_eq!(topics(&intake), ["سبل إشراك المتطوعين في صيانة الحدائق", "آلية استلام المواقع", "معايير السلامة"]);
    assert_eq!(
        texts(&intake.decisions),
        ["تشكيل فريق عمل مشترك", "إعداد دليل موحد لتشغيل الحدائق", "اعتماد خمس حدائق للمرحلة الأولى"]
    );
    assert_eq!(intake.meeting.city.map(|city| city.value).as_deref(), Some("الأحساء"));
    assert_eq!(intake.missing, [Missing::Time, Missing::FollowUps]);
}

#[test]
fn an_invitation_says_to_what_when_and_where() {
    let intake = found(
        "سعادة رئيس مجلس إدارة جمعية البر الخيرية بالدمام
السلام عليكم ورحمة الله وبركاته
يسرّ أمانة المنطقة الشرقية دعوتكم لحضور ورشة عمل بعنوان «التكامل بين القطاعين»، وذلك يوم الخميس 20/4/1448هـ الساعة العاشرة والنصف صباحًا في قاعة الأمير سلطان بمبنى الأمانة.
جدول الأعمال:
1- عرض تجارب الجمعيات
2- آلية تخصيص المواقع
وتقبلوا تحياتنا
مدير عام المسؤولية المجتمعية
م. هيثم بن صالح العامر",
    );
    assert_eq!(title(&intake), Some("التكامل بين القطاعين"));
    assert_eq!(intake.meeting.kind.as_ref().map(|kind| kind.value), Some(MeetingKind::Workshop));
    assert_eq!((date(&intake).as_deref(), time(&intake).as_deref()), (Some("2026-10-01"), Some("10:30")));
    assert_eq!(place(&intake), Some("قاعة الأمير سلطان بمبنى الأمانة"));
    assert_eq!(hosts(&intake), ["أمانة المنطقة الشرقية"]);
    assert_eq!(people(&intake), ["المهندس هيثم بن صالح العامر | مدير عام المسؤولية المجتمعية | -"], "a hall is nobody");
    assert_eq!(topics(&intake), ["عرض تجارب الجمعيات", "آلية تخصيص المواقع"]);
}

#[test]
fn a_letter_has_a_head_a_signature_and_what_is_asked_for() {
    let intake = found(
        "من: سارة بنت فهد الواحي <sara@example.org>
إلى: أ. ماجد الحربي
التاريخ: 15/06/2026 10:22 ص
الموضوع: اجتماع متابعة مبادرة الأحياء الخضراء

الأستاذ ماجد المحترم
نأمل حضوركم الاجتماع يوم الأربعاء 17 يونيو 2026م الساعة 1:30 م في مقر جمعية عون.
المطلوب:
- على جمعية عون أن ترسل قائمة المتطوعين قبل 16/06/2026
- يُعدّ المهندس خالد الشمري مخططات المواقع خلال أسبوع
- تزويدنا بصور المواقع

مع التحية
سارة الواحي
منسقة الشراكات
جمعية عون للخدمات الاجتماعية",
    );
    assert_eq!(title(&intake), Some("اجتماع متابعة مبادرة الأحياء الخضراء"));
    assert_eq!((date(&intake).as_deref(), time(&intake).as_deref()), (Some("2026-06-17"), Some("13:30")));
    assert_eq!(
        people(&intake),
        [
            "سارة بنت فهد الواحي | منسقة الشراكات | جمعية عون للخدمات الاجتماعية",
            "الأستاذ ماجد الحربي | - | -",
            "المهندس خالد الشمري | - | -",
        ],
        "a first name alone is who was named before"
    );
    assert_eq!(
        tasks(&intake),
        [
            "على جمعية عون أن ترسل قائمة المتطوعين قبل 16/06/2026 | جمعية عون للخدمات الاجتماعية | 2026-06-16",
            "يُعدّ المهندس خالد الشمري مخططات المواقع خلال أسبوع | خالد الشمري | 2026-06-22",
            "تزويدنا بصور المواقع | - | -",
        ],
        "terms count from the letter's day"
    );
}

#[test]
fn an_invitation_ends_no_name_with_its_compliments_and_no_title_with_what_is_discussed() {
    let intake = found(
        "السادة/ جمعية عطاء التنموية المحترمين
السلام عليكم ورحمة الله وبركاته، وبعد:
ندعوكم لحضور اجتماع اللجنة التنسيقية لمناقشة خطة تحسين المشهد الحضري (المرحلة الثانية)، وذلك يوم الثلاثاء القادم الساعة العاشرة صباحًا.",
    );
    assert_eq!(bodies(&intake), ["جمعية عطاء التنموية"]);
    assert_eq!(title(&intake), Some("اجتماع اللجنة التنسيقية"));
    assert_eq!(topics(&intake), ["خطة تحسين المشهد الحضري (المرحلة الثانية)"]);
}

#[test]
fn messages_count_their_days_from_when_they_were_written() {
    let intake = found(
        "[12/06/2026, 10:15 ص] سعد العلي: السلام عليكم، بكرة عندنا اجتماع مع بلدية القطيف الساعة 9 ص في مقر البلدية
[12/06/2026, 10:17 ص] منى الخالدي: على مهندس البلدية فيصل التركي أن يجهز كشف المواقع قبل يوم الأحد
[12/06/2026, 10:20 ص] +966 50 000 0000: تم
[12/06/2026, 10:21 ص] سعد العلي: اقترح أن نبدأ بحديقة الحي الأول",
    );
    assert_eq!((date(&intake).as_deref(), time(&intake).as_deref()), (Some("2026-06-13"), Some("09:00")));
    assert_eq!(title(&intake), Some("اجتماع مع بلدية القطيف"));
    assert_eq!(
        people(&intake),
        ["فيصل التركي | مهندس البلدية | بلدية القطيف", "سعد العلي | - | -", "منى الخالدي | - | -"]
    );
    assert_eq!(
        tasks(&intake),
        ["على مهندس البلدية فيصل التركي أن يجهز كشف المواقع قبل يوم الأحد | فيصل التركي | 2026-06-14"]
    );
    assert_eq!(texts(&intake.proposals), ["نبدأ بحديقة الحي الأول"]);
}

#[test]
fn english_and_both_languages_are_read() {
    let intake = found(
        "Subject: Coordination meeting with NGOs
From: Eng. Khalid Al-Wahi
To: Dr. Sara Al-Naeem

The Ministry of Municipalities and Housing and أمانة منطقة الرياض will hold a coordination meeting on 3 December 2026 at 10:30 am.
Location: Hall 2, Riyadh Municipality
Agenda:
- Licensing of volunteer sites
Action: جمعية نماء to send the list of sites by 10 December 2026",
    );
    assert_eq!(title(&intake), Some("Coordination meeting with NGOs"));
    assert_eq!(hosts(&intake), ["وزارة البلديات والإسكان", "أمانة منطقة الرياض"]);
    assert_eq!((date(&intake).as_deref(), time(&intake).as_deref()), (Some("2026-12-03"), Some("10:30")));
    assert_eq!(place(&intake), Some("Hall 2, Riyadh Municipality"));
    assert_eq!(people(&intake), ["Eng Khalid Al-Wahi | - | -", "Dr Sara Al-Naeem | - | -"]);
    assert_eq!(tasks(&intake), ["جمعية نماء to send the list of sites by 10 December 2026 | جمعية نماء | 2026-12-10"]);
}

#[test]
fn vowel_signs_change_nothing() {
    let intake = found(
        "عَقَدَتْ أَمَانَةُ مِنْطَقَةِ عَسِيرٍ اجْتِمَاعًا دَوْرِيًّا مَعَ جَمْعِيَّةِ الْبِرِّ بِأَبْهَا، بِرِئَاسَةِ وَكِيلِ الْأَمِينِ الدُّكْتُورِ عَبْدِ اللهِ آلِ زُلْفَةَ، لِمُنَاقَشَةِ تَشْغِيلِ الْمَرَاكِزِ.",
    );
    assert_eq!(title(&intake), Some("اجتماع دوري مع جمعية البر بأبها"));
    assert_eq!(intake.meeting.kind.as_ref().map(|kind| kind.value), Some(MeetingKind::Regular));
    assert_eq!(people(&intake), ["الدكتور عبد الله آل زلفة | وكيل الأمين | أمانة منطقة عسير"]);
    assert_eq!(
        (hosts(&intake), bodies(&intake)),
        (vec!["أمانة منطقة عسير"], vec!["أمانة منطقة عسير", "جمعية البر بأبها"])
    );
}

#[test]
fn minutes_are_read_by_their_labels() {
    let intake = found(
        "محضر اجتماع لجنة التطوع
عنوان الاجتماع: الاجتماع الثالث للجنة التطوع
التاريخ: الاثنين 13/06/1448هـ الموافق 23/11/2026م
الوقت: 10:00 صباحًا
المكان: قاعة الاجتماعات بأمانة منطقة حائل
رئيس الاجتماع: أ. عبدالعزيز بن محمد الواحي
الحضور:
1. د. ليلى الرشيد - مديرة إدارة التطوع بأمانة منطقة حائل
2. ناصر بن عبدالله آل مبارك – المدير التنفيذي لجمعية تكاتف
3. م. طارق أبو حيمد (جمعية إنجاز)
التوصيات:
1. توحيد نماذج تسجيل المتطوعين
2. تتولى جمعية تكاتف حصر الفرق التطوعية قبل 1/7/1448هـ
التكليفات:
- تكليف م. طارق أبو حيمد بإعداد دليل السلامة خلال أسبوعين",
    );
    assert_eq!(title(&intake), Some("الاجتماع الثالث للجنة التطوع"));
    assert_eq!((date(&intake).as_deref(), time(&intake).as_deref()), (Some("2026-11-23"), Some("10:00")));
    assert_eq!(
        people(&intake),
        [
            "الأستاذ عبدالعزيز بن محمد الواحي | - | -",
            "الدكتورة ليلى الرشيد | مديرة إدارة التطوع | أمانة منطقة حائل",
            "ناصر بن عبدالله آل مبارك | المدير التنفيذي | جمعية تكاتف",
            "المهندس طارق أبو حيمد | - | جمعية إنجاز",
        ]
    );
    assert_eq!(intake.chair().map(|chair| chair.name.as_str()), Some("عبدالعزيز بن محمد الواحي"));
    assert_eq!(texts(&intake.decisions), ["توحيد نماذج تسجيل المتطوعين"]);
    assert_eq!(
        tasks(&intake),
        [
            "تتولى جمعية تكاتف حصر الفرق التطوعية قبل 1/7/1448هـ | جمعية تكاتف | 2026-12-10",
            "تكليف م. طارق أبو حيمد بإعداد دليل السلامة خلال أسبوعين | طارق أبو حيمد | 2026-12-07",
        ],
        "what somebody is to do is a follow-up, also among the recommendations"
    );
}

#[test]
fn a_subject_and_a_day_are_a_meetings_unless_they_head_a_letter() {
    let check = |text: &str, day: Option<&str>| assert_eq!(date(&found(text)).as_deref(), day, "{text}");
    check("الموضوع: اجتماع الحدائق\nالتاريخ: 15 نوفمبر 2026م\nالمكان: قاعة النخيل", Some("2026-11-15"));
    check("الموضوع: اجتماع الحدائق\nالتاريخ: 2026-11-15", Some("2026-11-15"));
    check("الموضوع: اجتماع الحدائق\nالتاريخ: 15/11/2026\nسعادة مدير الجمعية، السلام عليكم", None);
    check("من: سعد الواحي\nالموضوع: اجتماع الحدائق\nالتاريخ: 15/11/2026\nالمكان: قاعة النخيل", None);
    check("من: سعد الواحي\nالموضوع: اجتماع الحدائق\nتاريخ الاجتماع: 15/11/2026", Some("2026-11-15"));
}
