//! Tansiq («تنسيق»): the work of a municipality with its NGOs, from a note taken in a meeting to minutes on paper.
//!
//! This page is the map. Modules stand in reading order; each opens with what it is and why it is apart.
//!
//! | module | what it is | may import |
//! |---|---|---|
//! | [`error`] | the one error type: words for people, details for support | `strings` |
//! | [`strings`] | the two languages: messages, plural categories, directions | `arabic` |
//! | [`arabic`] | pure text: folding, search tokens and stems, digits, number agreement, isolates | – |
//! | [`calendar`] | civil dates with Umm al-Qura beside Gregorian; typed and relative dates | `arabic`, `strings` |
//! | [`domain`] | plain types and rules: ids, fields, statuses and their allowed moves | `arabic`, `calendar`, `strings` |
//! | [`intake`] | a pasted text becomes finds: people, bodies, the meeting, what came out of it; pure | `domain`, `arabic`, `calendar` |
//! | [`store`] | the only code that knows SQL: open, migrate, edit, query, change log, search, backup | `domain`, `arabic`, `calendar` |
//! | [`documents`] | a format-neutral document, put into the form of a template and into one of two languages or both, then its bytes (PDF, DOCX, text, calendar) or pictures; never sees the store | `domain`, `arabic`, `calendar`, `strings` |
//! | [`import`] | lists that come in: spreadsheets, text tables, contacts, calendars; judged row by row. Pure, never sees the store | `domain`, `arabic`, `calendar`, `strings` |
//! | [`jobs`] | long work on a thread of its own: the minutes, their preview and versions, the papers before a meeting, reports and letters, any paper in its template and its pages, the printer, batches of papers in child processes, the logo, whole files, copies of kept files, pasted texts, lists that come in | `store`, `documents`, `intake`, `import`, `domain`, `strings` |
//! | [`text`] | bidirectional text for egui: engine, output hook, label, field, editor. Knows nothing of the domain | – |
//! | [`widgets`] | the house's widgets and theme | `text`, `strings`, `arabic`, `calendar` |
//! | [`screens`] | one file or folder a screen, with what several share in `attachments`, `find_bar`, `form`, `goals`, `merge`, `next_meeting`, `panes`, `paper_pane`, `paper_view`, `parts`, `reason`, `shown` and `shown_pages` | `widgets`, `text`, `store`, `intake`, `import`, `domain`, `strings`, `arabic`, `calendar` |
//! | [`app`] | what holds the screens: the window, commands, routes, shell, errands outside | all of the above |
//! | [`cli`] | the same jobs without a window | everything but `screens` and `app` |
//!
//! # Invariants
//! `tests/it/tidy.rs` checks them.
//! 1. `rusqlite` is named only below `store`; `egui` never in `store`, `documents`, `intake`, `import`,
//!    `domain`, `arabic`, `calendar`.
//! 2. A document is built first, then written: `documents` and `import` never see the store.
//! 3. `text` and `widgets` never see the domain. Screens never see each other.
//! 4. No global state. Only `main`, `cli`, `store` and `jobs` touch files and start processes; `app::preflight` looks for
//!    libraries.
//! 5. Nothing called from a screen waits: no lock, no SQL, no file.
//! 6. No file over 600 lines, and no bidi control character in source text: write `\u{200F}`.

pub mod error;
pub mod strings;

pub mod arabic;
pub mod calendar;
pub mod domain;

pub mod documents;
pub mod import;
pub mod intake;
pub mod store;

pub mod jobs;

pub mod text;
pub mod widgets;

pub mod app;
pub mod screens;

pub mod cli;
