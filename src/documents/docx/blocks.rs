//! The parts of the document: letterhead, heads, sections, footer.

use super::frame::Frame;
use super::picture::Picture;
use super::runs::{Look, direction_of_line, line_of, other_line_of, paragraph, paragraphs, run};
use super::table;
use super::xml::{Parts, Xml};
use crate::arabic::isolate::{isolate as set_apart, without_isolates};
use crate::documents::both::BESIDE;
use crate::documents::direction::is_right_to_left;
use crate::documents::{Block, Document, Fact, PageOf, Section, clean};
use crate::domain::OutcomeKind;
use std::io::Result;

/// The relation of the footer, and that of the emblem.
pub(super) const FOOTER: &str = "rId4";
pub(super) const LOGO: &str = "rId5";

/// Between the post and the name of who signs.
const ROOM_TO_SIGN: &str = "800";
/// A letter of what names a paper, and the sides of its cell, in twentieths of a point.
const LETTER: u32 = 106;
const ARABIC_LETTER: u32 = 84;
const PADDING: u32 = 190;

/// So many letters of a heading in both languages have room beside each other.
const LONGEST_PAIR: usize = 80;

/// Between a table and what comes next; and where nothing comes, so low that it needs no page of its own.
const GAP: &str = "Gap";
const END: &str = "End";

/// Runs from left to right, and shows nothing.
const LEFT_TO_RIGHT: &str = "\u{200E}";

const PLAIN: Look = Look { bold: false, colour: None };
const BOLD: Look = Look { bold: true, colour: None };

/// Everything of `word/document.xml` below its root; counts the lists that need a numbering.
pub(super) fn documents(
    xml: &mut Xml,
    documents: &[Document],
    picture: Option<&Picture<'_>>,
    lists: &mut usize,
) -> Result<()> {
    let counts_anew = documents.len() > 1;
    let Some((last, before)) = documents.split_last() else { return Ok(()) };
    xml.with("w:body", &[], |xml| {
        for one in before {
            document(xml, one, picture, lists)?;
            // A section ends with the paragraph that holds its page.
            xml.with("w:p", &[], |xml| {
                xml.with("w:pPr", &[], |xml| {
                    xml.value("w:pStyle", END)?;
                    page(xml, Frame::of(one), counts_anew)
                })
            })?;
        }
        document(xml, last, picture, lists)?;
        page(xml, Frame::of(last), counts_anew)
    })
}

fn document(xml: &mut Xml, document: &Document, picture: Option<&Picture<'_>>, lists: &mut usize) -> Result<()> {
    let is_rtl = document.is_rtl();
    if letterhead(xml, document, picture)? {
        paragraphs(xml, "Rule", "", PLAIN, is_rtl)?;
    }
    paragraphs(xml, "Title", &document.title, PLAIN, is_rtl)?;
    for line in [&document.number_line, &document.subject] {
        if !line.trim().is_empty() {
            paragraphs(xml, "Subtitle", line, PLAIN, is_rtl)?;
        }
    }
    if let Some(banner) = &document.banner {
        paragraphs(xml, "Warning", &banner.text, PLAIN, is_rtl)?;
    }
    let frame = Frame::of(document);
    let last = document.sections.iter().rposition(|section| !section.blocks.is_empty());
    for (at, it) in document.sections.iter().enumerate() {
        section(xml, it, frame, if last == Some(at) { END } else { GAP }, lists)?;
    }
    Ok(())
}

/// An A4 page, mirrored where the document is; its pages are counted from one where others stand before it.
fn page(xml: &mut Xml, frame: Frame, counts_anew: bool) -> Result<()> {
    xml.with("w:sectPr", &[], |xml| {
        xml.empty("w:footerReference", &[("w:type", "default"), ("r:id", FOOTER)])?;
        let (width, height) = (frame.page.0.to_string(), frame.page.1.to_string());
        let mut size = vec![("w:w", width.as_str()), ("w:h", height.as_str())];
        size.extend((frame.page.0 > frame.page.1).then_some(("w:orient", "landscape")));
        xml.empty("w:pgSz", &size)?;
        let side = frame.margin.to_string();
        let margins = [
            ("w:top", "1021"),
            ("w:right", side.as_str()),
            ("w:bottom", "1134"),
            ("w:left", side.as_str()),
            ("w:header", "567"),
            ("w:footer", "567"),
            ("w:gutter", "0"),
        ];
        xml.empty("w:pgMar", &margins)?;
        if counts_anew {
            xml.empty("w:pgNumType", &[("w:start", "1")])?;
        }
        if frame.is_rtl { xml.flag("w:bidi") } else { Ok(()) }
    })
}

/// Answers whether there is one.
fn letterhead(xml: &mut Xml, document: &Document, picture: Option<&Picture<'_>>) -> Result<bool> {
    let head = &document.letterhead;
    let is_bare = head.lines.is_empty() && head.second_lines.is_empty() && document.reference.is_empty();
    if is_bare && picture.is_none() {
        return Ok(false);
    }
    if document.is_bilingual {
        letterhead_in_both(xml, document, picture)?;
        return Ok(true);
    }
    let frame = Frame::of(document);
    // The emblem beside the names, and at the far margin what names the paper, as wide as its longest line.
    let emblem = picture.map(|picture| picture.width().min(frame.width / 3));
    let far = reference_width(&document.reference, frame);
    let names = frame.width - emblem.unwrap_or_default() - far;
    let widths: Vec<u32> = emblem.into_iter().chain([names, far]).collect();
    table::framed(xml, frame, &widths, None, "", |xml| {
        table::row(xml, false, None, |xml| {
            if let (Some(picture), Some(width)) = (picture, emblem) {
                table::cell(xml, width, 1, None, |xml| {
                    paragraph(xml, "Emblem", frame.is_rtl, |xml| drawing(xml, picture))
                })?;
            }
            table::cell(xml, names, 1, None, |xml| lines(xml, &document.letterhead.lines, frame.is_rtl))?;
            table::cell(xml, far, 1, None, |xml| references(xml, &document.reference, frame.is_rtl))
        })
    })?;
    Ok(true)
}

/// The room of the longest line of what names a paper, about.
fn reference_width(facts: &[Fact], frame: Frame) -> u32 {
    let letter = if frame.is_rtl { ARABIC_LETTER } else { LETTER };
    let longest = facts.iter().map(|fact| without_isolates(&reference(fact)).chars().count()).max().unwrap_or_default();
    let width = u32::try_from(longest).unwrap_or(u32::MAX).saturating_mul(letter).saturating_add(PADDING);
    width.clamp(frame.width / 10, frame.width * 2 / 5)
}

/// The emblem between the two languages; what names the paper below the names, in each.
fn letterhead_in_both(xml: &mut Xml, document: &Document, picture: Option<&Picture<'_>>) -> Result<()> {
    let frame = Frame::of(document);
    // Without an emblem there is more room beside it.
    let emblem = if picture.is_some() { frame.width / 5 } else { frame.width / 20 };
    let names = (frame.width - emblem) / 2;
    table::framed(xml, frame, &[names, emblem, names], None, "", |xml| {
        table::row(xml, false, None, |xml| {
            table::cell(xml, names, 1, None, |xml| {
                side_of_head(xml, &document.letterhead.lines, (&document.reference, 0), frame.is_rtl)
            })?;
            table::cell(xml, emblem, 1, None, |xml| match picture {
                Some(picture) => paragraph(xml, "Emblem", frame.is_rtl, |xml| drawing(xml, picture)),
                None => paragraphs(xml, "Cell", "", PLAIN, frame.is_rtl),
            })?;
            let second = &document.letterhead.second_lines;
            table::cell(xml, names, 1, None, |xml| side_of_head(xml, second, (&document.reference, 1), !frame.is_rtl))
        })
    })
}

/// The names of the bodies in one of two languages, and below them what names the paper.
fn side_of_head(xml: &mut Xml, names: &[String], (facts, at): (&[Fact], usize), is_rtl: bool) -> Result<()> {
    if !names.is_empty() || facts.is_empty() {
        lines(xml, names, is_rtl)?;
    }
    for fact in facts {
        let line = format!("{}: {}", in_language(&fact.label, at), in_language(&fact.value.text, at));
        own_line(xml, "CellQuiet", &line, is_rtl)?;
    }
    Ok(())
}

/// The first or the second line of what stands in both languages; what both say in the same words has one line.
fn in_language(text: &str, at: usize) -> String {
    let text = clean(text);
    text.lines().nth(at).or_else(|| text.lines().next()).unwrap_or_default().to_owned()
}

/// The names of the bodies; a cell without a paragraph is no cell.
fn lines(xml: &mut Xml, lines: &[String], is_rtl: bool) -> Result<()> {
    for (at, line) in lines.iter().enumerate() {
        // The last one is the department.
        let (style, look) = if at + 1 == lines.len() { ("CellQuiet", PLAIN) } else { ("Cell", BOLD) };
        paragraphs(xml, style, line, look, is_rtl)?;
    }
    if lines.is_empty() { paragraphs(xml, "Cell", "", PLAIN, is_rtl) } else { Ok(()) }
}

fn references(xml: &mut Xml, facts: &[Fact], is_rtl: bool) -> Result<()> {
    for fact in facts {
        let line = reference(fact);
        paragraph(xml, "CellQuiet", is_rtl, |xml| line_of(xml, &line, PLAIN, is_rtl))?;
    }
    if facts.is_empty() { paragraphs(xml, "Cell", "", PLAIN, is_rtl) } else { Ok(()) }
}

/// On one line.
fn reference(fact: &Fact) -> String {
    let one_line = |text: &str| clean(text).replace('\n', " / ");
    format!("{}: {}", one_line(&fact.label), one_line(&fact.value.text))
}

/// A picture inside a line.
fn drawing(xml: &mut Xml, picture: &Picture<'_>) -> Result<()> {
    let (width, height) = (picture.size.0.to_string(), picture.size.1.to_string());
    let description = clean(picture.description);
    let named = [("id", "1"), ("name", "logo"), ("descr", description.as_str())];
    let size = [("cx", width.as_str()), ("cy", height.as_str())];
    let uri = "http://schemas.openxmlformats.org/drawingml/2006/picture";
    run(xml, PLAIN, false, |xml| {
        xml.with("w:drawing", &[], |xml| {
            xml.with("wp:inline", &[("distT", "0"), ("distB", "0"), ("distL", "0"), ("distR", "0")], |xml| {
                xml.empty("wp:extent", &size)?;
                xml.empty("wp:docPr", &named)?;
                xml.with("a:graphic", &[], |xml| {
                    xml.with("a:graphicData", &[("uri", uri)], |xml| {
                        xml.with("pic:pic", &[], |xml| {
                            xml.with("pic:nvPicPr", &[], |xml| {
                                xml.empty("pic:cNvPr", &named)?;
                                xml.flag("pic:cNvPicPr")
                            })?;
                            xml.with("pic:blipFill", &[], |xml| {
                                xml.empty("a:blip", &[("r:embed", LOGO)])?;
                                xml.with("a:stretch", &[], |xml| xml.flag("a:fillRect"))
                            })?;
                            xml.with("pic:spPr", &[], |xml| {
                                xml.with("a:xfrm", &[], |xml| {
                                    xml.empty("a:off", &[("x", "0"), ("y", "0")])?;
                                    xml.empty("a:ext", &size)
                                })?;
                                xml.with("a:prstGeom", &[("prst", "rect")], |xml| xml.flag("a:avLst"))
                            })
                        })
                    })
                })
            })
        })
    })
}

/// `end` is the style of what stands below its last table.
fn section(xml: &mut Xml, section: &Section, frame: Frame, end: &str, lists: &mut usize) -> Result<()> {
    if !section.heading.trim().is_empty() {
        heading(xml, &section.heading, frame)?;
    }
    if let Some((last, before)) = section.blocks.split_last() {
        before.iter().try_for_each(|it| block(xml, it, frame, GAP, lists))?;
        block(xml, last, frame, end, lists)?;
    }
    Ok(())
}

/// A heading; its second language stands at the far side of the same line. Where one line has no room for both, or the
/// second holds words of both directions, it stands on its own below.
fn heading(xml: &mut Xml, text: &str, frame: Frame) -> Result<()> {
    let text = clean(text);
    let Some((first, second)) = text.split_once('\n').filter(|_| frame.is_bilingual) else {
        return paragraphs(xml, "Heading1", &text, PLAIN, frame.is_rtl);
    };
    let is_long = first.chars().count() + second.chars().count() > LONGEST_PAIR;
    if is_long || is_mixed(second) {
        paragraphs(xml, "Heading1First", first, PLAIN, frame.is_rtl)?;
        return second.lines().try_for_each(|line| own_line(xml, "Heading1Second", line, !frame.is_rtl));
    }
    xml.with("w:p", &[], |xml| {
        xml.with("w:pPr", &[], |xml| {
            xml.value("w:pStyle", "Heading1")?;
            let far = frame.width.to_string();
            xml.with("w:tabs", &[], |xml| xml.empty("w:tab", &[("w:val", "right"), ("w:pos", &far)]))?;
            if frame.is_rtl { xml.flag("w:bidi") } else { Ok(()) }
        })?;
        line_of(xml, first, PLAIN, frame.is_rtl)?;
        run(xml, PLAIN, frame.is_rtl, |xml| xml.flag("w:tab"))?;
        other_line_of(xml, second, PLAIN, frame.is_rtl)
    })
}

/// One line in the direction of its language, whatever words it holds.
fn own_line(xml: &mut Xml, style: &str, line: &str, is_rtl: bool) -> Result<()> {
    paragraph(xml, style, is_rtl, |xml| line_of(xml, line, PLAIN, is_rtl))
}

/// Are there words of both directions in it?
fn is_mixed(text: &str) -> bool {
    let mut letters = text.chars().filter(|letter| letter.is_alphabetic()).map(is_right_to_left);
    letters.next().is_some_and(|first| letters.any(|other| other != first))
}

/// The same in both languages, in two columns.
fn beside(xml: &mut Xml, first: &[Block], second: &[Block], frame: Frame, lists: &mut usize) -> Result<()> {
    let column = frame.column(frame.is_rtl);
    let other = frame.column(!frame.is_rtl);
    table::framed(xml, frame, &[column.width, other.width], None, "", |xml| {
        table::row(xml, false, None, |xml| {
            for (blocks, frame) in [(first, column), (second, other)] {
                table::top_cell(xml, frame.width, |xml| {
                    for it in blocks {
                        block(xml, it, frame, GAP, lists)?;
                    }
                    // A cell without a paragraph is no cell.
                    if blocks.is_empty() { paragraphs(xml, "Normal", "", PLAIN, frame.is_rtl) } else { Ok(()) }
                })?;
            }
            Ok(())
        })
    })
}

fn block(xml: &mut Xml, block: &Block, frame: Frame, gap: &str, lists: &mut usize) -> Result<()> {
    let is_rtl = frame.is_rtl;
    // Two tables that touch would be one; what comes next keeps its distance.
    let after_table = |xml: &mut Xml| paragraphs(xml, gap, "", PLAIN, is_rtl);
    match block {
        Block::Subheading(text) => paragraphs(xml, "Heading2", text, PLAIN, is_rtl),
        Block::Paragraph(text) => paragraphs(xml, "Normal", text, PLAIN, is_rtl),
        Block::Remark(text) => paragraphs(xml, "Quiet", text, PLAIN, is_rtl),
        Block::Marked { kind, label, text } => marked(xml, *kind, label, text, is_rtl),
        Block::Facts(facts) => table::facts(xml, facts, frame).and_then(|()| after_table(xml)),
        Block::Table(it) => table::table(xml, it, frame).and_then(|()| after_table(xml)),
        Block::Signatures(it) => table::signatures(xml, it, frame).and_then(|()| after_table(xml)),
        Block::List(items) => {
            *lists += 1;
            items.iter().try_for_each(|item| list_item(xml, item, *lists, is_rtl))
        }
        Block::SignOff(lines) => sign_off(xml, lines, frame),
        Block::Beside { first, second } => beside(xml, first, second, frame, lists).and_then(|()| after_table(xml)),
    }
}

/// Its label in its kind's colour, and its text behind it: below it, where that runs in the other direction.
fn marked(xml: &mut Xml, kind: OutcomeKind, label: &str, text: &str, is_rtl: bool) -> Result<()> {
    let label = format!("{}: ", clean(label));
    let text = clean(text).replace('\n', " ");
    let look = Look { bold: true, colour: Some(colour(kind)) };
    if direction_of_line(&text, is_rtl) == is_rtl {
        return paragraph(xml, "Normal", is_rtl, |xml| {
            line_of(xml, &label, look, is_rtl)?;
            line_of(xml, &text, PLAIN, is_rtl)
        });
    }
    paragraph(xml, "Label", is_rtl, |xml| line_of(xml, label.trim_end(), look, is_rtl))?;
    paragraphs(xml, "Normal", &text, PLAIN, is_rtl)
}

fn list_item(xml: &mut Xml, item: &str, list: usize, is_rtl: bool) -> Result<()> {
    let text = clean(item).replace('\n', " ");
    let is_rtl = direction_of_line(&text, is_rtl);
    xml.with("w:p", &[], |xml| {
        xml.with("w:pPr", &[], |xml| {
            xml.value("w:pStyle", "Normal")?;
            xml.with("w:numPr", &[], |xml| {
                xml.value("w:ilvl", "0")?;
                xml.value("w:numId", &list.to_string())
            })?;
            if is_rtl { xml.flag("w:bidi") } else { Ok(()) }
        })?;
        line_of(xml, &text, PLAIN, is_rtl)
    })
}

/// Who sends a letter, centred in the far half of the page.
fn sign_off(xml: &mut Xml, lines: &[String], frame: Frame) -> Result<()> {
    let is_rtl = frame.is_rtl;
    for (at, line) in lines.iter().enumerate() {
        let text = clean(line);
        let own = direction_of_line(&text, is_rtl);
        xml.with("w:p", &[], |xml| {
            xml.with("w:pPr", &[], |xml| {
                xml.value("w:pStyle", "Normal")?;
                if at + 1 < lines.len() {
                    xml.flag("w:keepNext")?;
                }
                if own {
                    xml.flag("w:bidi")?;
                }
                if at > 0 && at + 1 == lines.len() {
                    xml.empty("w:spacing", &[("w:before", ROOM_TO_SIGN)])?;
                }
                // The indent is from where lines start: «left» in a file is the start of the paragraph.
                let side = if own == is_rtl { "w:left" } else { "w:right" };
                xml.empty("w:ind", &[(side, &(frame.width / 2).to_string())])?;
                xml.value("w:jc", "center")
            })?;
            line_of(xml, &text, if at == 0 { BOLD } else { PLAIN }, own)
        })?;
    }
    Ok(())
}

/// Kinds keep one colour everywhere; the label says the kind as well.
const fn colour(kind: OutcomeKind) -> &'static str {
    match kind {
        OutcomeKind::Proposal | OutcomeKind::Initiative | OutcomeKind::Opportunity => "166A45",
        OutcomeKind::FollowUp | OutcomeKind::Obligation => "175CD3",
        OutcomeKind::Decision | OutcomeKind::Recommendation => "80519F",
        OutcomeKind::Challenge => "B54708",
    }
}

/// One numbering a list, so that each begins with its first number.
pub(super) fn numbering(xml: &mut Xml, lists: usize, document: &Document) -> Result<()> {
    let format = if document.digits == crate::arabic::Digits::ArabicIndic { "hindiNumbers" } else { "decimal" };
    xml.with("w:abstractNum", &[("w:abstractNumId", "0")], |xml| {
        xml.value("w:multiLevelType", "singleLevel")?;
        xml.with("w:lvl", &[("w:ilvl", "0")], |xml| {
            xml.value("w:start", "1")?;
            xml.value("w:numFmt", format)?;
            xml.value("w:lvlText", "%1.")?;
            xml.value("w:lvlJc", "left")?;
            xml.with("w:pPr", &[], |xml| xml.empty("w:ind", &[("w:left", "480"), ("w:hanging", "400")]))
        })
    })?;
    for list in 1..=lists {
        xml.with("w:num", &[("w:numId", &list.to_string())], |xml| {
            xml.value("w:abstractNumId", "0")?;
            xml.with("w:lvlOverride", &[("w:ilvl", "0")], |xml| xml.value("w:startOverride", "1"))
        })?;
    }
    Ok(())
}

/// The foot of each page: its text, the draft's mark, and the page's number.
pub(super) fn footer(xml: &mut Xml, document: &Document, is_of_several: bool) -> Result<()> {
    let frame = Frame::of(document);
    let is_rtl = frame.is_rtl;
    let foot = &document.footer;
    let mark = document.banner.as_ref().map_or(&foot.mark, |banner| &banner.short);
    let text = clean(&foot.text);
    let (first, second) = text.split_once('\n').unwrap_or((&text, ""));
    let (middle, far) = ((frame.width / 2).to_string(), frame.width.to_string());
    xml.with("w:p", &[], |xml| {
        xml.with("w:pPr", &[], |xml| {
            xml.value("w:pStyle", "Footer")?;
            xml.with("w:tabs", &[], |xml| {
                for usual in ["4819", "9638"] {
                    xml.empty("w:tab", &[("w:val", "clear"), ("w:pos", usual)])?;
                }
                xml.empty("w:tab", &[("w:val", "center"), ("w:pos", &middle)])?;
                xml.empty("w:tab", &[("w:val", "right"), ("w:pos", &far)])
            })?;
            if is_rtl { xml.flag("w:bidi") } else { Ok(()) }
        })?;
        // A tab has the paragraph's direction on both sides: a text of the other one is set apart.
        let apart =
            |text: &str| if direction_of_line(text, is_rtl) == is_rtl { text.to_owned() } else { set_apart(text) };
        line_of(xml, &apart(first), PLAIN, is_rtl)?;
        run(xml, PLAIN, is_rtl, |xml| xml.flag("w:tab"))?;
        line_of(xml, &apart(&clean(mark)), PLAIN, is_rtl)?;
        run(xml, PLAIN, is_rtl, |xml| xml.flag("w:tab"))?;
        let pages = if is_of_several { " SECTIONPAGES " } else { " NUMPAGES " };
        page_of(xml, &foot.page_of, pages, frame)
    })?;
    // The second language below the first.
    if !second.trim().is_empty() {
        paragraphs(xml, "FooterSecond", second, PLAIN, is_rtl)?;
    }
    if foot.words.trim().is_empty() { Ok(()) } else { paragraphs(xml, "FooterWords", &foot.words, PLAIN, is_rtl) }
}

/// «صفحة / Page 1 / 6»: in both languages the numbers run on with the words of the second one, or they would change places.
fn page_of(xml: &mut Xml, page_of: &PageOf, pages: &str, frame: Frame) -> Result<()> {
    let is_rtl = frame.is_rtl;
    let words = |xml: &mut Xml, text: &str, is_rtl: bool| match text {
        "" => Ok(()),
        text => run(xml, PLAIN, is_rtl, |xml| xml.text("w:t", text)),
    };
    let second = if frame.is_bilingual { page_of.before.find(BESIDE).map(|at| at + BESIDE.len()) } else { None };
    let (first, second) = page_of.before.split_at_checked(second.unwrap_or_default()).unwrap_or_default();
    let of_numbers = is_rtl && first.is_empty();
    words(xml, first, is_rtl)?;
    words(xml, second, of_numbers)?;
    field(xml, " PAGE ", of_numbers)?;
    words(xml, &page_of.between, of_numbers)?;
    field(xml, pages, of_numbers)?;
    words(xml, &page_of.after, of_numbers)?;
    // What has no direction of its own, such as the field of a number, would run as the paragraph does at its end.
    if is_rtl && !of_numbers { words(xml, LEFT_TO_RIGHT, false) } else { Ok(()) }
}

/// A number that only the program that shows the file knows.
fn field(xml: &mut Xml, instruction: &str, is_rtl: bool) -> Result<()> {
    xml.with("w:fldSimple", &[("w:instr", instruction)], |xml| run(xml, PLAIN, is_rtl, |xml| xml.text("w:t", "1")))
}
