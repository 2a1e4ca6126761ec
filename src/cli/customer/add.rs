//! `msgctl customer add`

use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::cli::line::put;
use crate::ops::line::import::What;

/// Add a customer, or change one
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl customer add C1 --name 홍길동 --phone 010-1234-5678 --email hong@example.com
  msgctl customer add C2 --name 김철 --phone 010-2222-3333 --round-unit 1")]
pub struct AddArgs {
    /// The customer's code
    customer: String,
    /// Name
    #[arg(long, value_name = "NAME")]
    name: String,
    /// Mobile number
    #[arg(long, value_name = "NUMBER")]
    phone: String,
    /// E-mail address
    #[arg(long, value_name = "ADDRESS", default_value = "", hide_default_value = true)]
    email: String,
    /// Totals are cut to multiples of so many won: 1 or 10
    #[arg(long, value_name = "WON", default_value = "10")]
    round_unit: String,
    /// Do it and take it back
    #[arg(long)]
    dry_run: bool,
}

pub(super) async fn run(cx: &Ctx, a: AddArgs) -> Result<(), CliError> {
    let fields = [&a.customer, &a.name, &a.phone, &a.email, &a.round_unit].map(String::as_str);
    put::run(cx, What::Customers, &fields, a.dry_run).await
}
