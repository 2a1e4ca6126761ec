//! The four formats.

use std::io::{self, Write};

use comfy_table::{Attribute, CellAlignment, Color, ContentArrangement, Table};
use serde_json::Value;

use super::{Cell, Look, Record, Row, Tone};
use crate::domain::mask;

/// Shape of results on stdout.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
pub enum Format {
    /// For people.
    #[default]
    Table,
    /// One JSON document.
    Json,
    /// One JSON object a row.
    Ndjson,
    /// Comma-separated values with a header line.
    Csv,
}

pub(super) fn record<R: Record>(out: &mut dyn Write, look: &Look, r: &R) -> io::Result<()> {
    match look.format {
        Format::Table => {
            let mut table = bare(look);
            for (label, cell) in r.lines() {
                table.add_row(vec![styled(&Cell::text(label).tone(Tone::Dim)), styled(&cell)]);
            }
            print(out, &mut table)
        }
        Format::Json | Format::Ndjson => line(out, r),
        Format::Csv => csv(out, &[r], true),
    }
}

pub(super) fn rows<R: Row>(out: &mut dyn Write, look: &Look, rows: &[R]) -> io::Result<()> {
    match look.format {
        Format::Json => line(out, rows),
        _ => {
            page(out, look, rows, true)?;
            page_end(out, look, !rows.is_empty())
        }
    }
}

pub(super) fn page<R: Row>(out: &mut dyn Write, look: &Look, rows: &[R], first: bool) -> io::Result<()> {
    match look.format {
        Format::Table if rows.is_empty() => Ok(()),
        Format::Table => {
            let mut table = bare(look);
            table.set_header(R::HEAD.iter().map(|h| comfy_table::Cell::new(h).add_attribute(Attribute::Bold)));
            for row in rows {
                table.add_row(row.cells().iter().map(styled).collect::<Vec<_>>());
            }
            if let Some(row) = rows.first() {
                for (i, cell) in row.cells().iter().enumerate() {
                    if cell.right
                        && let Some(column) = table.column_mut(i)
                    {
                        column.set_cell_alignment(CellAlignment::Right);
                    }
                }
            }
            print(out, &mut table)
        }
        Format::Json => {
            let mut separator: &[u8] = if first { b"[" } else { b",\n" };
            for row in rows {
                out.write_all(separator)?;
                serde_json::to_writer(&mut *out, row)?;
                separator = b",\n";
            }
            Ok(())
        }
        Format::Ndjson => rows.iter().try_for_each(|row| line(out, row)),
        Format::Csv => csv(out, rows, first),
    }
}

pub(super) fn page_end(out: &mut dyn Write, look: &Look, begun: bool) -> io::Result<()> {
    match look.format {
        Format::Json => out.write_all(if begun { b"]\n" } else { b"[]\n" }),
        Format::Table | Format::Ndjson | Format::Csv => Ok(()),
    }
}

fn line<T: serde::Serialize + ?Sized>(out: &mut dyn Write, value: &T) -> io::Result<()> {
    serde_json::to_writer(&mut *out, value)?;
    out.write_all(b"\n")
}

fn bare(look: &Look) -> Table {
    let mut table = Table::new();
    table.load_style(comfy_table::presets::NOTHING);
    table.set_content_arrangement(ContentArrangement::Dynamic);
    // off a terminal nothing is wrapped: a line is a row
    table.set_width(look.width.unwrap_or(u16::MAX));
    if look.color_out {
        table.enforce_styling();
    } else {
        table.force_no_tty();
    }
    table
}

fn styled(cell: &Cell) -> comfy_table::Cell {
    let c = comfy_table::Cell::new(&cell.text);
    match cell.tone {
        Tone::Plain => c,
        Tone::Good => c.fg(Color::Green),
        Tone::Warn => c.fg(Color::Yellow),
        Tone::Bad => c.fg(Color::Red),
        Tone::Dim => c.add_attribute(Attribute::Dim),
    }
}

/// Each line without the blanks that a borderless table leaves at its ends.
fn print(out: &mut dyn Write, table: &mut Table) -> io::Result<()> {
    for column in table.column_iter_mut() {
        column.set_padding((0, 2));
    }
    for l in table.lines() {
        writeln!(out, "{}", l.trim_end())?;
    }
    Ok(())
}

/// Scalars as they are, nested values as JSON, a header from the names of the fields.
fn csv<R: serde::Serialize>(out: &mut dyn Write, rows: &[R], header: bool) -> io::Result<()> {
    let mut writer = csv::Writer::from_writer(out);
    for (i, row) in rows.iter().enumerate() {
        let Value::Object(fields) = serde_json::to_value(row)? else { continue };
        if header && i == 0 {
            writer.write_record(fields.keys())?;
        }
        writer.write_record(fields.values().map(|v| match v {
            Value::Null => String::new(),
            Value::String(s) => mask::defuse(s).into_owned(),
            other => other.to_string(),
        }))?;
    }
    writer.flush()
}
