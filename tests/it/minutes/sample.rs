//! Meetings with invented names, from a bare one to one of ten pages.

use tansiq::calendar::{Date, Time};
use tansiq::documents::minutes::{
    AgendaItem, Attendee, Capacity, Facts, Note, Outcome, Party, Person, Regulation, Who,
};
use tansiq::documents::{Letterhead, Occasion};
use tansiq::domain::{
    AgendaState, AttendanceStatus, Confidentiality, Further, Honorific, MeetingKind, MeetingMode, OutcomeKind,
    OutcomeStatus, Priority, Side,
};

const AMANA: &str = "أمانة منطقة الواحة";
const MINISTRY: &str = "وزارة البلديات والإسكان";

fn day(iso: &str) -> Option<Date> {
    Date::from_iso(iso).ok()
}

/// Somebody by name.
pub fn person(honorific: &str, name: &str, post: &str, organisation: &str) -> Person {
    Person {
        gender: None,
        honorific: Honorific::from_code(honorific),
        name: name.to_owned(),
        post: post.to_owned(),
        organisation: organisation.to_owned(),
    }
}

fn came(person: Person, status: AttendanceStatus) -> Attendee {
    Attendee::new(Who::Person(person), status)
}

fn chair() -> Person {
    person("mr", "سالم بن حمد الواحي", "وكيل الأمين للتنمية المجتمعية", AMANA)
}

fn secretary() -> Person {
    person("mrs", "نورة بنت فهد السدير", "منسقة العلاقة مع الجمعيات", AMANA)
}

fn presenter() -> Person {
    person("eng", "خالد عبد الله النخيل", "مدير إدارة شؤون الجمعيات", MINISTRY)
}

/// An outcome of which nothing but its text is known.
pub fn outcome(kind: OutcomeKind, number: &str, text: &str) -> Outcome {
    Outcome {
        kind,
        number: number.to_owned(),
        text: text.to_owned(),
        details: String::new(),
        person: None,
        organisation: String::new(),
        area: String::new(),
        due: None,
        status: if kind.is_proposal() { OutcomeStatus::UnderStudy } else { OutcomeStatus::NotStarted },
        priority: None,
        percent: None,
        meeting_number: String::new(),
        done_on: None,
        last_action: String::new(),
        carried: 0,
        goals: Vec::new(),
        reservations: Vec::new(),
    }
}

fn item(title: &str, minutes: i64, notes: Vec<Note>) -> AgendaItem {
    AgendaItem {
        title: title.to_owned(),
        presenter: Some(presenter()),
        planned_minutes: Some(minutes),
        state: AgendaState::Discussed,
        notes,
        wording: String::new(),
    }
}

fn note(text: &str) -> Note {
    Note::Text(text.to_owned())
}

fn captured(outcome: &Outcome) -> Note {
    Note::Captured { kind: outcome.kind, number: outcome.number.clone(), text: outcome.text.clone() }
}

/// A meeting of which only the title is known.
pub fn bare() -> Facts {
    Facts {
        occasion: Occasion { title: "لقاء بلا تفاصيل".to_owned(), ..Occasion::default() }, ..Facts::default()
    }
}

/// One page: what a short meeting leaves.
pub fn short() -> Facts {
    let recommendation = Outcome {
        person: Some(presenter()),
        due: day("2026-12-29"),
        ..outcome(OutcomeKind::Recommendation, "ت-1448-004-01", "إعداد دراسة مواقع الحدائق")
    };
    Facts {
        occasion: Occasion {
            letterhead: Letterhead {
                lines: vec![AMANA.into(), "وكالة الخدمات · إدارة الشراكات".into()],
                ..Letterhead::default()
            },
            title: "الاجتماع التنسيقي مع الجمعيات الأهلية بمنطقة الواحة".to_owned(),
            number: "تن-1448-004".to_owned(),
            kind: Some(MeetingKind::Coordination),
            date: day("2026-11-23"),
            start: Time::new(10, 0),
            end: Time::new(11, 30),
            venue: "مقر الأمانة".to_owned(),
            mode: Some(MeetingMode::InPerson),
            confidentiality: Some(Confidentiality::Internal),
            purpose: "الوقوف على صعوبات الجمعيات وإمكاناتها.".to_owned(),
            ..Occasion::default()
        },
        minutes_number: "مح-1448-004".to_owned(),
        approved_on: day("2026-11-25"),
        attachments: Some(vec!["خريطة المواقع".to_owned(), "عرض المبادرات.pdf".to_owned()]),
        parties: vec![Party { name: AMANA.into(), side: Side::Host }],
        chair: Some(chair()),
        secretary: Some(secretary()),
        attendance: vec![came(chair(), AttendanceStatus::Present), came(presenter(), AttendanceStatus::Remote)],
        outcomes: vec![recommendation],
        ..Facts::default()
    }
}

/// About three pages: a draft with all its sections.
pub fn whole() -> Facts {
    let park = Outcome {
        organisation: "جمعية «بيئة»".to_owned(),
        area: "جودة الحياة".to_owned(),
        details: "بالشراكة مع القطاع الخاص خلال 3-5 أشهر.".to_owned(),
        ..outcome(OutcomeKind::Proposal, "مب-1448-104", "تشجير 12 حديقة حي")
    };
    let portal = Outcome {
        person: Some(person("dr-f", "ريم صالح الدوحة", "المديرة التنفيذية", "جمعية العمل التطوعي")),
        area: "الخدمات البلدية".to_owned(),
        ..outcome(OutcomeKind::Initiative, "مب-1448-103", "بوابة موحّدة لطلبات الجمعيات")
    };
    let study = Outcome {
        person: Some(presenter()),
        due: day("2026-12-24"),
        priority: Some(Priority::High),
        ..outcome(OutcomeKind::FollowUp, "ف-1448-212", "إعداد دراسة مواقع الحدائق")
    };
    let guide = Outcome {
        organisation: MINISTRY.to_owned(),
        ..outcome(OutcomeKind::FollowUp, "ف-1448-213", "تزويد الجمعيات بدليل إجراءات التراخيص")
    };
    let quarterly = outcome(OutcomeKind::Decision, "ق-1448-058", "اعتماد اجتماع ربع سنوي مع مجلس الجمعيات");
    let mechanism = Outcome {
        organisation: AMANA.to_owned(),
        due: day("2027-01-31"),
        ..outcome(OutcomeKind::Recommendation, "ت-1448-004-02", "تشكيل فريق تنسيق دائم يوحّد جهود الأمانة والجمعيات")
    };
    let slow = outcome(OutcomeKind::Challenge, "تح-1448-031", "طول مدة إصدار تراخيص الفعاليات التطوعية");
    let earlier = Outcome {
        person: Some(person("mr", "أحمد النجدي", "مدير عام الشراكات المجتمعية", MINISTRY)),
        due: day("2026-11-17"),
        status: OutcomeStatus::InProgress,
        percent: Some(65),
        meeting_number: "تن-1448-003".to_owned(),
        done_on: None,
        last_action: String::new(),
        carried: 0,
        ..outcome(OutcomeKind::Recommendation, "ت-1448-003-07", "حصر المواقع المناسبة لمقرات الجمعيات")
    };
    let group =
        Attendee::new(Who::Group { name: "جمعيات أهلية من المنطقة".into(), count: None }, AttendanceStatus::Present);
    let by_laws = Regulation {
        title: "لائحة استثمار المواقع العامة".to_owned(),
        instrument: "قرار وزاري".to_owned(),
        instrument_number: "4500012".to_owned(),
        effective_on: day("2026-12-01"),
        impact: "تُعفى الجمعيات من مقابل المواقع الموقتة".to_owned(),
        required_action: "تحديث طلبات المواقع القائمة".to_owned(),
        due: day("2027-01-15"),
    };
    let sorry = Attendee {
        excuse: "مهمة رسمية خارج المنطقة".to_owned(),
        ..came(person("dr", "عبد الرحمن السهل", "مساعد الوكيل للشراكات", AMANA), AttendanceStatus::Apology)
    };
    Facts {
        occasion: Occasion {
            letterhead: Letterhead {
                lines: vec!["المملكة العربية السعودية".into(), MINISTRY.into(), AMANA.into(), "وكالة الخدمات".into()],
                ..Letterhead::default()
            },
            city: "الواحة".to_owned(),
            purpose:
                "الوقوف على ما يواجه الجمعيات من صعوبات وما أمامها من إمكانات، والتعريف بما جدّ في اللوائح البلدية.\n\
                  إسهامًا في تحقيق رؤية السعودية 2030، ورفعًا لجودة الحياة في أحياء المنطقة."
                    .to_owned(),
            ..short().occasion
        },
        minutes_number: String::new(),
        approved_on: None,
        parties: vec![
            Party { name: AMANA.into(), side: Side::Host },
            Party { name: MINISTRY.into(), side: Side::CoHost },
            Party { name: "مجلس الجمعيات الأهلية".into(), side: Side::CoHost },
        ],
        attendance: vec![
            Attendee { capacity: Some(Capacity::Chair), ..came(chair(), AttendanceStatus::Present) },
            Attendee { capacity: Some(Capacity::Secretary), ..came(secretary(), AttendanceStatus::Present) },
            Attendee {
                deputises: Some(person("dr", "عبد الرحمن السهل", "مساعد الوكيل للشراكات", AMANA)),
                ..came(presenter(), AttendanceStatus::Remote)
            },
            came(person("mr", "أحمد النجدي", "مدير عام الشراكات المجتمعية", MINISTRY), AttendanceStatus::Late),
            came(
                person("dr-f", "ريم صالح الدوحة", "المديرة التنفيذية", "جمعية العمل التطوعي"),
                AttendanceStatus::Present,
            ),
            group,
            sorry,
            came(person("", "ماجد بن ناصر", "", "جمعية «بيئة»"), AttendanceStatus::Absent),
        ],
        agenda: vec![
            item("الافتتاح والتعريف بالحضور", 10, vec![]),
            item(
                "ما جدّ في اللوائح البلدية",
                20,
                vec![
                    note(
                        "عرض ممثلو الوزارة ما عُدّل من اللوائح في العام الماضي، ومنها لائحة المواقع العامة \
                         الصادرة بتاريخ 2025-09-30 بعد مراجعتها، وأشاروا إلى أن الدليل منشور على https://example.sa/ngo/guide \
                         وأن الاستفسارات تُستقبل على الهاتف +966 13 812 3456 من 10:00–11:30 صباحًا.",
                    ),
                    captured(&slow),
                ],
            ),
            item(
                "المبادرات والمقترحات",
                30,
                vec![
                    note(
                        "عرض ممثلو الجمعيات مبادراتهم لتحسين جودة الحياة، ونوقش إسهامها في رؤية السعودية 2030 \
                         (Vision 2030) وبرنامج Quality of Life.",
                    ),
                    captured(&park),
                    captured(&portal),
                    note(
                        "وأشار المدير العام إلى إمكانية إدراج مقترح التشجير ضمن خطة الربع الأول 2027 بعد استكمال الدراسة.",
                    ),
                    captured(&study),
                ],
            ),
            item(
                "التوصيات والتكليفات",
                30,
                vec![
                    note("وطلبت جمعية العمل التطوعي تخصيص نقطة اتصال واحدة في الأمانة، وأن يكون الردّ خلال 5 أيام عمل."),
                    captured(&quarterly),
                    captured(&mechanism),
                    captured(&guide),
                ],
            ),
        ],
        regulations: vec![by_laws],
        earlier: vec![earlier],
        earlier_left: Further::default(),
        outcomes: vec![park, portal, study, guide, quarterly, mechanism, slow],
        other_business: "اقترحت جمعية «بيئة» زيارة ميدانية للحدائق المنجزة.".to_owned(),
        next_date: day("2027-02-21"),
        ..short()
    }
}

/// About ten pages: sixty people, much discussion, many tasks.
pub fn long() -> Facts {
    let mut facts = whole();
    facts.attendance.extend((1..=60).map(|number| {
        let name = format!("راشد بن سعد {number}");
        came(person("mr", &name, "مندوب الجمعية في المجلس", "جمعية الإحسان الأهلية"), AttendanceStatus::Present)
    }));
    let paragraph = "استعرض المجتمعون ما أُنجز منذ الاجتماع السابق، وبيّنوا أن عددًا من الجمعيات ما زال ينتظر تخصيص المقرات، \
                     وأن التنسيق مع الإدارات المختصة يحتاج إلى جهة اتصال واحدة تجيب عن الطلبات في مدة معلومة، واتفقوا على رفع \
                     تقرير شهري بما يتم. ";
    let agenda: Vec<AgendaItem> = (1..=8)
        .map(|number| item(&format!("محور النقاش رقم {number}"), 15, vec![note(&paragraph.repeat(2)), note(paragraph)]))
        .collect();
    facts.agenda.extend(agenda);
    facts.outcomes.extend((1..=30).map(|number| Outcome {
        person: Some(presenter()),
        due: day("2027-03-01"),
        priority: Some(Priority::Medium),
        ..outcome(
            OutcomeKind::FollowUp,
            &format!("ف-1448-3{number:02}"),
            "متابعة طلب تخصيص المقر مع الإدارة المختصة والرفع بالنتيجة",
        )
    }));
    facts
}
