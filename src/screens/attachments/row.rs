//! One kept file: its sort, its title, what is known of it, and what is wrong with it.

use super::Want;
use crate::arabic::format_number;
use crate::calendar::Date;
use crate::domain::media::{self, Media};
use crate::domain::{Confidentiality, DocumentKind};
use crate::screens::{Cx, parts};
use crate::store::FileState;
use crate::store::query::DocumentRow;
use crate::strings::Tr;
use crate::text::{self, Weight};
use crate::tr;
use crate::widgets::button::focus_ring;
use crate::widgets::menu::menu_below_with;
use crate::widgets::theme::RADIUS_CONTROL;
use crate::widgets::{Button, Chip, Icon, MenuEntry, Tone, Type, UiExt, context_menu, paint};
use egui::{Id, Key, Modifiers, Rect, Role, Sense, Ui, Vec2, WidgetInfo, vec2};

/// A narrower row has no chip beside its title.
const ROOM_FOR_CHIP: f32 = 300.0;
/// So many days before its end a document is pointed out.
const ENDS_SOON_DAYS: i64 = 90;

const KIBIBYTE: i64 = 1024;
const MEBIBYTE: i64 = 1024 * KIBIBYTE;

/// The commands of a file, in the order of its menu.
const COMMANDS: [&str; 4] = ["attach-open", "attach-save-copy", "attach-edit", "attach-remove"];

/// Shows a file; `is_next` gives it the focus.
pub(super) fn row_ui(ui: &mut Ui, cx: &Cx<'_>, row: &DocumentRow, is_next: bool, wants: &mut Vec<Want>) {
    ui.push_id(("document", row.id.0), |ui| {
        let tr = cx.tr;
        let can_write = !cx.store.is_read_only();
        let (about, ends) = (about(row, cx), ends_words(row.ends_on, cx));
        let tall = ui.metrics().tall_entry;
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), tall), Sense::hover());
        // By the file, not by its place: those above may go while it has the focus.
        let response = ui.interact(rect, Id::unique(("document", row.id.0)), Sense::click());
        let has_chip = rect.width() > ROOM_FOR_CHIP;
        let whole = ends.iter().fold(about.clone(), |about, (words, _)| format!("{about} · {words}"));
        let name = tr!(tr, "attach-name", name = &row.name, about = &whole);
        response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, &name));
        let mut chosen = None;
        if ui.is_rect_visible(rect) {
            let (about, chip) = if has_chip { (&about, ends.as_ref()) } else { (&whole, None) };
            chosen = contents_ui(ui, cx, row, (about, chip), rect, response.hovered());
        }
        focus_ring(ui, &response, RADIUS_CONTROL);
        // What has no room in the row is told beside the pointer.
        let response = if has_chip { response } else { text::tooltip(response, &name) };
        // A click of the pointer takes hold of the row; a key on it, or a second click, opens it.
        let by_pointer = ui.input(|input| input.pointer.any_click());
        if is_next || (response.clicked() && by_pointer) {
            response.request_focus();
        }
        let mut is_opened = response.double_clicked() || (response.clicked() && !by_pointer);
        let (mut is_changed, mut is_removed) = (false, false);
        if response.has_focus() {
            let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
            is_changed = pressed(Key::F2) && can_write;
            is_removed = pressed(Key::Delete) && can_write;
        }
        let menu_name = tr!(tr, "attach-more", name = &row.name);
        let asked = context_menu(ui, &response, &menu_name, || entries(tr, row, can_write));
        match asked.map(|chosen| chosen.entry).or(chosen).and_then(|at| COMMANDS.get(at).copied()) {
            Some("attach-open") => is_opened = true,
            Some("attach-save-copy") => wants.push(Want::SaveCopy(row.id)),
            Some("attach-edit") => is_changed = true,
            Some("attach-remove") => is_removed = true,
            Some(_) | None => {}
        }
        wants.extend(is_opened.then_some(Want::Open(row.id)));
        wants.extend(is_changed.then_some(Want::Edit(row.id)));
        wants.extend(is_removed.then_some(Want::Remove(row.id)));
    });
}

fn entries(tr: &Tr, row: &DocumentRow, can_write: bool) -> Vec<MenuEntry> {
    let is_here = row.state != FileState::Missing;
    let [open, save, edit, remove] = COMMANDS.map(|key| MenuEntry::new(tr.text(key, &[])));
    vec![
        open.shortcut("Enter").enabled(is_here),
        save.enabled(is_here),
        edit.icon(Icon::Edit).shortcut("F2").enabled(can_write),
        remove.icon(Icon::Trash).shortcut("Delete").danger().begins_group().enabled(can_write),
    ]
}

/// Draws the row; answers what was chosen from its menu.
fn contents_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    row: &DocumentRow,
    (about, ends): (&str, Option<&(String, Tone)>),
    rect: Rect,
    is_hovered: bool,
) -> Option<usize> {
    let (tokens, direction) = (ui.tokens(), ui.direction());
    if is_hovered {
        ui.painter().rect_filled(rect, RADIUS_CONTROL, tokens.surface_hover);
    }
    let mut rest = rect.shrink2(vec2(ui.metrics().hair, 0.0));
    let picture = direction.take_start(&mut rest, 32.0);
    let ground = Rect::from_center_size(picture.center(), Vec2::splat(32.0));
    let is_well = row.state == FileState::Here;
    let colors = tokens.tone(if is_well { media_tone(row) } else { Tone::Red });
    ui.painter().rect_filled(ground, RADIUS_CONTROL, colors.wash);
    let icon = if is_well { icon(Media::of_name(&row.file_name)) } else { Icon::Warning };
    icon.paint(ui.painter(), ground.shrink(8.0), colors.ink, direction.is_rtl());
    direction.take_start(&mut rest, ui.metrics().small);
    let more = direction.take_end(&mut rest, ui.metrics().small_control);
    let place = Rect::from_center_size(more.center(), Vec2::splat(ui.metrics().small_control));
    let name = tr!(cx.tr, "attach-more", name = &row.name);
    let chosen = ui.within(place, "more", |ui| {
        let button = ui.add(Button::icon_only(Icon::Dots, &name).small().passed_by_tab());
        menu_below_with(ui, &button, &name, || entries(cx.tr, row, !cx.store.is_read_only()).into())
    });
    direction.take_end(&mut rest, ui.metrics().hair);
    if let Some((words, tone)) = ends {
        let chip = Chip::new(words, *tone);
        let place = {
            let wide = chip.width(ui).min(rest.width() / 2.0);
            direction.take_end(&mut rest, wide)
        };
        let place = Rect::from_center_size(place.center(), vec2(place.width(), ui.metrics().chip));
        ui.within(place, "ends", |ui| ui.add(chip));
        direction.take_end(&mut rest, ui.metrics().small);
    }
    let start = direction.start_center();
    let (upper, lower) = (rest.with_max_y(rest.center().y + 1.0), rest.with_min_y(rest.center().y + 1.0));
    paint::line_in(ui, upper, start, &row.name, (Type::Interface, Weight::Medium), tokens.ink);
    let ink = if is_well { tokens.ink_weak } else { tokens.tone(Tone::Red).ink };
    paint::line_in(ui, lower, start, about, (Type::Caption, Weight::Regular), ink);
    chosen
}

/// «خطاب · PDF · 1.2 م.ب · 13/06/1448»; what is wrong with the file comes first.
fn about(row: &DocumentRow, cx: &Cx<'_>) -> String {
    let tr = cx.tr;
    let mut parts: Vec<String> = Vec::new();
    match row.state {
        FileState::Here => {}
        FileState::Missing => parts.push(tr!(tr, "attach-missing")),
        FileState::Altered => parts.push(tr!(tr, "attach-altered")),
    }
    parts.push(tr!(tr, row.kind.unwrap_or(DocumentKind::Other).label_key()));
    let ending = media::ending(&row.file_name).to_uppercase();
    if !ending.is_empty() {
        parts.push(tr.code(&ending));
    }
    parts.push(size_words(row.bytes, tr));
    let day = row.day.unwrap_or_else(|| Date::at_unix(row.created_at));
    parts.push(parts::day(day, tr, cx.settings.calendars));
    let level = row
        .confidentiality
        .filter(|level| matches!(level, Confidentiality::Restricted | Confidentiality::Confidential));
    parts.extend(level.map(|level| tr!(tr, level.label_key())));
    parts.join(" · ")
}

/// When a document ends to hold, where that is near or past.
fn ends_words(ends_on: Option<Date>, cx: &Cx<'_>) -> Option<(String, Tone)> {
    let day = ends_on?;
    match cx.today.days_until(day) {
        days if days < 0 => Some((tr!(cx.tr, "attach-ended"), Tone::Red)),
        days if days <= ENDS_SOON_DAYS => {
            Some((tr!(cx.tr, "attach-ends", when = day.due_text(cx.tr, cx.today)), Tone::Amber))
        }
        _ => None,
    }
}

/// How large a file is, in the unit that says most.
fn size_words(bytes: i64, tr: &Tr) -> String {
    let number = |number, decimals| format_number(number, decimals, tr.digits());
    match bytes {
        ..KIBIBYTE => tr!(tr, "attach-bytes", number = number(bytes, 0)),
        KIBIBYTE..MEBIBYTE => tr!(tr, "attach-kilobytes", number = number(bytes / KIBIBYTE, 0)),
        _ => tr!(tr, "attach-megabytes", number = number(bytes.saturating_mul(10) / MEBIBYTE, 1)),
    }
}

const fn icon(media: Media) -> Icon {
    match media {
        Media::Text | Media::Other => Icon::Document,
        Media::Sheet => Icon::Sheet,
        Media::Slides => Icon::Slides,
        Media::Picture => Icon::Picture,
        Media::Recording => Icon::Recording,
        Media::Archive => Icon::Folder,
    }
}

fn media_tone(row: &DocumentRow) -> Tone {
    match Media::of_name(&row.file_name) {
        Media::Text => Tone::Blue,
        Media::Sheet => Tone::Green,
        Media::Slides => Tone::Amber,
        Media::Picture | Media::Recording => Tone::Lavender,
        Media::Archive | Media::Other => Tone::Neutral,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arabic::Digits;
    use crate::strings::Language;

    #[test]
    fn a_size_is_said_in_the_unit_that_says_most() {
        let check = |bytes: i64, arabic: &str, english: &str| {
            assert_eq!(size_words(bytes, &Tr::new(Language::Arabic, Digits::Latin)), arabic);
            assert_eq!(size_words(bytes, &Tr::new(Language::English, Digits::Latin)), english);
        };
        check(17, "17 بايت", "17 bytes");
        check(1024, "1 ك.ب", "1 KB");
        check(350 * 1024 + 900, "350 ك.ب", "350 KB");
        check(1024 * 1024, "1 م.ب", "1 MB");
        check(1_300_000, "1.2 م.ب", "1.2 MB");
        check(200 * 1024 * 1024, "200 م.ب", "200 MB");
        let indic = Tr::new(Language::Arabic, Digits::ArabicIndic);
        assert_eq!(size_words(1_300_000, &indic), "١٫٢ م.ب");
    }
}
