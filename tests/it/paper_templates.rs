//! The papers' templates through the window: what is chosen holds for papers, is seen on the pages beside it, and can be
//! taken back.

use crate::support::{self, Setup, Window, open, pages, until};
use eframe::egui::{Key, Modifiers, Role};
use egui_kittest::kittest::Queryable;
use tansiq::calendar::Date;
use tansiq::domain::{
    DocumentFont, Entity, MeetingId, PaperFormat, PaperLanguage, PaperTemplate, PaperTemplates, Settings, SheetFormat,
    TemplateKind,
};
use tansiq::jobs::{self, RegisterAsked, Subject};
use tansiq::screens::Route;
use tansiq::store::query::{AllSettings, GivenLabels, Which};
use tansiq::strings::{Language, Tr};

fn stored(window: &Window) -> PaperTemplates {
    Settings::from_rows(&window.state().store().read(AllSettings).expect("the settings")).papers
}

fn of_minutes(window: &Window) -> PaperTemplate {
    stored(window).said(Some(TemplateKind::Minutes))
}

/// Lets the pause pass after which a template is stored.
fn pause(window: &mut Window) {
    for _ in 0..60 {
        window.step();
    }
    window.settle();
}

fn templates_of(setup: &Setup) -> Window {
    let mut window = open(setup, support::sample);
    window.key_press_modifiers(Modifiers { shift: true, ..Modifiers::COMMAND }, Key::P);
    window.settle();
    assert_eq!(window.state().route(), Route::Templates);
    until(&mut window, "the first page", |window| pages(window) > 0);
    window
}

fn templates() -> Window {
    templates_of(&Setup::default())
}

/// The templates of the minutes.
fn minutes() -> Window {
    let mut window = templates();
    window.click_role(Role::ComboBox, "الورقة");
    window.click_role(Role::MenuItem, "المحضر");
    window
}

/// Presses what may be scrolled out of sight, as a screen reader does.
fn press_on(window: &mut Window, role: Role, name: &str) {
    window.get_by_role_and_label(role, name).click_accesskit();
    window.settle();
}

/// Types into a field that may be scrolled out of sight.
fn type_in(window: &mut Window, name: &str, text: &str) {
    window.field(name).focus();
    window.settle();
    window.field(name).type_text(text);
    window.settle();
}

/// The minutes of the first meeting as notes.
fn paper(window: &Window) -> String {
    String::from_utf8(paper_as(window, PaperFormat::Markdown)).expect("text")
}

fn paper_as(window: &Window, format: PaperFormat) -> Vec<u8> {
    let store = window.state().store();
    let settings = Settings::from_rows(&store.read(AllSettings).expect("the settings"));
    let tr = Tr::new(settings.language, settings.digits).relabelled(&store.read(GivenLabels).expect("labels"));
    let made = jobs::made(store, &Subject::Minutes(MeetingId(1)), (&settings, &tr), support::NOW).expect("made");
    made.bytes(format).expect("written")
}

#[test]
fn a_register_is_called_in_the_language_of_its_paper() {
    let window = support::app(Language::Arabic);
    let store = window.state().store();
    let which = Which {
        entity: Entity::Outcome,
        kinds: Vec::new(),
        conditions: Vec::new(),
        containing: String::new(),
        order: Vec::new(),
        today: Date::from_iso(support::TODAY).expect("a day"),
    };
    let columns = jobs::all_columns(&which);
    let (title_key, format) = ("screen-follow-ups".to_owned(), SheetFormat::Paper(PaperFormat::Markdown));
    let register = Subject::Register(Box::new(RegisterAsked { title_key, which, columns, format }));
    let mut settings = Settings::from_rows(&store.read(AllSettings).expect("the settings"));
    let tr = Tr::new(Language::Arabic, settings.digits);
    let mut check = |language, title: &str| {
        settings.papers.common.language = Some(language);
        let made = jobs::made(store, &register, (&settings, &tr), support::NOW).expect("made");
        let text = String::from_utf8(made.bytes(PaperFormat::Markdown).expect("written")).expect("UTF-8");
        assert!(text.starts_with(&format!("# {title}")), "{text}");
    };
    check(PaperLanguage::AsProgram, "المتابعات\n");
    check(PaperLanguage::English, "Follow-ups\n");
    check(PaperLanguage::Both, "المتابعات");
}

#[test]
fn the_templates_are_reached_from_the_settings_and_lead_back() {
    let mut window = support::app(Language::Arabic);
    window.press_ctrl(Key::Num9);
    window.click("قوالب الأوراق…");
    assert_eq!(window.state().route(), Route::Templates);
    window.get_by_role_and_label(Role::Heading, "قوالب الأوراق");
    window.click_role(Role::Button, "الإعدادات");
    assert_eq!(window.state().route(), Route::Settings);
}

#[test]
fn what_is_chosen_for_all_papers_is_stored_and_taken_back_in_one_step() {
    let mut window = templates();
    window.click_role(Role::ComboBox, "خط الورقة");
    window.click_role(Role::MenuItem, "IBM Plex (خط الشاشة)");
    pause(&mut window);
    assert_eq!(stored(&window).common.font, Some(DocumentFont::Plex));
    assert_eq!(stored(&window).of(TemplateKind::Invitation).font, Some(DocumentFont::Plex));
    window.press_ctrl(Key::Z);
    assert_eq!(stored(&window).common.font, None);
    assert!(window.shows("أميري (نص الملف أسهل بحثًا ونسخًا)"), "the screen follows");
}

#[test]
fn sections_are_left_out_moved_and_called_otherwise() {
    let mut window = minutes();
    press_on(&mut window, Role::CheckBox, "إظهار: جدول الأعمال");
    window.get_by_role_and_label(Role::Button, "الحضور").focus();
    window.settle();
    for _ in 0..2 {
        window.key_press_modifiers(Modifiers::ALT, Key::ArrowUp);
        window.settle();
    }
    press_on(&mut window, Role::Button, "بيانات الاجتماع");
    type_in(&mut window, "عنوان «بيانات الاجتماع» بالعربية", "عن الاجتماع");
    pause(&mut window);
    let template = of_minutes(&window);
    assert!(template.left_out.contains("agenda"));
    assert_eq!(template.order.first().map(String::as_str), Some("attendance"), "{:?}", template.order);
    let paper = paper(&window);
    assert!(!paper.contains("جدول الأعمال\n"), "{paper}");
    assert!(paper.contains("## أولًا: الحضور") && paper.contains("## ثانيًا: عن الاجتماع"), "counted anew: {paper}");
    press_on(&mut window, Role::Button, "الترتيب المعتاد");
    pause(&mut window);
    assert!(of_minutes(&window).order.is_empty());
    window.click("إعادة الأصل");
    window.settle();
    assert_eq!(of_minutes(&window), PaperTemplate::default());
    window.press_ctrl(Key::Z);
    assert!(of_minutes(&window).left_out.contains("agenda"), "it is one step");
}

#[test]
fn a_sentence_of_ones_own_is_printed_with_what_is_known() {
    let mut window = minutes();
    type_in(&mut window, "جملة الافتتاح بالعربية", "بدأ اللقاء الساعة {الوقت} في {المكان}");
    pause(&mut window);
    let paper = paper(&window);
    assert!(support::plain(&paper).contains("بدأ اللقاء الساعة 10:00 ص في مقر الأمانة"), "{paper}");
}

#[test]
fn what_cannot_stand_is_told_and_neither_stored_nor_lost() {
    let mut window = minutes();
    type_in(&mut window, "جملة الافتتاح بالعربية", "افتتح {المدير} اللقاء");
    pause(&mut window);
    assert!(window.shows("لا يُعرف {المدير}"), "the reason is told");
    assert!(!of_minutes(&window).words.contains_key("minutes-opening-own"));
    assert!(window.shows("افتتح {المدير} اللقاء"), "what was typed stays");
    type_in(&mut window, "حجم النص (نقطة)", "99");
    pause(&mut window);
    assert_eq!(of_minutes(&window).text_size, None);
    assert!(window.shows("18"), "the bounds are told");
}

#[test]
fn both_languages_stand_side_by_side_and_what_was_typed_once() {
    let mut window = minutes();
    window.click_role(Role::ComboBox, "لغة الورقة");
    window.click_role(Role::MenuItem, "اللغتان جنبًا إلى جنب");
    pause(&mut window);
    assert_eq!(of_minutes(&window).language, Some(PaperLanguage::Both));
    let paper = support::plain(&paper(&window));
    assert!(paper.contains("الحضور") && paper.contains("Attendance"), "{paper}");
    assert_eq!(paper.matches("تزويد الجمعيات بدليل إجراءات التراخيص").count(), 1, "{paper}");
    let pdf = paper_as(&window, PaperFormat::Pdf);
    assert!(pdf.windows(7).any(|bytes| bytes == b"pdfuaid"), "it is tagged as one in a single language is");
}

#[test]
fn an_approved_paper_does_not_change_with_its_template() {
    use tansiq::store::Edit;
    let mut window = support::app(Language::Arabic);
    support::lead(window.state().store(), MeetingId(1));
    window.settle();
    window.state().store().apply(Edit::ApproveMinutes(MeetingId(1))).expect("approved");
    let before = paper(&window);
    let key = PaperTemplates::key(Some(TemplateKind::Minutes));
    let value = "{\"left_out\": [\"facts\"]}".to_owned();
    window.state().store().apply(Edit::Configure { key, value }).expect("a template");
    window.settle();
    assert_eq!(paper(&window), before);
}

#[test]
fn an_empty_store_shows_invented_papers() {
    let mut window = support::empty(Language::English);
    window.key_press_modifiers(Modifiers { shift: true, ..Modifiers::COMMAND }, Key::P);
    window.settle();
    for kind in TemplateKind::ALL {
        window.click_role(Role::ComboBox, "Paper");
        let name = Tr::new(Language::English, Default::default()).text(kind.label_key(), &[]);
        window.click_role(Role::MenuItem, &name);
        until(&mut window, &name, |window| pages(window) > 0);
        assert!(!window.shows("can’t be shown"), "{name}");
    }
}

/// Pictures to be looked at, where a folder is asked for.
#[test]
fn pictures_can_be_taken() {
    let Some(folder) = std::env::var_os("TANSIQ_PICTURES").map(std::path::PathBuf::from) else { return };
    let looks = [
        ("ar", Language::Arabic, [1440.0, 900.0], 1.0, "light"),
        ("en-dark", Language::English, [1440.0, 900.0], 1.0, "dark"),
        ("ar-small", Language::Arabic, [1024.0, 680.0], 1.0, "light"),
        ("en-small-2", Language::English, [1024.0, 680.0], 2.0, "dark"),
    ];
    for (name, language, size, scale, theme) in looks {
        let setup = Setup { language, size, scale, has_pictures: true };
        let mut window = open(&setup, |store| {
            support::fill_demo(store);
            let configure = |key: &str, value: &str| {
                let edit = tansiq::store::Edit::Configure { key: key.to_owned(), value: value.to_owned() };
                store.apply(edit).expect("a setting");
            };
            configure("theme", theme);
            configure("letterhead_en", "Kingdom of Saudi Arabia\nOasis Municipality");
        });
        let words = Tr::new(language, Default::default());
        let say = |key: &str| words.text(key, &[]);
        window.key_press_modifiers(Modifiers { shift: true, ..Modifiers::COMMAND }, Key::P);
        window.settle();
        until(&mut window, "the first page", |window| pages(window) > 0);
        window.picture(&folder.join(format!("templates-common-{name}.png")));
        window.click_role(Role::ComboBox, &say("template-kind"));
        window.click_role(Role::MenuItem, &say("template-kind-minutes"));
        window.click_role(Role::ComboBox, &say("template-language"));
        window.click_role(Role::MenuItem, &say("template-language-both"));
        until(&mut window, "the pages", |window| pages(window) > 0);
        pause(&mut window);
        window.picture(&folder.join(format!("templates-minutes-{name}.png")));
        let facts = say("minutes-heading-facts");
        press_on(&mut window, Role::Button, &facts);
        let other = words.text("template-heading-ar", &[("section", facts.as_str().into())]);
        type_in(&mut window, &other, " ");
        window.picture(&folder.join(format!("templates-sections-{name}.png")));
        let row = {
            window.press_ctrl(Key::Num1);
            window.rows().into_iter().nth(1).expect("a meeting")
        };
        window.click_role(Role::Row, &row);
        window.press_ctrl(Key::P);
        until(&mut window, "the paper", |window| pages(window) > 0);
        window.picture(&folder.join(format!("view-{name}.png")));
    }
}
