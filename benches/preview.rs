//! How long after a key the pages beside the minutes' editor show it: five pages, a text typed letter by letter. And how long
//! after a change of a template its pages show it: the same minutes in Arabic and in both languages, and other papers.
//!
//! `cargo bench --bench preview`. From the key to the picture, ready to be drawn: the pause that waits for another key,
//! reading the meeting, laying it out, drawing the pages in sight.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};
use tansiq::calendar::Date;
use tansiq::domain::{
    Entity, MeetingId, MinutesPart, MinutesTexts, PaperLanguage, PaperTemplate, PaperTemplates, Side, TemplateKind,
    Value,
};
use tansiq::error::Result;
use tansiq::jobs::{PageMaker, PagesAsk, Preview, PreviewAsk, Previewer, Subject};
use tansiq::store::query::MeetingPage;
use tansiq::store::{Edit, Store};

const KEYS: usize = 120;
/// So many changes of a template.
const CHANGES: u16 = 40;
/// A pane of 640 points on a screen of twice the usual density.
const PIXELS_PER_POINT: f32 = 1.95;

fn main() -> Result<()> {
    let folder = std::env::temp_dir().join(format!("tansiq-preview-{}", std::process::id()));
    let (send, woken) = channel();
    let send = std::sync::Mutex::new(send);
    let waker = Arc::new(move || {
        let sent = send.lock().map(|send| send.send(()));
        drop(sent);
    });
    let store = Store::open(&folder, waker)?;
    let measured = measure(&store, &woken);
    store.close()?;
    if let Err(error) = std::fs::remove_dir_all(&folder) {
        log::warn!("{}: {error}", folder.display());
    }
    measured
}

fn measure(store: &Store, woken: &Receiver<()>) -> Result<()> {
    let meeting = five_pages(store)?;
    let mut previewer = Previewer::default();
    let view = store.read(MeetingPage { id: meeting })?;
    let texts = |words: &str| {
        let mut layout = view.meeting.layout.clone();
        layout.set_words(MinutesPart::Opening, words);
        let purpose = view.meeting.purpose.clone();
        MinutesTexts { layout, purpose, ..MinutesTexts::default() }
    };
    let mut words = "افتتح الرئيس الاجتماع".to_owned();
    let mut ask = |ticket: u64, words: &str| -> Result<(Duration, Preview)> {
        let seen = 0..3;
        let since = Instant::now();
        let texts = texts(words);
        let question = PreviewAsk { ticket, meeting, texts, addendum: None, pixels_per_point: PIXELS_PER_POINT, seen };
        previewer.ask(store, question)?;
        loop {
            if let Some(answer) = previewer.answers().pop().filter(|answer| answer.ticket == ticket) {
                return answer.result.map(|preview| (since.elapsed(), preview));
            }
            // Nothing but the preview wakes here.
            if woken.recv_timeout(Duration::from_secs(60)).is_err() {
                report("no answer");
            }
        }
    };
    let (first, preview) = ask(1, &words)?;
    let mut times = Vec::new();
    for (index, letter) in "ورحّب بالحضور وشكر لهم حضورهم ".chars().cycle().take(KEYS).enumerate()
    {
        words.push(letter);
        let ticket = u64::try_from(index).unwrap_or(u64::MAX).saturating_add(2);
        times.push(ask(ticket, &words)?.0);
    }
    times.sort_unstable();
    let at = |share: usize| times.get(times.len() * share / 100).copied().unwrap_or_default();
    report("pages  first ms  median ms  p99 ms");
    let [first, median, late] = [first, at(50), at(99)].map(|time| time.as_secs_f64() * 1000.0);
    report(&format!("{:5}  {first:8.1}  {median:9.1}  {late:6.1}", preview.pages.len()));
    report("template        language    pages  first ms  median ms  worst ms");
    for (kind, language) in [
        (TemplateKind::Minutes, PaperLanguage::Arabic),
        (TemplateKind::Minutes, PaperLanguage::Both),
        (TemplateKind::Agenda, PaperLanguage::Both),
        (TemplateKind::Letter, PaperLanguage::Both),
        (TemplateKind::Period, PaperLanguage::Both),
        (TemplateKind::Register, PaperLanguage::Both),
    ] {
        template(store, woken, (kind, language))?;
    }
    Ok(())
}

/// A template that is changed, the words at its foot letter by letter and its text size by turns.
fn template(store: &Store, woken: &Receiver<()>, (kind, language): (TemplateKind, PaperLanguage)) -> Result<()> {
    let mut maker = PageMaker::default();
    let mut footer = String::new();
    let mut times = Vec::new();
    let mut pages = 0;
    for change in 0..CHANGES {
        footer.push_str("ص ");
        let text_size = Some(110 + change % 8);
        let words = Some([footer.clone(), String::new()]);
        let mut papers = PaperTemplates::default();
        papers.set(
            None,
            PaperTemplate { language: Some(language), text_size, footer: words, ..PaperTemplate::default() },
        );
        let subject = Subject::Sample(kind, Box::new(papers));
        let since = Instant::now();
        let ticket = u64::from(change) + 1;
        maker.ask(store, PagesAsk { ticket, subject, pixels_per_point: PIXELS_PER_POINT, seen: 0..3, now: None })?;
        pages = loop {
            if let Some(answer) = maker.answers().pop().filter(|answer| answer.ticket == ticket) {
                break answer.result?.pages.len();
            }
            if woken.recv_timeout(Duration::from_secs(60)).is_err() {
                report("no answer");
            }
        };
        times.push(since.elapsed().as_secs_f64() * 1000.0);
    }
    let first = times.first().copied().unwrap_or_default();
    let mut later = times.split_off(1);
    later.sort_by(f64::total_cmp);
    let median = later.get(later.len() / 2).copied().unwrap_or_default();
    let worst = later.last().copied().unwrap_or_default();
    let (kind, language) = (kind.code(), format!("{language:?}"));
    report(&format!("{kind:14}  {language:10}  {pages:5}  {first:8.1}  {median:9.1}  {worst:8.1}"));
    Ok(())
}

/// A meeting whose minutes have five pages.
fn five_pages(store: &Store) -> Result<MeetingId> {
    let add = |entity, values| -> Result<i64> {
        Ok(store.apply(Edit::Add { entity, values })?.record.map_or(0, |record| record.id))
    };
    let values = vec![
        ("title", "الاجتماع التنسيقي مع جمعيات المنطقة".into()),
        ("date", Date::today().into()),
        ("purpose", "تنسيق أعمال الجمعيات مع الأمانة".into()),
    ];
    let agenda = (1..=11).map(|number| (format!("بند للنقاش رقم {number}"), Some(15))).collect();
    let parties = vec![("أمانة منطقة الواحة".to_owned(), Side::Host)];
    let made = store.apply(Edit::NewMeeting { values, parties, agenda })?;
    let meeting = MeetingId(made.record.map_or(0, |record| record.id));
    for number in 1..=14 {
        let person = add(Entity::Person, vec![("name", format!("عضو الاجتماع رقم {number}").as_str().into())])?;
        let line = vec![
            ("meeting", meeting.into()),
            ("person", Value::Number(person)),
            ("post", "مدير إدارة".into()),
            ("status", "present".into()),
        ];
        add(Entity::Attendance, line)?;
    }
    for item in store.read(MeetingPage { id: meeting })?.agenda {
        for _ in 0..3 {
            let note = "نوقش البند وعُرضت أعمال الفترة الماضية وما تعثر منها وأسباب ذلك، ورأى الحاضرون أن يُستكمل حصر المواقع قبل نهاية الشهر وأن تُرفع النتائج إلى الإدارة.";
            let values = vec![("meeting", meeting.into()), ("agenda_item", item.id.into()), ("body", note.into())];
            add(Entity::Block, values)?;
        }
        for kind in ["decision", "follow-up"] {
            let values = vec![
                ("kind", kind.into()),
                ("text", "استكمال حصر المواقع المناسبة ورفعها إلى الإدارة المختصة".into()),
                ("meeting", meeting.into()),
                ("agenda_item", item.id.into()),
            ];
            add(Entity::Outcome, values)?;
        }
    }
    Ok(meeting)
}

#[expect(clippy::print_stdout, reason = "a bench's result is what it prints")]
fn report(line: &str) {
    println!("{line}");
}
