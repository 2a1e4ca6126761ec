//! `msgctl customer`: whose lines they are.

mod add;
mod list;
mod show;

use super::ctx::Ctx;
use super::error::CliError;
use super::line::import;
use crate::ops::line::import::What;
use crate::ops::line::view::CustomerView;
use crate::ui::{Cell, Row};

/// Add, import, list and show the customers of lines
#[derive(clap::Subcommand, Debug)]
pub enum Command {
    Add(add::AddArgs),
    /// Import customers from a CSV file
    ///
    /// Columns: customer, name, phone, email, round_unit (1 or 10: totals are cut to multiples of so many won). Name,
    /// number and address are sealed before they reach the database.
    #[command(after_long_help = "Examples:
  msgctl customer import customers.csv
  zcat customers.csv.gz | msgctl customer import - --rejects rejects.csv --format json")]
    Import(import::ImportArgs),
    List(list::ListArgs),
    Show(show::ShowArgs),
}

impl Command {
    pub(super) async fn run(self, cx: &Ctx) -> Result<(), CliError> {
        match self {
            Self::Add(args) => add::run(cx, args).await,
            Self::Import(args) => import::run(cx, What::Customers, args).await,
            Self::List(args) => list::run(cx, args).await,
            Self::Show(args) => show::run(cx, args).await,
        }
    }
}

impl Row for CustomerView {
    const HEAD: &'static [&'static str] = &["CUSTOMER", "NAME", "PHONE", "E-MAIL", "ROUND UNIT", "LINES"];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::text(&self.customer),
            Cell::text(&self.name),
            Cell::text(&self.phone),
            Cell::maybe(self.email.as_ref()),
            Cell::count(self.round_unit),
            Cell::count(self.lines),
        ]
    }
}
