//! What a table of 100,000 rows costs a frame while one scrolls: the time of its code, and how often it takes memory.
//!
//! Prints a table of medians and maxima. Run with `cargo bench --bench views`.
#![expect(clippy::print_stdout, reason = "the table is what it is for")]

use egui::{Context, Event, Modifiers, MouseWheelSource, MouseWheelUnit, Pos2, RawInput, Rect, TouchPhase, vec2};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};
use std::alloc::System;
use std::time::Instant;
use tansiq::arabic::Digits;
use tansiq::strings::{Language, Tr};
use tansiq::text::{self, Weight};
use tansiq::widgets::theme::{self, Look};
use tansiq::widgets::{
    Chip, Column, Direction, Line, RowHead, Table, TableState, Tone, Type, UiExt, Width, progress_bar,
};

#[global_allocator]
static MEMORY: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

const ROWS: usize = 100_000;
/// Enough to scroll through, and few enough to show what depends on how many there are.
const FEW: usize = 12_000;
const WARM_UP: usize = 60;
const FRAMES: usize = 600;
/// One row a frame, so that as many new ones come into sight in every frame.
const STEP: f32 = 56.0;

/// What a frame took.
#[derive(Clone, Copy, Default)]
struct Cost {
    ui_ms: f64,
    pass_ms: f64,
    allocations: usize,
}

struct Bench {
    ctx: Context,
    tr: Tr,
    state: TableState,
    /// Names of the same length, so that what differs is the row and not its text.
    names: Vec<String>,
    time: f64,
}

impl Bench {
    fn new(language: Language, rows: usize) -> Self {
        let ctx = Context::default();
        text::install(&ctx);
        let direction = Direction::new(language == Language::Arabic);
        theme::apply(&ctx, Look { direction, ..Look::default() });
        let names = (0..rows).map(|row| format!("متابعة رقم {row:06} مع جمعية العمل التطوعي")).collect();
        Self { ctx, tr: Tr::new(language, Digits::Latin), state: TableState::default(), names, time: 0.0 }
    }

    /// One frame in which the wheel turns by so many points.
    fn frame(&mut self, wheel: f32) -> Cost {
        self.time += 1.0 / 60.0;
        let mut events = vec![Event::PointerMoved(Pos2::new(700.0, 500.0))];
        if wheel != 0.0 {
            let (unit, modifiers) = (MouseWheelUnit::Point, Modifiers::NONE);
            events.push(Event::MouseWheel {
                unit,
                delta: vec2(0.0, -wheel),
                phase: TouchPhase::Move,
                modifiers,
                source: MouseWheelSource::Unknown,
            });
        }
        let screen_rect = Some(Rect::from_min_size(Pos2::ZERO, vec2(1440.0, 900.0)));
        let input = RawInput { screen_rect, events, time: Some(self.time), ..RawInput::default() };
        let (ctx, tr, state, names) = (self.ctx.clone(), &self.tr, &mut self.state, &self.names);
        let mut cost = Cost::default();
        let pass = Instant::now();
        let mut output = ctx.run_ui(input, |ui| {
            let region = Region::new(MEMORY);
            let start = Instant::now();
            table_ui(ui, tr, state, names);
            cost.ui_ms = start.elapsed().as_secs_f64() * 1e3;
            cost.allocations = region.change().allocations;
        });
        cost.pass_ms = pass.elapsed().as_secs_f64() * 1e3;
        output.textures_delta.clear();
        cost
    }
}

fn table_ui(ui: &mut egui::Ui, tr: &Tr, state: &mut TableState, names: &[String]) {
    let columns = [
        Column::new("number", "الرقم", Width::Points(136.0)).sortable(),
        Column::new("text", "التكليف", Width::Share(1.5)).sortable(),
        Column::new("person", "المسؤول", Width::Share(1.0)).sortable(),
        Column::new("due", "الاستحقاق", Width::Points(216.0)).sortable(),
        Column::new("status", "الحالة", Width::Points(128.0)).sortable(),
        Column::new("progress", "الإنجاز", Width::Points(104.0)).sortable(),
    ];
    let name = |row: usize| names.get(row).map(String::as_str).unwrap_or_default();
    let head = |row: usize| RowHead::new(row as i64, name(row));
    Table::new(tr, "rows", &columns, names.len()).multiple().show(ui, state, head, |ui, row, column| {
        let ink = ui.tokens().ink_weak;
        match column {
            0 => _ = ui.add(Line::new("ف-1448-004-07").size(Type::Caption).color(ink)),
            1 => _ = ui.add(Line::new(name(row)).weight(Weight::Medium)),
            2 => _ = ui.add(Line::new("م. إبراهيم القصيبي")),
            3 => _ = ui.add(Chip::new("بعد 12 يومًا", Tone::Neutral)),
            4 => _ = ui.add(Chip::new("قيد التنفيذ", Tone::Amber)),
            _ => _ = progress_bar(ui, name(row), 60, 90.0),
        }
    });
}

/// Prints a line; answers the least, the median and nearly the most allocations of a frame.
fn report(name: &str, costs: &[Cost]) -> [f64; 3] {
    let sorted = |of: fn(&Cost) -> f64| {
        let mut values: Vec<f64> = costs.iter().map(of).collect();
        values.sort_by(f64::total_cmp);
        let at = |part: f64| values.get((values.len().saturating_sub(1) as f64 * part) as usize).copied();
        [0.0, 0.5, 0.99].map(|part| at(part).unwrap_or_default())
    };
    let ([_, ui, ui_late], [_, pass, _]) = (sorted(|cost| cost.ui_ms), sorted(|cost| cost.pass_ms));
    let [least, middle, most] = sorted(|cost| cost.allocations as f64);
    println!("| {name} | {ui:.3} | {ui_late:.3} | {pass:.3} | {least} | {middle} | {most} |");
    [least, middle, most]
}

fn main() {
    println!(
        "| table of {ROWS} rows, or of {FEW} | UI ms, median | 99 of 100 | pass ms, median | allocations, least | median | 99 of 100 |"
    );
    println!("|---|---|---|---|---|---|---|");
    let mut counted = Vec::new();
    for (language, rows, name) in [
        (Language::Arabic, ROWS, "Arabic"),
        (Language::English, ROWS, "English"),
        (Language::Arabic, FEW, "Arabic, few rows"),
    ] {
        let mut bench = Bench::new(language, rows);
        for _ in 0..WARM_UP {
            bench.frame(STEP);
        }
        let mut run = |name: &str, wheel: f32| {
            let costs: Vec<Cost> = (0..FRAMES).map(|_| bench.frame(wheel)).collect();
            report(name, &costs)
        };
        // The pointer's row is still fading in.
        run(&format!("{name}, coming to rest"), 0.0);
        let [least, _, most] = run(&format!("{name}, nothing moves"), 0.0);
        assert!(least == most, "the same rows take memory as often in every frame: {least} and {most}");
        let [_, middle, _] = run(&format!("{name}, a row a frame"), STEP);
        counted.push((language, middle));
        run(&format!("{name}, a page a frame"), 15.0 * STEP);
        bench.ctx.enable_accesskit();
        let heard: Vec<Cost> = (0..FRAMES).map(|_| bench.frame(STEP)).collect();
        report(&format!("{name}, with a screen reader"), &heard);
    }
    let of_arabic = || counted.iter().filter(|(language, _)| *language == Language::Arabic).map(|(_, count)| *count);
    let (least, most) = (of_arabic().fold(f64::MAX, f64::min), of_arabic().fold(0.0, f64::max));
    assert!(most <= least * 1.1, "a long list takes memory as often as a short one: {least} and {most}");
}
