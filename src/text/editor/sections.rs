//! Sections: a document that is several texts of the caller's, one below the other, with one caret through all of them.
//!
//! Apart from the document because most have none. A section is a stretch of whole paragraphs with a number of the
//! caller's own, its tag. The newline between two sections is no letter: nothing that is typed, pasted, deleted or
//! undone joins two of them or makes one vanish. Whatever is deleted over several sections is deleted in each, and what
//! comes in its place comes to the first. To the caret, the selection, the clipboard and search they are one text.
//!
//! What would join two (Backspace before a section's first letter, Delete after its last), and Enter where a section is
//! a single line, is told to the caller ([`EdgeKey`]), who knows what it means.

use rustc_hash::FxHashMap;
use std::ops::Range;

use super::layout::Progress;
use super::{Caret, Editor, Paragraph, clean, paragraphs};

/// Room that is kept free around a section, in points: for what the caller draws there.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct SectionFrame {
    /// Before its lines, where the interface's lines start.
    pub start: f32,
    /// After its lines.
    pub end: f32,
    /// Above its first line and below its last, within its rectangle.
    pub padding: f32,
    /// Above and below its rectangle.
    pub margin: f32,
    /// The size and the height of its lines, where they are other than the document's.
    pub font: Option<SectionFont>,
}

/// The letters of a section that has others than its document.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SectionFont {
    /// In points.
    pub size: f32,
    /// From line to line, in points; the font's own where none is given.
    pub line_height: Option<f32>,
}

/// A text within a document.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Section {
    /// Which one: a number of the caller's own, and no other section's.
    pub tag: u64,
    /// It holds no newline: pasted ones become spaces, and Enter goes on below it.
    pub is_single_line: bool,
    /// It is left out of what is copied or cut together with other sections: it is taken along only by itself.
    pub is_kept_back: bool,
    /// The room around it.
    pub frame: SectionFrame,
}

/// A key that would have to reach over a section's edge, and is the caller's to carry out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EdgeKey {
    /// Backspace before its first letter.
    Backspace,
    /// Delete after its last letter.
    Delete,
    /// Enter in one of a single line. The caret has gone to the section below, where there is one.
    Enter,
}

/// A section and how many paragraphs it has.
#[derive(Clone, Copy, Debug)]
struct Counted {
    section: Section,
    paragraphs: usize,
}

/// The sections of a document; none of one that is a single text.
#[derive(Debug, Default)]
pub(super) struct Sections {
    list: Vec<Counted>,
    /// The tags of those that were edited since somebody asked.
    changed: Vec<u64>,
}

impl Sections {
    pub(super) const fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Each with the numbers of its paragraphs.
    pub(super) fn spans(&self) -> impl Iterator<Item = (&Section, Range<usize>)> {
        self.list.iter().scan(0, |first, counted| {
            let from = *first;
            *first += counted.paragraphs;
            Some((&counted.section, from..*first))
        })
    }

    /// The section that holds a paragraph.
    pub(super) fn holding(&self, paragraph: usize) -> Option<(&Section, Range<usize>)> {
        self.spans().find(|(_, span)| span.contains(&paragraph))
    }

    pub(super) fn span(&self, tag: u64) -> Option<Range<usize>> {
        self.spans().find(|(section, _)| section.tag == tag).map(|(_, span)| span)
    }

    /// An edit within the section of a paragraph took some newlines and brought others.
    pub(super) fn edited(&mut self, paragraph: usize, taken: usize, brought: usize) {
        let mut first = 0;
        for counted in &mut self.list {
            let end = first + counted.paragraphs;
            if paragraph < end {
                counted.paragraphs = (counted.paragraphs + brought).saturating_sub(taken).max(1);
                let tag = counted.section.tag;
                if self.changed.last() != Some(&tag) {
                    self.changed.push(tag);
                }
                return;
            }
            first = end;
        }
    }
}

impl Editor {
    /// Divides the document into sections, from top to bottom, each with its text; `None` leaves a section's text as it
    /// is. What stays keeps its layout and its ranges, and the caret stays in its section. Undo forgets what came before,
    /// unless these are the sections that there were, with their texts.
    ///
    /// Answers the tags of the sections that did not stay: what is known of their letters is to be told again.
    ///
    /// No section at all makes an empty document without sections.
    ///
    /// ```
    /// use tansiq::text::{Editor, Section};
    ///
    /// let mut editor = Editor::new("");
    /// let section = |tag, is_single_line| Section { tag, is_single_line, ..Section::default() };
    /// editor.set_sections([(section(1, false), Some("notes")), (section(2, true), Some("a captured line"))]);
    /// editor.select_all();
    /// editor.insert("other\nnotes");
    /// assert_eq!(editor.section_text(1).as_deref(), Some("other\nnotes"));
    /// assert_eq!(editor.section_text(2).as_deref(), Some(""));
    /// assert_eq!(editor.take_changed_sections(), [1, 2]);
    /// ```
    pub fn set_sections<'t>(&mut self, sections: impl IntoIterator<Item = (Section, Option<&'t str>)>) -> Vec<u64> {
        let sections: Vec<(Section, Option<&str>)> = sections.into_iter().collect();
        if self.are_there(&sections) {
            self.frame_sections(&sections);
            return Vec::new();
        }
        let places = [self.anchor, self.caret].map(|at| {
            let (section, span) = self.sections.holding(at.paragraph)?;
            Some((section.tag, Caret { paragraph: at.paragraph - span.start, ..at }))
        });
        let old_tags: Vec<u64> = self.sections.spans().map(|(section, _)| section.tag).collect();
        let mut old = self.take_sections();
        let mut list = Vec::new();
        let mut is_same = true;
        let mut renewed = Vec::new();
        for (section, text) in sections {
            let kept = old.remove(&section.tag);
            // what is here is clean: a text that equals it needs no cleaning to be told so
            let fits = |text: &str| !section.is_single_line || !text.contains('\n');
            let is_kept = |text: &str| fits(text) && kept.as_ref().is_some_and(|kept| is_text(kept, text));
            let text = text.filter(|text| !is_kept(text)).map(|text| fitting(clean(text), section.is_single_line));
            let kept = kept.filter(|kept| text.as_ref().is_none_or(|text| is_text(kept, text)));
            is_same &= kept.is_some() && old_tags.get(list.len()) == Some(&section.tag);
            let kept = kept.unwrap_or_else(|| {
                renewed.push(section.tag);
                paragraphs(&text.unwrap_or_default())
            });
            list.push(Counted { section, paragraphs: kept.len() });
            self.paragraphs.extend(kept);
        }
        is_same &= list.len() == old_tags.len();
        if self.paragraphs.is_empty() {
            self.paragraphs = paragraphs("");
        }
        self.sections.list = list;
        if !is_same {
            self.history.forget_all();
            self.revision += 1;
            self.goal_x = None;
            self.press.forget_places();
        }
        self.composing = self.composing.and_then(|_| self.paragraphs.iter().position(Paragraph::is_composing));
        self.progress = Progress::Stale;
        [self.anchor, self.caret] = places.map(|place| self.place_now(place, &old_tags));
        renewed
    }

    /// Are these the sections that there are, each with the text it has?
    fn are_there(&self, sections: &[(Section, Option<&str>)]) -> bool {
        let own = self.sections.list.iter().map(|counted| (counted.section.tag, counted.section.is_single_line, true));
        let told = sections.iter().map(|(section, text)| (section.tag, section.is_single_line, text.is_none()));
        !sections.is_empty() && own.eq(told)
    }

    /// The sections that there are get what stands around them.
    fn frame_sections(&mut self, sections: &[(Section, Option<&str>)]) {
        for (counted, (section, _)) in self.sections.list.iter_mut().zip(sections) {
            if counted.section != *section {
                counted.section = *section;
                self.progress = Progress::Stale;
            }
        }
    }

    /// The paragraphs of each section; the document is left without any.
    fn take_sections(&mut self) -> FxHashMap<u64, Vec<Paragraph>> {
        let mut paragraphs = std::mem::take(&mut self.paragraphs).into_iter();
        let each = self.sections.list.iter();
        each.map(|counted| (counted.section.tag, paragraphs.by_ref().take(counted.paragraphs).collect())).collect()
    }

    /// The sections from top to bottom.
    pub fn sections(&self) -> impl Iterator<Item = &Section> {
        self.sections.list.iter().map(|counted| &counted.section)
    }

    /// A section's text, without the newline after it.
    pub fn section_text(&self, tag: u64) -> Option<String> {
        let span = self.sections.span(tag)?;
        let last = span.end.saturating_sub(1);
        Some(self.slice(self.raw_paragraph(span.start).0, self.raw_paragraph(last).1))
    }

    /// Puts what the caller has learnt in a section's place: no step of undo, and no change that
    /// [`Editor::take_changed_sections`] tells of. The caret and the steps of undo in other sections stay; a caret in it
    /// stays between the letters that it stood between.
    pub fn replace_section(&mut self, tag: u64, text: &str) {
        let Some(span) = self.sections.span(tag) else { return };
        let is_single_line = self.sections.holding(span.start).is_some_and(|(section, _)| section.is_single_line);
        let text = fitting(clean(text), is_single_line);
        let old = self.section_text(tag).unwrap_or_default();
        let Some((kept, removed, inserted)) = difference(&old, &text) else { return };
        let at = self.offset(Caret { paragraph: span.start, ..Caret::default() }) + kept;
        let moved = |offset: usize| match offset {
            offset if offset <= at => offset,
            offset if offset >= at + removed => offset - removed + inserted.len(),
            offset => offset.min(at + inserted.len()),
        };
        let [anchor, caret] = [self.anchor, self.caret].map(|place| moved(self.offset(place)));
        let changed = std::mem::take(&mut self.sections.changed);
        // what is composed elsewhere goes on
        let composing = self.composing.filter(|paragraph| !span.contains(paragraph));
        if composing.is_some() {
            self.composing = None;
        }
        let (count, reveals_caret, goal_x) = (self.paragraphs.len(), self.reveals_caret, self.goal_x);
        let affinity = [self.anchor.affinity, self.caret.affinity];
        self.apply(at, removed, inserted);
        self.sections.changed = changed;
        (self.reveals_caret, self.goal_x) = (reveals_caret, goal_x);
        if let Some(paragraph) = composing {
            let is_below = paragraph >= span.end;
            self.composing = Some(if is_below { paragraph + self.paragraphs.len() - count } else { paragraph });
        }
        [self.anchor, self.caret] = [anchor, caret].map(|offset| self.caret_at_offset(offset));
        [self.anchor.affinity, self.caret.affinity] = affinity;
        self.press.forget_places();
        self.history.rebase(at - kept, old.len(), text.len());
    }

    /// The section that the caret stands in.
    pub fn section_at_caret(&self) -> Option<u64> {
        self.sections.holding(self.caret.paragraph).map(|(section, _)| section.tag)
    }

    /// The caret in its section: the section's tag, the paragraph counted from the section's first, the byte within it.
    pub fn caret_in_section(&self) -> Option<(u64, usize, usize)> {
        let (section, span) = self.sections.holding(self.caret.paragraph)?;
        Some((section.tag, self.caret.paragraph - span.start, self.caret.byte))
    }

    /// Moves the caret before the first letter of a section, or after its last. `false` where there is no such section.
    pub fn caret_to_section(&mut self, tag: u64, at_end: bool) -> bool {
        let Some(span) = self.sections.span(tag) else { return false };
        let to = if at_end { self.caret_in(span.end - 1, usize::MAX) } else { self.caret_in(span.start, 0) };
        self.move_to(to, false);
        true
    }

    /// The tags of the sections that were edited since this was asked last, by keys, by undo or by code: each once.
    pub fn take_changed_sections(&mut self) -> Vec<u64> {
        let mut changed = std::mem::take(&mut self.sections.changed);
        changed.sort_unstable();
        changed.dedup();
        changed
    }

    /// Where a place of the paragraphs that were is now; `old` are the tags that were. Where its section is gone, it is
    /// the end of the one above that is still there.
    fn place_now(&self, place: Option<(u64, Caret)>, old: &[u64]) -> Caret {
        let Some((tag, at)) = place else { return self.start() };
        if let Some(span) = self.sections.span(tag) {
            let paragraph = (span.start + at.paragraph).min(span.end - 1);
            return Caret { affinity: at.affinity, ..self.caret_in(paragraph, at.byte) };
        }
        let above = old.iter().take_while(|other| **other != tag).filter_map(|above| self.sections.span(*above)).last();
        above.map_or_else(|| self.start(), |span| self.caret_in(span.end - 1, usize::MAX))
    }
}

/// A section's text as the section can hold it.
pub(super) fn fitting(text: String, is_single_line: bool) -> String {
    if is_single_line && text.contains('\n') { text.trim_matches('\n').replace('\n', " ") } else { text }
}

fn is_text(paragraphs: &[Paragraph], text: &str) -> bool {
    text.split('\n').eq(paragraphs.iter().map(Paragraph::text))
}

/// How two texts differ: the bytes before it, how many bytes go, and what comes in their place. `None` where they are
/// the same.
pub(super) fn difference<'t>(old: &str, new: &'t str) -> Option<(usize, usize, &'t str)> {
    if old == new {
        return None;
    }
    let same = |(one, other): &(char, char)| one == other;
    let before: usize = old.chars().zip(new.chars()).take_while(same).map(|(letter, _)| letter.len_utf8()).sum();
    let (old_rest, new_rest) = (old.get(before..).unwrap_or_default(), new.get(before..).unwrap_or_default());
    let pairs = old_rest.chars().rev().zip(new_rest.chars().rev());
    let after: usize = pairs.take_while(same).map(|(letter, _)| letter.len_utf8()).sum();
    Some((before, old_rest.len() - after, new_rest.get(..new_rest.len() - after).unwrap_or_default()))
}
