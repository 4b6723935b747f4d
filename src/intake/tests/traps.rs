//! What looks like something and is not, and what a text leaves open.

use super::*;

#[test]
fn a_text_that_tells_of_no_meeting_has_nothing_and_everything_is_missing() {
    for text in [
        "",
        "   \n\n",
        "وصفة كبسة الدجاج: نغسل الأرز جيدًا ونتركه نصف ساعة، ثم نحمّر البصل مع البهارات.\nيكفي الطبق خمسة أشخاص.",
        "افتُتح أمس ممشى جديد في حي الأمانة بجوار شارع وزارة الدفاع، ويمتد حتى طريق جامعة الملك فيصل، ويخدم 15/20 حيًا.",
    ] {
        let intake = found(text);
        assert_eq!((title(&intake), date(&intake), place(&intake)), (None, None, None), "{text}");
        assert!(
            intake.people.is_empty() && intake.bodies.is_empty() && intake.follow_ups.is_empty(),
            "{text}: {intake:#?}"
        );
        assert!(intake.topics.is_empty() && intake.proposals.is_empty() && intake.decisions.is_empty(), "{text}");
        assert_eq!(intake.missing.len(), 10, "{text}");
    }
}

#[test]
fn a_date_that_contradicts_itself_is_left_open_with_what_it_may_be() {
    let check = |said: &str, readings: &[&str]| {
        let intake =
            found(&format!("تدعوكم جمعية رعاية الأيتام بمنطقة القصيم إلى لقاء المتطوعين {said} في مقر الجمعية."));
        assert_eq!(date(&intake), None, "{said}");
        assert!(intake.missing.contains(&Missing::Date));
        let open: Vec<String> =
            intake.meeting.unsure_dates.iter().flat_map(|date| &date.value).map(|day| day.iso()).collect();
        assert_eq!(open, readings, "{said}");
        assert_eq!(hosts(&intake), ["جمعية رعاية الأيتام بمنطقة القصيم"]);
    };
    check("يوم الأحد 23 نوفمبر 2026م", &["2026-11-23", "2026-11-22"]);
    check("يوم الاثنين 13/6/1448هـ الموافق 24/11/2026م", &["2026-11-23", "2026-11-24"]);
}

#[test]
fn a_bare_weekday_of_what_was_is_no_date() {
    let intake = found("نظمت بلدية محافظة القطيف يوم الثلاثاء ورشة عمل لتدريب المتطوعين.");
    assert_eq!(date(&intake), None);
    assert_eq!(intake.meeting.unsure_dates.len(), 1);
    let intake = found("تنظم بلدية محافظة القطيف يوم الثلاثاء القادم ورشة عمل لتدريب المتطوعين.");
    assert_eq!(date(&intake).as_deref(), Some("2026-11-24"));
}

#[test]
fn a_date_in_the_hijri_calendar_alone_is_enough() {
    let intake = found(
        "عُقد في مقر بلدية محافظة الخبر اجتماع طارئ بتاريخ 5 رمضان 1447هـ، حضره مدير بلدية الخبر أبو بكر بن سالم باوزير، وعضو المجلس البلدي فاطمة بنت علي آل سيف.
واتُّفق على تأجيل حملة النظافة إلى شوال، وعلى إبلاغ الجمعيات بذلك.",
    );
    assert_eq!(date(&intake).as_deref(), Some("2026-02-22"));
    assert_eq!(
        people(&intake),
        [
            "أبو بكر بن سالم باوزير | مدير بلدية الخبر | بلدية محافظة الخبر",
            "فاطمة بنت علي آل سيف | عضو المجلس البلدي | المجلس البلدي",
        ]
    );
    assert_eq!(texts(&intake.decisions), ["تأجيل حملة النظافة إلى شوال", "إبلاغ الجمعيات بذلك"]);
}

#[test]
fn repeated_paragraphs_are_taken_once_and_name_the_same_text() {
    let once = "استضافت جمعية إطعام في مقرها بالدمام زيارة وفد من أمانة الشرقية برئاسة المهندس مازن الواحي.
واستعرضت الزيارة برامج حفظ النعمة في الأحياء.";
    let twice = format!("{once}\n{}\n\n  {once}", once.replace(' ', "  "));
    let (first, second) = (found(once), found(&twice));
    assert_eq!((first.repeated.len(), second.repeated.len()), (0, 4));
    assert_eq!(first.fingerprint, second.fingerprint);
    assert_eq!((first.people.len(), second.people.len(), topics(&second)), (1, 1, vec!["برامج حفظ النعمة في الأحياء"]));
    assert_eq!(place(&second), Some("مقر جمعية إطعام"));
    assert_eq!(second.chair(), None, "who leads the delegation does not lead the meeting");
    assert_ne!(found("نص آخر عن اجتماع").fingerprint, first.fingerprint);
}

#[test]
fn who_comes_in_somebodys_place_is_not_that_one() {
    let intake = found(
        "نظّمت جامعة الإمام عبدالرحمن بن فيصل ندوة علمية بعنوان: الاستدامة في المدن الساحلية، على مسرح الجامعة، وشارك فيها نيابة عن أمين المنطقة الشرقية وكيل الأمين للتعمير المهندس مازن بن عادل الواحي.",
    );
    assert_eq!(title(&intake), Some("الاستدامة في المدن الساحلية"));
    assert_eq!(hosts(&intake), ["جامعة الإمام عبدالرحمن بن فيصل"], "the one it is called after is nobody here");
    assert_eq!(people(&intake), ["المهندس مازن بن عادل الواحي | وكيل الأمين للتعمير | -"]);
    let intake = found("حضر اللقاء نيابة عن المهندس فهد الجبري الأستاذ سعد الواحي.");
    let parts: Vec<Part> = intake.people.iter().map(|person| person.part).collect();
    assert_eq!(parts.first(), Some(&Part::Represented));
}

#[test]
fn what_was_denied_was_not_decided() {
    let intake = found("عقدت أمانة منطقة تبوك اجتماعًا، ولم يتفق المجتمعون على موعد الحملة، ولم يتم الاتفاق على موقعها.");
    assert!(intake.decisions.is_empty(), "{:?}", intake.decisions);
}

#[test]
fn the_aim_of_proposals_that_are_not_named_is_left_to_a_person_and_a_named_one_is_not() {
    let open = |text: &str| -> Vec<(String, bool)> {
        let proposals = found(text).proposals;
        proposals.iter().map(|proposal| (proposal.text.clone(), proposal.is_open())).collect()
    };
    let aim = [("رفع كفاءة المراكز".to_owned(), true)];
    assert_eq!(open("عقدت أمانة منطقة تبوك اجتماعًا، وطُرحت فيه عدد من المقترحات الهادفة إلى رفع كفاءة المراكز."), aim);
    assert_eq!(open("عقدت أمانة منطقة تبوك اجتماعًا، وطُرحت خلاله أفكار تهدف إلى رفع كفاءة المراكز."), aim);
    let named = ("مبادرة سقيا الحدائق تهدف إلى خفض الهدر".to_owned(), false);
    assert_eq!(
        open("عقدت أمانة منطقة تبوك اجتماعًا، وقدّمت جمعية نماء مبادرة سقيا الحدائق تهدف إلى خفض الهدر."),
        [named]
    );
}

#[test]
fn the_day_of_a_term_is_not_the_day_of_the_meeting() {
    let intake = found("عقدت أمانة منطقة تبوك اجتماعًا، وعلى جمعية نماء أن ترسل القائمة قبل 15 رجب 1448هـ.");
    assert_eq!(date(&intake), None);
    assert_eq!(tasks(&intake), ["على جمعية نماء أن ترسل القائمة قبل 15 رجب 1448هـ | جمعية نماء | 2026-12-24"]);
}

#[test]
fn a_story_of_what_a_body_does_gives_nobody_a_task() {
    let intake =
        found("تقدّم جمعية البر بجدة خدماتها للأسر المحتاجة، وتتولى الجمعية رعاية الأيتام. ويُعدّ هذا اللقاء الأول من نوعه.");
    assert!(intake.follow_ups.is_empty(), "{:?}", tasks(&intake));
}

#[test]
fn two_charities_of_one_name_in_two_towns_are_two() {
    let intake = found("اجتمعت جمعية البر بالدمام وجمعية البر بجدة في لقاء تنسيقي بمقر جمعية البر.");
    assert_eq!(bodies(&intake), ["جمعية البر بالدمام", "جمعية البر بجدة", "جمعية البر"]);
}
