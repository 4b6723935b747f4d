//! Every paper as a web page, read as a browser reads it: without a fault, and with nothing alive in it, whatever people
//! typed into the records that it tells.

use crate::support;
use html5ever::driver::ParseOpts;
use html5ever::tendril::TendrilSink;
use html5ever::{parse_document, parse_fragment};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use std::collections::BTreeSet;
use std::sync::Arc;
use tansiq::calendar::Date;
use tansiq::domain::{Entity, FieldKind, PaperFormat, PaperLanguage, Record, Settings, TemplateKind};
use tansiq::jobs::{self, Subject};
use tansiq::store::query::{AllSettings, RecordList, Sort, Which};
use tansiq::store::{Edit, Store, sample};
use tansiq::strings::{Language, Tr};

/// What would come alive where a text became markup: as an element, inside an attribute, and behind the page's style.
const HOSTILE: &str = "<script>alert(1)</script>\"><img src=x onerror=alert(2)>' onload='x </style></title>";

const LANGUAGES: [PaperLanguage; 3] = [PaperLanguage::Arabic, PaperLanguage::English, PaperLanguage::Both];

/// A page as a browser has it.
struct Page {
    faults: Vec<String>,
    /// Each element: what it is, and its attributes' names and values.
    elements: Vec<(String, Vec<(String, String)>)>,
    words: String,
}

fn page(html: &str) -> Page {
    read(parse_document(RcDom::default(), ParseOpts::default()).one(html))
}

fn read(dom: RcDom) -> Page {
    let faults = dom.errors.borrow().iter().map(|fault| fault.to_string()).collect();
    let mut page = Page { faults, elements: Vec::new(), words: String::new() };
    let mut open: Vec<Handle> = vec![dom.document.clone()];
    while let Some(node) = open.pop() {
        match &node.data {
            NodeData::Element { name, attrs, .. } => {
                let attributes = attrs.borrow();
                let attributes = attributes.iter().map(|one| (one.name.local.to_string(), one.value.to_string()));
                page.elements.push((name.local.to_string(), attributes.collect()));
            }
            NodeData::Text { contents } => page.words.push_str(&contents.borrow()),
            NodeData::Document
            | NodeData::Doctype { .. }
            | NodeData::Comment { .. }
            | NodeData::ProcessingInstruction { .. } => {}
        }
        open.extend(node.children.borrow().iter().rev().cloned());
    }
    page
}

/// A store with something of everything.
fn store(place: &tempfile::TempDir) -> Store {
    let store = Store::open(place.path(), Arc::new(|| ())).expect("a store");
    sample::demo(&store, Date::from_iso(support::TODAY).expect("a day")).expect("records");
    store
}

fn paper(store: &Store, kind: TemplateKind, language: PaperLanguage) -> jobs::Made {
    let mut settings = Settings::from_rows(&store.read(AllSettings).expect("the settings"));
    settings.papers.common.language = Some(language);
    let papers = Box::new(settings.papers.clone());
    let tr = Tr::new(Language::Arabic, settings.digits);
    jobs::made(store, &Subject::Sample(kind, papers), (&settings, &tr), support::NOW).expect("a paper")
}

fn html(store: &Store, kind: TemplateKind, language: PaperLanguage) -> String {
    String::from_utf8(paper(store, kind, language).bytes(PaperFormat::Html).expect("a page")).expect("UTF-8")
}

#[test]
fn each_paper_is_a_page_without_a_fault_in_each_language() {
    let place = tempfile::tempdir().expect("a folder");
    let store = store(&place);
    for kind in TemplateKind::ALL {
        for language in LANGUAGES {
            let page = page(&html(&store, kind, language));
            assert_eq!(page.faults, Vec::<String>::new(), "{kind:?} {language:?}");
            let titles: Vec<_> =
                page.elements.iter().filter(|(name, _)| matches!(name.as_str(), "title" | "h1")).collect();
            assert_eq!(titles.len(), 2, "{kind:?} {language:?}: a title in the head and one on the page");
            assert!(page.words.len() > 100, "{kind:?} {language:?}: it says something");
        }
    }
}

#[test]
fn what_is_copied_has_no_fault_where_it_is_pasted() {
    let place = tempfile::tempdir().expect("a folder");
    let store = store(&place);
    for kind in TemplateKind::ALL {
        let copied = paper(&store, kind, PaperLanguage::Both).copied();
        let context = html5ever::QualName::new(None, html5ever::ns!(html), html5ever::local_name!("div"));
        let parser = parse_fragment(RcDom::default(), ParseOpts::default(), context, Vec::new(), false);
        assert_eq!(read(parser.one(copied.html)).faults, Vec::<String>::new(), "{kind:?}");
    }
}

/// All records of an entity.
fn records(store: &Store, entity: Entity) -> Vec<Record> {
    let which = Which {
        entity,
        kinds: Vec::new(),
        conditions: Vec::new(),
        containing: String::new(),
        order: Vec::<Sort>::new(),
        today: Date::from_iso(support::TODAY).expect("a day"),
    };
    let list = RecordList { which, columns: Vec::new(), first: 0, count: 1_000 };
    store.read(list).expect("a list").rows.iter().map(|row| row.record).collect()
}

/// Types the hostile text into every field that takes any text; answers how many took it.
fn poison(store: &Store) -> usize {
    let told = [
        Entity::Organisation,
        Entity::Person,
        Entity::Meeting,
        Entity::Outcome,
        Entity::Partnership,
        Entity::Regulation,
        Entity::Series,
    ];
    let mut taken = 0;
    for entity in told {
        for record in records(store, entity) {
            for field in entity.fields().iter().filter(|field| !field.is_kept) {
                if matches!(field.kind, FieldKind::Line | FieldKind::Prose) {
                    let values = vec![(field.name, HOSTILE.into())];
                    // Some fields want an address or a code, and minutes that are approved stay as they are.
                    let set = Edit::Set { record, values, session: None, based_on: None };
                    taken += usize::from(store.apply(set).is_ok());
                }
            }
        }
    }
    for key in ["coordinator", "letterhead", "letterhead_en"] {
        store.apply(Edit::Configure { key: key.to_owned(), value: HOSTILE.to_owned() }).expect("a setting");
        taken += 1;
    }
    taken
}

#[test]
fn nothing_that_people_type_comes_alive_in_any_paper() {
    let place = tempfile::tempdir().expect("a folder");
    let store = store(&place);
    assert!(poison(&store) > 100, "most fields take any text");
    let mut hostile_papers = BTreeSet::new();
    for kind in TemplateKind::ALL {
        for language in LANGUAGES {
            let page = page(&html(&store, kind, language));
            assert_eq!(page.faults, Vec::<String>::new(), "{kind:?} {language:?}");
            for (element, attributes) in &page.elements {
                let runs =
                    matches!(element.as_str(), "script" | "iframe" | "object" | "embed" | "form" | "link" | "base");
                assert!(!runs, "{kind:?} {language:?}: <{element}>");
                for (name, value) in attributes {
                    let is_alive = name.starts_with("on") || value.trim_start().starts_with("javascript:");
                    assert!(!is_alive, "{kind:?} {language:?}: {name}={value}");
                    assert!(name != "src" || value.starts_with("data:image/"), "{kind:?} {language:?}: {value}");
                }
            }
            if page.words.contains("<script>alert(1)</script>") {
                hostile_papers.insert(kind);
            }
        }
    }
    // The text stands there to be read: it was not left out, so the test has seen it.
    let expected: BTreeSet<_> = TemplateKind::ALL.into_iter().collect();
    assert_eq!(hostile_papers, expected);
}
