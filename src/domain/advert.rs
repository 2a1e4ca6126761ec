//! The law on advertising by message: how a text must look, whose consent holds, and when it may go.
//!
//! Sources: Act on Promotion of Information and Communications Network Utilization and Information Protection, art. 50
//! (1) consent, (3) night, (4) label, name, contact and opt-out, (6) opting out is free, (8) consent is confirmed anew;
//! its Enforcement Decree, art. 61, annex 6 and art. 62-3; KISA's guide against illegal spam (other spellings of the
//! label are violations); Kakao's rules for messages with advertising (until 20:50).

use jiff::civil::{Date, Time};

use super::channel::Channel;
use super::time::{Micros, kst};

mod label;

pub use label::{LABEL, Label};

/// How the free opt-out is introduced; its number follows.
pub const OPT_OUT: &[&str] = &["무료수신거부", "무료거부", "무료 수신거부"];

/// From when to when advertising needs a consent of its own, wall time of Korea (art. 50 (3)).
pub const NIGHT: Hours = (Time::constant(21, 0, 0, 0), Time::constant(8, 0, 0, 0));

/// The same on Kakao's channels.
pub const KAKAO_NIGHT: Hours = (Time::constant(20, 50, 0, 0), Time::constant(8, 0, 0, 0));

/// From .0 to .1 on a Korean clock, .1 not included; over midnight where .1 is the earlier one, nothing where both
/// are equal.
pub type Hours = (Time, Time);

const DAY: i64 = 86_400_000_000;
const KST: i64 = 9 * 3_600_000_000;

/// Who advertises, as the text must say.
#[derive(Debug, Clone, Copy)]
pub struct Advertiser<'a> {
    /// The name that recipients know.
    pub title: &'a str,
    /// Where to ask.
    pub contact: Option<&'a str>,
    /// The free number for opting out.
    pub optout: Option<&'a str>,
}

/// Why a text cannot go out as advertising.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AdvertError {
    /// Nothing is advertised.
    #[error("the text is empty")]
    Empty,
    /// `[광고]`, `(광 고)`, something before it, or twice.
    #[error("the label of an advertisement is exactly `{LABEL}`, once, before everything else")]
    Label {
        /// How it could begin.
        proposal: String,
    },
    /// The site has no telephone for questions.
    #[error("advertising must name a contact, and the site has none")]
    NoContact,
    /// The site has no number for opting out.
    #[error("advertising must name a free opt-out number, and the site has none")]
    NoOptOut,
    /// A number that costs the caller.
    #[error("the opt-out number `{0}` is not free of charge: it must begin with 080")]
    NotFree(String),
    /// The text ends otherwise.
    #[error("the text names an opt-out, but not as `{0}` at its end")]
    OptOut(String),
    /// The name would be read as a variable.
    #[error("the title `{0}` of the site would be read as a variable")]
    Title(String),
}

impl AdvertError {
    /// What to do about it; `site` is its short name.
    pub fn hint(&self, site: &str) -> String {
        match self {
            Self::Empty => "Say what is advertised; label, name, contact and opt-out are added.".to_owned(),
            Self::Label { proposal } => {
                format!("Write `{proposal}`, or leave the label out: `--ad` puts it there.")
            }
            Self::NoContact => format!("Give it one: `msgctl site set {site} --contact 02-1234-5678`."),
            Self::NoOptOut | Self::NotFree(_) => {
                format!("Give it one: `msgctl site set {site} --optout 080-123-4567`.")
            }
            Self::OptOut(line) => format!("Leave it out of the text: `--ad` ends it with `{line}`."),
            Self::Title(_) => format!("Change it: `msgctl site set {site} --title NAME`."),
        }
    }
}

/// The text as it goes out: label, name, text, contact, free opt-out; what stands there in the right form already is
/// not added once more. Variables of the text stay what they are.
///
/// # Errors
/// Why it cannot be advertising.
pub fn text(by: &Advertiser<'_>, source: &str) -> Result<String, AdvertError> {
    let title = by.title.trim();
    if title.contains("#{") || title.contains("{{") {
        return Err(AdvertError::Title(title.to_owned()));
    }
    let contact = by.contact.map(str::trim).filter(|c| !c.is_empty()).ok_or(AdvertError::NoContact)?;
    let optout = by.optout.map(str::trim).filter(|c| !c.is_empty()).ok_or(AdvertError::NoOptOut)?;
    if !is_free(optout) {
        return Err(AdvertError::NotFree(optout.to_owned()));
    }
    let source = source.trim_end();
    if source.is_empty() {
        return Err(AdvertError::Empty);
    }
    let body = label::strip(source)?;
    let (body, ending) = split_opt_out(body, optout)?;
    let mut out = LABEL.to_owned();
    if body.trim_start_matches(OPENING).starts_with(title) {
        out.push_str(body);
    } else {
        out.push_str(title);
        out.push('\n');
        out.push_str(body.trim_start());
    }
    let digits = digits(contact);
    let named = body.contains(contact) || digits.len() >= 7 && squeezed(body).contains(&digits);
    if !named {
        out.push_str("\n문의 ");
        out.push_str(contact);
    }
    out.push('\n');
    out.push_str(&ending.map_or_else(|| opt_out_line(optout), ToOwned::to_owned));
    Ok(out)
}

/// The subject as it goes out: the label first.
///
/// # Errors
/// The label in another spelling.
pub fn subject(source: &str) -> Result<String, AdvertError> {
    Ok(format!("{LABEL}{}", label::strip(source)?))
}

/// Whether calling a number costs nothing: 080 and seven or eight digits.
pub fn is_free(number: &str) -> bool {
    let digits = digits(number);
    let plain = number.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | ' ' | '.'));
    plain && digits.starts_with("080") && matches!(digits.len(), 10 | 11)
}

/// What may stand between the label and the sender's name.
const OPENING: &[char] = &[' ', '\n', '[', '<', '【', '〈', '《'];

fn opt_out_line(number: &str) -> String {
    format!("{} {number}", OPT_OUT[0])
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// Without what people put between the digits of a number.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, '-' | ' ' | '.' | '(' | ')')).collect()
}

/// The text before its opt-out, and the opt-out where the text has it in the right form at the end.
fn split_opt_out<'t>(source: &'t str, optout: &str) -> Result<(&'t str, Option<&'t str>), AdvertError> {
    let found = OPT_OUT.iter().filter_map(|word| source.rfind(word).map(|at| (at, at + word.len()))).max();
    let Some((at, after)) = found else { return Ok((source, None)) };
    let tail = &source[after..];
    let only_number = tail.chars().all(|c| c.is_ascii_digit() || " -.:()☎".contains(c));
    if !only_number || digits(tail) != digits(optout) || source[..at].trim().is_empty() {
        return Err(AdvertError::OptOut(opt_out_line(optout)));
    }
    Ok((source[..at].trim_end(), Some(&source[at..])))
}

/// Whether a consent holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Consent {
    /// It does.
    Valid,
    /// None was given.
    Missing,
    /// Its date has not come yet.
    Future,
    /// It had to be confirmed anew.
    Expired,
}

/// Whether a consent given then, as known `now`, holds at the planned time of sending.
pub fn consent(given: Option<Micros>, now: Micros, at: Micros) -> Consent {
    match given {
        None => Consent::Missing,
        Some(given) if given > now => Consent::Future,
        // no calendar is needed for most people: two years less a day are 729 days or more
        Some(given) if at.0 < given.0.saturating_add(729 * DAY) => Consent::Valid,
        Some(given) if at >= expires_at(given) => Consent::Expired,
        Some(_) => Consent::Valid,
    }
}

/// The first moment at which a consent must have been confirmed anew: midnight, in Korea, of the day two years on.
///
/// Two years are up before the same day of the second year (Decree, art. 62-3 (1)). Who consented on a 29 February has
/// until the end of the 28th, the last day of that month (Civil Act, art. 160 (3)).
pub fn expires_at(given: Micros) -> Micros {
    let day = given.kst_date();
    let year = day.year().saturating_add(2);
    let same = Date::new(year, day.month(), day.day()).or_else(|_| Date::new(year, 3, 1));
    let midnight = same.and_then(|d| d.to_zoned(kst()));
    midnight.map_or(Micros(i64::MAX), |z| Micros::from(z.timestamp()))
}

/// When advertising on a channel may go that is ready at `at`: `None` at once, otherwise the next opening.
///
/// `night_consent` is whether the person's consent to advertising at night holds. The law's hours always apply, and
/// Kakao's on its channels; `hours` can only add to them.
pub fn opens_at(channel: Channel, at: Micros, night_consent: bool, hours: Hours) -> Option<Micros> {
    if night_consent {
        return None;
    }
    let mut t = at;
    // the end of one closed span may lie in the other
    for _ in 0..4 {
        let Some(left) = closed(channel, hours).into_iter().find_map(|h| left_of(h, of_day(t))) else { break };
        t = Micros(t.0.saturating_add(left));
    }
    (t > at).then_some(t)
}

/// When advertising on a channel must next pause for whoever gave no consent to the night; `at` itself where it is
/// closed already.
pub fn closes_at(channel: Channel, at: Micros, hours: Hours) -> Micros {
    if opens_at(channel, at, false, hours).is_some() {
        return at;
    }
    let now = of_day(at);
    let spans = closed(channel, hours).into_iter().filter(|(from, to)| from != to);
    let next = spans.map(|(from, _)| (micros(from) - now).rem_euclid(DAY)).min();
    Micros(at.0.saturating_add(next.unwrap_or(DAY)))
}

fn closed(channel: Channel, hours: Hours) -> [Hours; 2] {
    [if channel == Channel::Alimtalk { KAKAO_NIGHT } else { NIGHT }, hours]
}

/// How much of a closed span is left at a time of the day; `None` outside it.
fn left_of((from, to): Hours, now: i64) -> Option<i64> {
    let (from, to) = (micros(from), micros(to));
    match from.cmp(&to) {
        std::cmp::Ordering::Equal => None,
        std::cmp::Ordering::Less => (from..to).contains(&now).then(|| to - now),
        std::cmp::Ordering::Greater if now >= from => Some(DAY - now + to),
        std::cmp::Ordering::Greater => (now < to).then(|| to - now),
    }
}

/// Microseconds since midnight in Korea.
const fn of_day(at: Micros) -> i64 {
    at.0.saturating_add(KST).rem_euclid(DAY)
}

fn micros(t: Time) -> i64 {
    (i64::from(t.hour()) * 3600 + i64::from(t.minute()) * 60 + i64::from(t.second())) * 1_000_000
}

#[cfg(test)]
mod tests;
