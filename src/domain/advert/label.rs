//! The label of an advertisement, and what people write instead of it.

use super::AdvertError;

/// What opens every advertisement (annex 6 of the decree).
pub const LABEL: &str = "(광고)";

/// How a text opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    /// `(광고)`, before everything else.
    Right,
    /// `[광고]`, `(광 고)`, `< 광고 >`, `광고)`, `(대출광고)`, or something before it.
    Wrong,
    /// Like any other text.
    None,
}

/// Signs that close a word in brackets.
const CLOSING: &[char] = &[')', ']', '>', '}', '）', '］', '〉', '》', '】', '＞', '｝', '"', '”', '\'', '’'];

impl Label {
    /// How `source` opens.
    pub fn of(source: &str) -> Self {
        if source.starts_with(LABEL) { Self::Right } else { misspelt(source).map_or(Self::None, |_| Self::Wrong) }
    }
}

/// What follows a misspelt label; `None` where there is no label at all.
fn misspelt(source: &str) -> Option<&str> {
    let near = source.char_indices().nth(12).map_or(source.len(), |(at, _)| at);
    if let Some(at) = source[..near].find(LABEL) {
        return Some(&source[at + LABEL.len()..]);
    }
    let sign = |c: char| !c.is_alphanumeric() && c != '#' && c != '{';
    let bare = source.trim_start_matches(sign);
    let signs_before = source[..source.len() - bare.len()].trim();
    if signs_before.ends_with(['(', '（'])
        && let Some(close) = bare.find([')', '）'])
        && bare[..close].chars().count() <= 8
        && bare[..close].trim_end().ends_with("광고")
    {
        return Some(&bare[close..]);
    }
    let rest = bare.strip_prefix('광')?;
    let inner = rest.trim_start_matches(sign);
    let split = rest.len() > inner.len();
    let rest = inner.strip_prefix('고')?;
    let word_ends = rest.chars().next().is_none_or(|c| !c.is_alphanumeric());
    let closed = rest.trim_start().starts_with(CLOSING);
    (split || closed || !signs_before.is_empty() && word_ends).then_some(rest)
}

/// The text behind the label, or all of it where there is none.
pub(super) fn strip(source: &str) -> Result<&str, AdvertError> {
    let wrong = |rest: &str| {
        let rest = rest.replace(LABEL, "");
        let rest = rest.trim_start_matches(|c: char| c.is_whitespace() || CLOSING.contains(&c));
        let opening: String = rest.chars().take_while(|c| *c != '\n').take(12).collect();
        let more = if opening.len() < rest.len() { "…" } else { "" };
        AdvertError::Label { proposal: format!("{LABEL}{opening}{more}") }
    };
    let body = match Label::of(source) {
        Label::Wrong => return Err(wrong(misspelt(source).unwrap_or(source))),
        Label::Right => &source[LABEL.len()..],
        Label::None => source,
    };
    if body.contains(LABEL) || Label::of(body.trim_start()) == Label::Wrong {
        return Err(wrong(misspelt(body.trim_start()).unwrap_or(body)));
    }
    Ok(body)
}
