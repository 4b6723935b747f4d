//! The bar of a register's views: as what it is shown, which view, grouped and sorted by what; and the small window in which
//! a view gets its name.

use super::Register;
use super::view::{Shape, Views};
use crate::domain::{Entity, Field as Declared, PaperFormat, SheetFormat};
use crate::import::Target;
use crate::screens::parts::long_menu;
use crate::screens::{Ask, Cx, parts};
use crate::text::tooltip;
use crate::tr;
use crate::widgets::theme::is_narrow;
use crate::widgets::{Button, Chip, Field, Icon, MenuEntry, Tone, UiExt, Width, dialog, menu_below_with};
use egui::Ui;

/// So many views stand in the bar; the others in its menu.
const IN_SIGHT: usize = 3;

/// What the name that is typed is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Naming {
    Keep,
    Rename,
}

/// The bar's memory; the views themselves are the screen's.
#[derive(Default)]
pub(super) struct Shelf {
    naming: Option<(Naming, String)>,
    is_taken: bool,
    /// What is shown is to go out in this form.
    exports: Option<SheetFormat>,
    /// What is shown is to be looked at as a paper.
    wants_preview: bool,
    /// A list of these is to come in.
    imports: Option<Target>,
}

/// What an entry of the views' menu does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Act {
    Choose(Option<usize>),
    KeepAs,
    KeepChanges,
    Reset,
    Rename,
    Remove,
    /// Shows what is shown as a paper, page by page.
    Preview,
    /// Writes what is shown to a file.
    Export(SheetFormat),
    Import(Target),
    /// The window in which the report of a period is asked for.
    Report,
    /// The same for the matrix of goals.
    Goals,
}

/// The keys by which a list comes in, on a button and in a menu.
const IMPORT_KEYS: &str = "Ctrl Shift I";

/// The forms in which a register goes out, each with the key of its name.
const FORMATS: [(SheetFormat, &str); 5] = [
    (SheetFormat::Xlsx, "sheet-format-xlsx"),
    (SheetFormat::Csv, "sheet-format-csv"),
    (SheetFormat::Paper(PaperFormat::Pdf), "sheet-format-pdf"),
    (SheetFormat::Paper(PaperFormat::Docx), "sheet-format-docx"),
    (SheetFormat::Paper(PaperFormat::Html), "paper-format-html"),
];

impl Shelf {
    /// The start of the bar: as what the register is shown, and its views.
    pub(super) fn start_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, register: &'static Register, views: &mut Views) {
        let shapes = register.shapes;
        let names: Vec<String> = shapes.iter().map(|(_, words)| tr!(cx.tr, words)).collect();
        let at = shapes.iter().position(|(one, _)| *one == views.now.shape).unwrap_or_default();
        if let Some((shape, _)) = parts::view_switch(ui, &names, at).and_then(|chosen| shapes.get(chosen)) {
            views.now.shape = *shape;
        }
        self.views_ui(ui, cx, register, views);
    }

    /// How much room the end of the bar takes, where there is enough of it.
    pub(super) fn end_width(ui: &Ui, cx: &Cx<'_>, register: &'static Register, views: &Views) -> f32 {
        let gap = ui.metrics().small;
        let width = |words: String| Chip::new(&words, Tone::Neutral).menu(&words).width(ui) + gap;
        match views.now.shape {
            Shape::Month => 0.0,
            Shape::Board => width(sort_words(cx, register, views)),
            Shape::Table => {
                let columns = width(tr!(cx.tr, "register-columns"));
                width(sort_words(cx, register, views)) + width(group_words(cx, register, views)) + columns
            }
        }
    }

    /// The end of the bar: sorted and grouped by what. Says whether all groups are to be shut, or opened again.
    pub(super) fn end_ui(ui: &mut Ui, cx: &Cx<'_>, register: &'static Register, views: &mut Views) -> bool {
        let mut folds_all = false;
        let is_tight = Self::end_width(ui, cx, register, views) > ui.available_width();
        ui.at_end("arrangement", |ui| {
            ui.spacing_mut().item_spacing.x = ui.metrics().small;
            if views.now.shape != Shape::Month {
                sort_ui(ui, cx, register, views);
            }
            if views.now.shape == Shape::Table {
                folds_all = group_ui(ui, cx, register, views);
                columns_ui(ui, cx, register, views, is_tight);
            }
        });
        folds_all
    }

    fn views_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, register: &'static Register, views: &mut Views) {
        let tr = cx.tr;
        let is_changed = views.is_changed(register);
        if !views.named.is_empty() && !is_narrow(ui.ctx()) {
            let all = tr!(tr, "views-all");
            let mut chosen = None;
            if ui.add(Button::quiet(&all).selected(views.at.is_none())).clicked() {
                chosen = Some(None);
            }
            for named in views.named.iter().take(IN_SIGHT) {
                let is_at = views.at.as_deref() == Some(named.name.as_str());
                if ui.add(Button::quiet(&named.name).selected(is_at)).clicked() {
                    chosen = Some(Some(named.name.clone()));
                }
            }
            if let Some(name) = chosen {
                views.choose(name.as_deref(), register);
            }
        }
        let words = tr!(tr, "views-menu");
        let button = ui.add(Chip::new(&words, Tone::Neutral).menu(&words));
        let target = target_of(register).filter(|_| !cx.store.is_read_only());
        let tells = register.entity == Entity::Meeting;
        let reports = || tells.then_some([Act::Report, Act::Goals]).into_iter().flatten();
        let acts =
            || acts(views, is_changed).into_iter().chain(reports()).chain(target.map(Act::Import)).collect::<Vec<_>>();
        let entries = || acts().into_iter().map(|act| entry(act, views, cx)).collect();
        let chosen = menu_below_with(ui, &button, &words, entries).and_then(|at| acts().get(at).copied());
        if let Some(act) = chosen {
            self.carry_out(act, cx, register, views);
        }
    }

    fn carry_out(&mut self, act: Act, cx: &mut Cx<'_>, register: &'static Register, views: &mut Views) {
        match act {
            Act::Choose(at) => {
                let name = at.and_then(|at| views.named.get(at)).map(|named| named.name.clone());
                views.choose(name.as_deref(), register);
            }
            Act::KeepAs => self.naming = Some((Naming::Keep, String::new())),
            Act::Rename => self.naming = Some((Naming::Rename, views.at.clone().unwrap_or_default())),
            Act::KeepChanges => {
                views.keep_changes();
                let name = views.at.clone().unwrap_or_default();
                cx.ask(Ask::Toast(tr!(cx.tr, "views-kept", name = name)));
            }
            Act::Import(target) => cx.ask(Ask::Import(target)),
            Act::Report => cx.ask(Ask::ReportForm(None)),
            Act::Goals => cx.ask(Ask::GoalsForm),
            Act::Reset => views.reset(register),
            Act::Preview => self.wants_preview = true,
            Act::Export(format) => self.exports = Some(format),
            Act::Remove => {
                let name = views.at.clone().unwrap_or_default();
                views.remove(register);
                cx.ask(Ask::Toast(tr!(cx.tr, "views-removed", name = name)));
            }
        }
    }

    /// What is shown goes out in that form.
    pub(super) const fn export(&mut self, format: SheetFormat) {
        self.exports = Some(format);
    }

    /// The buttons beside the heading: a list comes in, and what is shown goes out as a paper and as a file of each form. A
    /// narrow window has them among the views.
    pub(super) fn lists_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, register: &'static Register, views: &Views) {
        if is_narrow(ui.ctx()) {
            return;
        }
        self.export_ui(ui, cx, views);
        self.imports = import_ui(ui, cx, register);
    }

    fn export_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, views: &Views) {
        let words = tr!(cx.tr, "register-export");
        let button = ui.add(Button::new(&words));
        let acts = || std::iter::once(Act::Preview).chain(FORMATS.map(|(format, _)| Act::Export(format)));
        let entries = || acts().map(|act| entry(act, views, cx)).collect();
        match menu_below_with(ui, &button, &words, entries) {
            Some(0) => self.wants_preview = true,
            Some(at) => self.exports = FORMATS.get(at - 1).map(|(format, _)| *format),
            None => {}
        }
    }

    /// Of what a list is to come in, once.
    pub(super) const fn take_import(&mut self) -> Option<Target> {
        self.imports.take()
    }

    /// Is what is shown to be looked at as a paper? Once.
    pub(super) const fn take_preview(&mut self) -> bool {
        std::mem::replace(&mut self.wants_preview, false)
    }

    /// The form in which what is shown is to go out, once.
    pub(super) const fn take_export(&mut self) -> Option<SheetFormat> {
        self.exports.take()
    }

    /// The small window for a name.
    pub(super) fn forms_ui(&mut self, ui: &Ui, cx: &mut Cx<'_>, views: &mut Views) {
        let Some((naming, name)) = &mut self.naming else { return };
        let tr = cx.tr;
        let naming = *naming;
        let (mut is_confirmed, mut is_cancelled) = (false, false);
        let title = tr!(tr, if naming == Naming::Keep { "views-keep-title" } else { "views-rename-title" });
        let taken = tr!(tr, "views-taken");
        let is_taken = self.is_taken;
        let left = dialog(ui.ctx(), "view-name", &title, 380.0, |ui| {
            let error = is_taken.then_some(taken.as_str());
            let field = Field::new(name, &tr!(tr, "views-name")).error(error).char_limit(60).show(ui);
            if !field.response.has_focus() && ui.memory(|memory| memory.focused().is_none()) {
                field.response.request_focus();
            }
            ui.row(|ui| {
                let can = !name.trim().is_empty();
                let save = tr!(tr, "register-save");
                let button = Button::primary(&save).enabled(can).keys("Ctrl Enter");
                is_confirmed = ui.add(button).clicked() || can && field.submitted;
                is_cancelled = ui.add(Button::new(&tr!(tr, "shell-cancel"))).clicked();
            });
        });
        let name = name.trim().to_owned();
        is_confirmed |= left.is_confirmed && !name.is_empty();
        if is_confirmed {
            self.is_taken = match naming {
                Naming::Keep if views.named.iter().any(|one| one.name == name) => true,
                Naming::Keep => {
                    views.keep_as(&name);
                    false
                }
                Naming::Rename => views.at.as_deref() != Some(name.as_str()) && !views.rename(&name),
            };
        }
        if is_cancelled || left.is_closed || is_confirmed && !self.is_taken {
            self.naming = None;
            self.is_taken = false;
        }
    }
}

/// The button by which a list comes into a register; answers of what.
pub(super) fn import_ui(ui: &mut Ui, cx: &Cx<'_>, register: &'static Register) -> Option<Target> {
    let target = target_of(register).filter(|_| !cx.store.is_read_only() && !is_narrow(ui.ctx()))?;
    let words = tr!(cx.tr, "register-import");
    let button = Button::new(&words).tooltip(tr!(cx.tr, "register-import-tooltip")).keys(IMPORT_KEYS);
    ui.add(button).clicked().then_some(target)
}

/// The lists that come into a register.
fn target_of(register: &'static Register) -> Option<Target> {
    Target::ALL.into_iter().find(|target| {
        let kind = target.usual_kind();
        target.entity() == register.entity && kind.is_none_or(|kind| register.kinds.contains(&kind))
    })
}

fn acts(views: &Views, is_changed: bool) -> Vec<Act> {
    let mut acts = vec![Act::Choose(None)];
    acts.extend((0..views.named.len()).map(|at| Act::Choose(Some(at))));
    acts.push(Act::KeepAs);
    if is_changed {
        acts.extend(views.at.is_some().then_some(Act::KeepChanges));
        acts.push(Act::Reset);
    }
    if views.at.is_some() {
        acts.extend([Act::Rename, Act::Remove]);
    }
    acts.push(Act::Preview);
    acts.extend(FORMATS.map(|(format, _)| Act::Export(format)));
    acts
}

fn entry(act: Act, views: &Views, cx: &Cx<'_>) -> MenuEntry {
    let tr = cx.tr;
    match act {
        Act::Choose(None) => MenuEntry::new(tr!(tr, "views-all")).current(views.at.is_none()),
        Act::Choose(Some(at)) => {
            let name = views.named.get(at).map(|named| named.name.as_str()).unwrap_or_default();
            MenuEntry::new(name).current(views.at.as_deref() == Some(name))
        }
        Act::KeepAs => MenuEntry::new(tr!(tr, "views-keep")).icon(Icon::Plus).begins_group(),
        Act::KeepChanges => MenuEntry::new(tr!(tr, "views-keep-changes")).icon(Icon::Check),
        Act::Import(_) => {
            MenuEntry::new(tr!(tr, "command-import")).icon(Icon::Sheet).shortcut(IMPORT_KEYS).begins_group()
        }
        Act::Report => MenuEntry::new(tr!(tr, "command-report")).icon(Icon::Document).begins_group(),
        Act::Goals => MenuEntry::new(tr!(tr, "command-goals")).icon(Icon::Document),
        Act::Reset => MenuEntry::new(tr!(tr, "views-reset")).icon(Icon::Undo),
        Act::Rename => MenuEntry::new(tr!(tr, "views-rename")).icon(Icon::Edit).begins_group(),
        Act::Remove => MenuEntry::new(tr!(tr, "views-remove")).icon(Icon::Trash).danger(),
        Act::Export(format) => {
            let key = FORMATS.iter().find(|(one, _)| *one == format).map_or("", |(_, key)| key);
            MenuEntry::new(tr!(tr, "views-export", format = tr!(tr, key))).icon(Icon::Sheet)
        }
        Act::Preview => MenuEntry::new(tr!(tr, "paper-preview")).icon(Icon::Document).shortcut("Ctrl P").begins_group(),
    }
}

fn group_words(cx: &Cx<'_>, register: &'static Register, views: &Views) -> String {
    match views.now.group.as_deref().and_then(|name| register.field(name)) {
        Some(field) => tr!(cx.tr, "register-grouped", field = register.heading(field, cx.tr)),
        None => tr!(cx.tr, "register-group"),
    }
}

/// By what the rows are grouped; says whether all groups are to be shut, or opened again.
fn group_ui(ui: &mut Ui, cx: &Cx<'_>, register: &'static Register, views: &mut Views) -> bool {
    let tr = cx.tr;
    let name = tr!(tr, "register-group");
    let present = views.now.group.as_deref().and_then(|name| register.field(name));
    let words = group_words(cx, register, views);
    let tone = if present.is_some() { Tone::Green } else { Tone::Neutral };
    let button = ui.add(Chip::new(&words, tone).menu(&name));
    let fields = || register.groups();
    let entry = |field: &&'static Declared| {
        MenuEntry::new(register.heading(field, tr)).current(present.is_some_and(|one| one.name == field.name))
    };
    let none = || MenuEntry::new(tr!(tr, "register-group-none")).current(present.is_none());
    let fold = || present.map(|_| MenuEntry::new(tr!(tr, "register-fold-all")));
    let entries = || std::iter::once(none()).chain(fold()).chain(fields().iter().map(entry)).collect();
    let Some(at) = long_menu(ui, tr, (&button, &name), false, entries) else { return false };
    let before = 1 + usize::from(present.is_some());
    if at == 1 && present.is_some() {
        return true;
    }
    views.now.group = at.checked_sub(before).and_then(|at| fields().get(at).map(|field| field.name.to_owned()));
    false
}

/// Which columns are shown. Where there is no room for its word, its icon stands for it.
fn columns_ui(ui: &mut Ui, cx: &Cx<'_>, register: &'static Register, views: &mut Views, is_tight: bool) {
    let name = tr!(cx.tr, "register-columns");
    let button = if is_tight {
        tooltip(ui.add(Chip::new("", Tone::Neutral).icon(Icon::Sheet).menu(&name)), &name)
    } else {
        ui.add(Chip::new(&name, Tone::Neutral).menu(&name))
    };
    let columns = || register.columns();
    let layout = &views.now.layout;
    let entry = |(field, _): &(&'static Declared, Width)| {
        MenuEntry::new(register.heading(field, cx.tr)).current(!layout.is_hidden(field.name))
    };
    // One shows and hides several, one after the other.
    let chosen = long_menu(ui, cx.tr, (&button, &name), true, || columns().iter().map(entry).collect());
    if let Some((field, _)) = chosen.and_then(|at| columns().get(at).copied()) {
        register.turn_hidden(&mut views.now.layout, field);
    }
}

/// The field by which the rows stand, and whether from the last to the first.
fn sorted_by(register: &'static Register, views: &Views) -> Option<(&'static Declared, bool)> {
    let sort = views.now.layout.sort()?;
    Some((register.field(&sort.column)?, sort.is_descending))
}

fn sort_words(cx: &Cx<'_>, register: &'static Register, views: &Views) -> String {
    match sorted_by(register, views) {
        Some((field, is_descending)) => {
            let arrow = if is_descending { "\u{2193}" } else { "\u{2191}" };
            tr!(cx.tr, "register-sorted", field = register.heading(field, cx.tr), way = arrow)
        }
        None => tr!(cx.tr, "register-sort"),
    }
}

/// By what the rows stand.
fn sort_ui(ui: &mut Ui, cx: &Cx<'_>, register: &'static Register, views: &mut Views) {
    let tr = cx.tr;
    let name = tr!(tr, "register-sort");
    let present = sorted_by(register, views);
    let words = sort_words(cx, register, views);
    let button = ui.add(Chip::new(&words, Tone::Neutral).menu(&name));
    let fields = || register.columns();
    let entry = |(field, _): &(&'static Declared, Width)| {
        let is_present = present.is_some_and(|(one, _)| one.name == field.name);
        let arrow = present.filter(|_| is_present).map(|(_, is)| if is { "\u{2193}" } else { "\u{2191}" });
        MenuEntry::new(register.heading(field, tr)).current(is_present).shortcut(arrow.unwrap_or_default())
    };
    let none = || MenuEntry::new(tr!(tr, "register-sort-none")).current(present.is_none());
    let entries = || std::iter::once(none()).chain(fields().iter().map(entry)).collect();
    let Some(at) = long_menu(ui, tr, (&button, &name), false, entries) else { return };
    match at.checked_sub(1).and_then(|at| fields().get(at).copied()) {
        Some((field, _)) => {
            let is_up = present.is_some_and(|(one, is_descending)| one.name == field.name && !is_descending);
            views.now.layout.sort_by(field.name, is_up);
        }
        None => views.now.layout.unsort(),
    }
}
