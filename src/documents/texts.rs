//! Every text that stands on a paper's page, wherever it stands.

use super::{Block, Cell, Document, Fact, Signatures, Table};

/// Changes each text of a document, but for what names it and what stands at the head and foot of its pages.
pub(super) fn each_text(document: &mut Document, change: &mut impl FnMut(&mut String)) {
    change(&mut document.subject);
    document.reference.iter_mut().for_each(|fact| in_fact(fact, change));
    for section in &mut document.sections {
        change(&mut section.heading);
        change(&mut section.uncounted);
        section.blocks.iter_mut().for_each(|block| in_block(block, change));
    }
}

fn in_block(block: &mut Block, change: &mut impl FnMut(&mut String)) {
    match block {
        Block::Subheading(text) | Block::Paragraph(text) | Block::Remark(text) => change(text),
        Block::Marked { label, text, .. } => {
            change(label);
            change(text);
        }
        Block::Facts(facts) => facts.iter_mut().for_each(|fact| in_fact(fact, change)),
        Block::Table(table) => in_table(table, change),
        Block::List(lines) | Block::SignOff(lines) => lines.iter_mut().for_each(change),
        Block::Signatures(signatures) => in_signatures(signatures, change),
        Block::Beside { first, second } => first.iter_mut().chain(second).for_each(|block| in_block(block, change)),
    }
}

/// Changes each text of a table.
pub(super) fn in_table(table: &mut Table, change: &mut impl FnMut(&mut String)) {
    table.columns.iter_mut().for_each(|column| change(&mut column.header));
    table.rows.iter_mut().flatten().for_each(|cell| in_cell(cell, change));
}

fn in_fact(fact: &mut Fact, change: &mut impl FnMut(&mut String)) {
    change(&mut fact.label);
    in_cell(&mut fact.value, change);
}

fn in_cell(cell: &mut Cell, change: &mut impl FnMut(&mut String)) {
    change(&mut cell.text);
    change(&mut cell.note);
}

fn in_signatures(signatures: &mut Signatures, change: &mut impl FnMut(&mut String)) {
    for signatory in &mut signatures.signatories {
        for text in [&mut signatory.role, &mut signatory.name, &mut signatory.post, &mut signatory.date] {
            change(text);
        }
    }
}
