//! The parts of the document: letterhead, heads, sections, footer.

use super::frame::Frame;
use super::picture::Picture;
use super::runs::{Look, line_of, other_line_of, paragraph, paragraphs, run};
use super::table;
use super::xml::{Parts, Xml};
use crate::documents::{Block, Document, Fact, Section, clean};
use crate::domain::OutcomeKind;
use std::io::Result;

/// The relation of the footer, and that of the emblem.
pub(super) const FOOTER: &str = "rId4";
pub(super) const LOGO: &str = "rId5";

/// So many letters of a heading in both languages have room beside each other.
const LONGEST_PAIR: usize = 56;

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
            xml.with("w:p", &[], |xml| xml.with("w:pPr", &[], |xml| page(xml, Frame::of(one), counts_anew)))?;
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
    document.sections.iter().try_for_each(|it| section(xml, it, frame, lists))
}

/// An A4 page, mirrored where the document is; its pages are counted from one where others stand before it.
fn page(xml: &mut Xml, frame: Frame, counts_anew: bool) -> Result<()> {
    xml.with("w:sectPr", &[], |xml| {
        xml.empty("w:footerReference", &[("w:type", "default"), ("r:id", FOOTER)])?;
        xml.empty("w:pgSz", &[("w:w", "11906"), ("w:h", "16838")])?;
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
    if document.letterhead.lines.is_empty() && document.reference.is_empty() && picture.is_none() {
        return Ok(false);
    }
    if document.is_bilingual {
        letterhead_in_both(xml, document, picture)?;
        return Ok(true);
    }
    let frame = Frame::of(document);
    let names = frame.width * 7 / 10;
    let widths = [names, frame.width - names];
    table::framed(xml, frame, &widths, None, "", |xml| {
        table::row(xml, false, None, |xml| {
            table::cell(xml, names, 1, None, |xml| {
                if let Some(picture) = picture {
                    paragraph(xml, "Emblem", frame.is_rtl, |xml| drawing(xml, picture))?;
                }
                lines(xml, &document.letterhead.lines, frame.is_rtl, picture.is_none())
            })?;
            table::cell(xml, frame.width - names, 1, None, |xml| references(xml, &document.reference, frame.is_rtl))
        })
    })?;
    Ok(true)
}

/// The emblem between the two languages; what names the paper below them.
fn letterhead_in_both(xml: &mut Xml, document: &Document, picture: Option<&Picture<'_>>) -> Result<()> {
    let frame = Frame::of(document);
    let (names, emblem) = (frame.width * 4 / 10, frame.width * 2 / 10);
    table::framed(xml, frame, &[names, emblem, names], None, "", |xml| {
        table::row(xml, false, None, |xml| {
            table::cell(xml, names, 1, None, |xml| lines(xml, &document.letterhead.lines, frame.is_rtl, true))?;
            table::cell(xml, emblem, 1, None, |xml| match picture {
                Some(picture) => paragraph(xml, "Emblem", frame.is_rtl, |xml| drawing(xml, picture)),
                None => paragraphs(xml, "Cell", "", PLAIN, frame.is_rtl),
            })?;
            let second = &document.letterhead.second_lines;
            table::cell(xml, names, 1, None, |xml| lines(xml, second, !frame.is_rtl, true))
        })
    })?;
    if document.reference.is_empty() { Ok(()) } else { references(xml, &document.reference, frame.is_rtl) }
}

/// The names of the bodies; a cell without a paragraph is no cell.
fn lines(xml: &mut Xml, lines: &[String], is_rtl: bool, is_alone: bool) -> Result<()> {
    for line in lines {
        paragraphs(xml, "Cell", line, BOLD, is_rtl)?;
    }
    if is_alone && lines.is_empty() { paragraphs(xml, "Cell", "", PLAIN, is_rtl) } else { Ok(()) }
}

fn references(xml: &mut Xml, facts: &[Fact], is_rtl: bool) -> Result<()> {
    for fact in facts {
        let one_line = |text: &str| clean(text).replace('\n', " / ");
        let line = format!("{}: {}", one_line(&fact.label), one_line(&fact.value.text));
        paragraphs(xml, "CellQuiet", &line, PLAIN, is_rtl)?;
    }
    if facts.is_empty() { paragraphs(xml, "Cell", "", PLAIN, is_rtl) } else { Ok(()) }
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

fn section(xml: &mut Xml, section: &Section, frame: Frame, lists: &mut usize) -> Result<()> {
    if !section.heading.trim().is_empty() {
        heading(xml, &section.heading, frame)?;
    }
    for it in &section.blocks {
        block(xml, it, frame, lists)?;
    }
    Ok(())
}

/// A heading; its second language stands at the far side of the same line.
fn heading(xml: &mut Xml, text: &str, frame: Frame) -> Result<()> {
    let text = clean(text);
    let Some((first, second)) = text.split_once('\n').filter(|_| frame.is_bilingual) else {
        return paragraphs(xml, "Heading1", &text, PLAIN, frame.is_rtl);
    };
    xml.with("w:p", &[], |xml| {
        xml.with("w:pPr", &[], |xml| {
            xml.value("w:pStyle", "Heading1")?;
            let far = frame.width.to_string();
            xml.with("w:tabs", &[], |xml| xml.empty("w:tab", &[("w:val", "right"), ("w:pos", &far)]))?;
            if frame.is_rtl { xml.flag("w:bidi") } else { Ok(()) }
        })?;
        line_of(xml, first, PLAIN, frame.is_rtl)?;
        // Where one line has no room for both, the second stands below.
        let is_long = first.chars().count() + second.chars().count() > LONGEST_PAIR;
        run(xml, PLAIN, frame.is_rtl, |xml| xml.flag(if is_long { "w:br" } else { "w:tab" }))?;
        other_line_of(xml, second, PLAIN, frame.is_rtl)
    })
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
                        block(xml, it, frame, lists)?;
                    }
                    // A cell without a paragraph is no cell.
                    if blocks.is_empty() { paragraphs(xml, "Normal", "", PLAIN, frame.is_rtl) } else { Ok(()) }
                })?;
            }
            Ok(())
        })
    })
}

fn block(xml: &mut Xml, block: &Block, frame: Frame, lists: &mut usize) -> Result<()> {
    let is_rtl = frame.is_rtl;
    match block {
        Block::Subheading(text) => paragraphs(xml, "Heading2", text, PLAIN, is_rtl),
        Block::Paragraph(text) => paragraphs(xml, "Normal", text, PLAIN, is_rtl),
        Block::Remark(text) => paragraphs(xml, "Quiet", text, PLAIN, is_rtl),
        Block::Marked { kind, label, text } => paragraph(xml, "Normal", is_rtl, |xml| {
            let label = clean(label);
            line_of(xml, &format!("{label}: "), Look { bold: true, colour: Some(colour(*kind)) }, is_rtl)?;
            line_of(xml, &clean(text).replace('\n', " "), PLAIN, is_rtl)
        }),
        Block::Facts(facts) => table::facts(xml, facts, frame).and_then(|()| after_table(xml, is_rtl)),
        Block::Table(it) => table::table(xml, it, frame).and_then(|()| after_table(xml, is_rtl)),
        Block::Signatures(it) => table::signatures(xml, it, frame).and_then(|()| after_table(xml, is_rtl)),
        Block::List(items) => {
            *lists += 1;
            items.iter().try_for_each(|item| list_item(xml, item, *lists, is_rtl))
        }
        Block::SignOff(lines) => sign_off(xml, lines, frame),
        Block::Beside { first, second } => {
            beside(xml, first, second, frame, lists).and_then(|()| after_table(xml, is_rtl))
        }
    }
}

/// Two tables that touch would be one; what comes next keeps its distance.
fn after_table(xml: &mut Xml, is_rtl: bool) -> Result<()> {
    paragraphs(xml, "Gap", "", PLAIN, is_rtl)
}

fn list_item(xml: &mut Xml, item: &str, list: usize, is_rtl: bool) -> Result<()> {
    let text = clean(item).replace('\n', " ");
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
        xml.with("w:p", &[], |xml| {
            xml.with("w:pPr", &[], |xml| {
                xml.value("w:pStyle", "Normal")?;
                if at + 1 < lines.len() {
                    xml.flag("w:keepNext")?;
                }
                if is_rtl {
                    xml.flag("w:bidi")?;
                }
                // The indent is from where lines start.
                xml.empty("w:ind", &[("w:left", &(frame.width / 2).to_string())])?;
                xml.value("w:jc", "center")
            })?;
            line_of(xml, &text, if at == 0 { BOLD } else { PLAIN }, is_rtl)
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
        line_of(xml, first, PLAIN, is_rtl)?;
        run(xml, PLAIN, is_rtl, |xml| xml.flag("w:tab"))?;
        line_of(xml, &clean(mark), PLAIN, is_rtl)?;
        run(xml, PLAIN, is_rtl, |xml| xml.flag("w:tab"))?;
        let words = |xml: &mut Xml, text: &str| run(xml, PLAIN, is_rtl, |xml| xml.text("w:t", text));
        words(xml, &foot.page_of.before)?;
        field(xml, " PAGE ", is_rtl)?;
        words(xml, &foot.page_of.between)?;
        field(xml, if is_of_several { " SECTIONPAGES " } else { " NUMPAGES " }, is_rtl)?;
        words(xml, &foot.page_of.after)
    })?;
    for below in [second, foot.words.as_str()] {
        if !below.trim().is_empty() {
            paragraphs(xml, "FooterWords", below, PLAIN, is_rtl)?;
        }
    }
    Ok(())
}

/// A number that only the program that shows the file knows.
fn field(xml: &mut Xml, instruction: &str, is_rtl: bool) -> Result<()> {
    xml.with("w:fldSimple", &[("w:instr", instruction)], |xml| run(xml, PLAIN, is_rtl, |xml| xml.text("w:t", "1")))
}
