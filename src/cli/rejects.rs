//! Where an import writes refused rows, and what is said of them.

use std::path::{Path, PathBuf};

use super::ctx::Ctx;
use super::error::{CliError, Kind};
use crate::ui::plural;

/// As given, or beside the input; nowhere for a stream.
pub(super) fn path(cx: &Ctx, input: &Path, given: Option<&Path>) -> Result<Option<PathBuf>, CliError> {
    let path = match given {
        Some(path) => path.to_owned(),
        None if input.as_os_str() == "-" => return Ok(None),
        None => {
            let mut name = input.as_os_str().to_owned();
            name.push(".rejects.csv");
            PathBuf::from(name)
        }
    };
    let real = |p: &Path| cx.path(p).canonicalize().ok();
    if real(&path).is_some() && real(&path) == real(input) {
        return Err(CliError::new(Kind::Usage, "`--rejects` names the input itself"));
    }
    Ok(Some(path))
}

/// Says how many rows were refused, and where they are: `file` is where they were written.
pub(super) fn tell(cx: &Ctx, rejected: u64, file: Option<&str>) {
    let rows = plural(rejected, "row");
    match file {
        Some(file) => cx.ui.hint(format_args!("{rows} refused: see {file}, mend and import the rows again.")),
        None if rejected > 0 => cx.ui.hint(format_args!(
            "{rows} refused, and written nowhere: name a file with `--rejects` and import again to see why."
        )),
        None => {}
    }
}
