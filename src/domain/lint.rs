//! What is wrong, or soon will be, with a template: checked before anybody gets it.

use super::advert::{LABEL as AD_LABEL, Label, OPT_OUT};
use super::channel::{Channel, words};
use super::template::{MESSAGE, Spelling, Template, canonical};
use super::text::{self, ALIMTALK_CHARS, Charset, LMS_BYTES, SMS_BYTES, SUBJECT_BYTES};

words! {
    /// How much a finding weighs.
    Severity ("severity") {
        /// Worth knowing.
        Note = "note",
        /// Works, but probably not as meant.
        Warning = "warning",
        /// Cannot be sent like this, or must not.
        Error = "error",
    }
}

/// One thing to mend.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Finding {
    /// How much it weighs.
    pub severity: Severity,
    /// Stable name.
    pub code: &'static str,
    /// What is so.
    pub message: String,
    /// What to do.
    pub hint: String,
}

/// Whether a text calls itself an advertisement, in the right form.
pub fn is_labelled_ad(body: &Template) -> bool {
    Label::of(body.source()) == Label::Right
}

/// What is checked.
#[derive(Debug, Clone, Copy)]
pub struct Draft<'a> {
    /// The channel it is written for. Text channels are one: the length decides between SMS and LMS.
    pub channel: Channel,
    /// The text as its author wrote it; positions count in it.
    pub body: &'a Template,
    /// The text as it will be sent, the site's wrapper around it; lengths are its.
    pub whole: &'a Template,
    /// For LMS.
    pub subject: Option<&'a Template>,
    /// An advertisement.
    pub ad: bool,
    /// Which characters a text message may hold.
    pub charset: Charset,
    /// Variables it is meant to have, beside name, phone, e-mail and birth date; `None` allows any.
    pub declared: Option<&'a [&'a str]>,
}

/// All findings, the gravest first.
pub fn lint(draft: &Draft<'_>) -> Vec<Finding> {
    let mut out = Findings(Vec::new());
    out.length(draft);
    out.characters(draft);
    out.advertisement(draft);
    out.variables(draft);
    out.blanks(draft);
    out.links(draft);
    out.0.sort_by_key(|f| std::cmp::Reverse(f.severity));
    out.0
}

/// Fewest and most bytes that a body is likely to have: names of two to five syllables, other values of 1 to 20 bytes.
pub fn likely_bytes(body: &Template, charset: Charset) -> (usize, usize) {
    let values = body.places().map(|v| if v.canonical == "name" { (4, 10) } else { (1, 20) });
    let fixed = body.fixed(charset).bytes;
    values.fold((fixed, fixed), |(least, most), (a, b)| (least + a, most + b))
}

struct Findings(Vec<Finding>);

impl Findings {
    fn add(&mut self, severity: Severity, code: &'static str, message: String, hint: impl Into<String>) {
        self.0.push(Finding { severity, code, message, hint: hint.into() });
    }

    fn length(&mut self, d: &Draft<'_>) {
        let fixed = d.whole.fixed(d.charset);
        if d.body.source().is_empty() {
            self.add(Severity::Error, "empty", "the text is empty".into(), "Write something.");
            return;
        }
        if d.channel == Channel::Alimtalk {
            if fixed.chars > ALIMTALK_CHARS {
                let message = format!("the fixed text has {} characters, Alimtalk takes {ALIMTALK_CHARS}", fixed.chars);
                self.add(Severity::Error, "too-long", message, "Shorten it; variables count too.");
            }
        } else if d.channel.is_text() {
            self.text_length(d, fixed.bytes);
        }
        let subject = d.subject.map_or(0, |s| s.fixed(d.charset).bytes);
        if subject > SUBJECT_BYTES {
            let message = format!("the subject has {subject} bytes, {SUBJECT_BYTES} are possible");
            self.add(Severity::Error, "subject-too-long", message, "Twenty syllables fit.");
        }
        if d.subject.is_some_and(|s| !s.variables().is_empty()) {
            let message = "the subject has variables, it is the same for everybody".to_owned();
            self.add(Severity::Error, "subject-variable", message, "Write them in the text.");
        }
        if d.subject.is_some() && d.channel == Channel::Sms {
            let message = "an SMS has no subject".to_owned();
            self.add(Severity::Warning, "subject-makes-lms", message, "Drop the subject, or pay for LMS.");
        }
    }

    fn text_length(&mut self, d: &Draft<'_>, fixed: usize) {
        let (least, most) = likely_bytes(d.whole, d.charset);
        if fixed > LMS_BYTES {
            let message = format!("the fixed text has {fixed} bytes, a text message takes {LMS_BYTES}");
            self.add(Severity::Error, "too-long", message, "Shorten it; one syllable is two bytes.");
        } else if d.channel == Channel::Sms && fixed > SMS_BYTES {
            let message = format!("the fixed text alone has {fixed} bytes, an SMS takes {SMS_BYTES}");
            self.add(Severity::Warning, "always-lms", message, "Every recipient gets an LMS, at its price.");
        } else if d.subject.is_none() && least <= SMS_BYTES && most > SMS_BYTES {
            let message =
                format!("{least} to {most} bytes, depending on the values: some recipients get SMS, some LMS");
            let hint = format!("Save {} bytes to keep everybody at {SMS_BYTES}.", most - SMS_BYTES);
            self.add(Severity::Warning, "near-sms-limit", message, hint);
        } else if fixed <= LMS_BYTES && most > LMS_BYTES {
            let message = format!("up to {most} bytes with long values, a text message takes {LMS_BYTES}");
            self.add(Severity::Warning, "near-lms-limit", message, "Recipients with long values would be refused.");
        }
    }

    fn characters(&mut self, d: &Draft<'_>) {
        if d.channel == Channel::Alimtalk {
            if let Some(c) = d.body.source().chars().find(|c| c.is_control() && !matches!(c, '\n' | '\t')) {
                let message = format!("control character U+{:04X}", u32::from(c));
                self.add(Severity::Error, "control-character", message, "Delete it.");
            }
        } else if d.channel.is_text() {
            self.unencodable("text", d.body.source(), d.charset);
            if let Some(subject) = d.subject {
                self.unencodable("subject", subject.source(), d.charset);
            }
        }
    }

    fn unencodable(&mut self, what: &str, source: &str, charset: Charset) {
        let mut seen = Vec::new();
        for u in text::unencodable(source, charset) {
            if seen.contains(&u.ch) {
                continue;
            }
            let shown = u.ch.escape_debug();
            let message = format!("the {what} holds `{shown}` ({}) at {}, outside EUC-KR", u.code_points(), u.at + 1);
            let hint = match u.proposal.as_deref() {
                Some("") => "Delete it; it cannot be seen.".to_owned(),
                Some(better) => format!("Write `{}`.", better.escape_debug()),
                None => "Leave it out or write it in other words.".to_owned(),
            };
            self.add(Severity::Error, "unencodable", message, hint);
            seen.push(u.ch);
        }
    }

    fn advertisement(&mut self, d: &Draft<'_>) {
        let source = d.body.source();
        let label = Label::of(source);
        if !d.ad {
            if label != Label::None {
                let message = "the text opens like an advertisement".to_owned();
                let hint = "Send it with `--ad`, so that consent and quiet hours are checked.";
                self.add(Severity::Warning, "ad-not-declared", message, hint);
            }
            return;
        }
        if d.channel == Channel::Alimtalk {
            let message = "Alimtalk carries information only, no advertising".to_owned();
            self.add(Severity::Error, "ad-on-alimtalk", message, "Use `--strategy sms-only`.");
            return;
        }
        match label {
            Label::Right => {}
            Label::Wrong => {
                let message = format!("the label of an advertisement is exactly `{AD_LABEL}`, in this form");
                self.add(Severity::Error, "ad-label-form", message, "Other brackets, blanks or signs are a violation.");
            }
            Label::None => {
                let message = format!("an advertisement opens with `{AD_LABEL}`");
                self.add(Severity::Error, "ad-label-missing", message, "Put it before everything else.");
            }
        }
        self.opt_out(source);
    }

    fn opt_out(&mut self, source: &str) {
        let found = OPT_OUT.iter().filter_map(|word| source.rfind(word).map(|at| at + word.len())).max();
        let Some(after) = found else {
            let message = "no free way to opt out".to_owned();
            self.add(Severity::Error, "ad-no-opt-out", message, "End with `무료수신거부 080-123-4567`.");
            return;
        };
        let digits: String = source[after..].chars().filter(char::is_ascii_digit).collect();
        if !digits.starts_with("080") || digits.len() < 10 {
            // A link or a variable may stand there; a number that is not free may not.
            let other = source[after..].contains("http") || source[after..].contains(['{']);
            if !other {
                let message = "no 080 number follows the opt-out words".to_owned();
                self.add(
                    Severity::Error,
                    "ad-no-opt-out",
                    message,
                    "Opting out must cost nothing: name an 080 number.",
                );
            }
        } else if source[after..].trim_end().chars().count() > 20 {
            let message = "the opt-out is not at the end".to_owned();
            self.add(Severity::Warning, "ad-opt-out-not-last", message, "Move it behind everything else.");
        }
    }

    fn variables(&mut self, d: &Draft<'_>) {
        for v in d.body.variables() {
            let known = matches!(v.canonical.as_str(), "name" | "phone" | "email" | "birth_date" | MESSAGE);
            if let Some(declared) = d.declared
                && !known
                && !declared.iter().any(|name| canonical(name) == v.canonical)
            {
                let message = format!("the variable `{}` is not among those declared", v.name);
                self.add(Severity::Warning, "unknown-variable", message, nearest(&v.name, declared));
            }
            if d.channel == Channel::Alimtalk && v.name.contains('.') {
                let message = format!("the variable `{}` has a dot in its name", v.name);
                self.add(Severity::Error, "variable-with-dot", message, "Providers refuse it; name it otherwise.");
            }
        }
        let hashes = d.body.spellings().filter(|s| *s == Spelling::Hash).count();
        if hashes > 0 && d.body.spellings().count() > hashes {
            let message = "variables are written both as `#{x}` and as `{{x}}`".to_owned();
            self.add(Severity::Warning, "mixed-spelling", message, "Keep to one; Kakao knows `#{x}` only.");
        } else if hashes == 0 && d.channel == Channel::Alimtalk && !d.body.variables().is_empty() {
            let message = "variables are written as `{{x}}`".to_owned();
            self.add(Severity::Warning, "not-kakao-spelling", message, "The approved template has `#{x}`.");
        }
    }

    fn blanks(&mut self, d: &Draft<'_>) {
        let source = d.body.source();
        let blank = |line: &str| line.ends_with([' ', '\t', '\u{3000}', '\u{A0}']);
        if let Some((n, _)) = source.lines().enumerate().find(|(_, line)| blank(line)) {
            let (severity, hint) = if d.channel == Channel::Alimtalk {
                (Severity::Warning, "The approved template must have it too, to the blank: better delete it in both.")
            } else {
                (Severity::Note, "Nobody sees it, every one costs a byte.")
            };
            self.add(severity, "trailing-space", format!("line {} ends with a blank", n + 1), hint);
        }
        if source.ends_with('\n') {
            let hint = "Delete it; an Alimtalk must equal its template to the last character.";
            self.add(Severity::Note, "trailing-newline", "the text ends with an empty line".into(), hint);
        }
    }

    fn links(&mut self, d: &Draft<'_>) {
        if d.body.source().contains("http://") {
            let message = "a link begins with `http://`".to_owned();
            self.add(
                Severity::Warning,
                "http-link",
                message,
                "Use `https://`; handsets and spam filters warn of the other.",
            );
        }
    }
}

fn nearest(name: &str, declared: &[&str]) -> String {
    let best = declared
        .iter()
        .map(|d| (strsim::normalized_damerau_levenshtein(name, d), d))
        .filter(|(likeness, _)| *likeness >= 0.5)
        .max_by(|a, b| a.0.total_cmp(&b.0));
    match best {
        Some((_, d)) => format!("Did you mean `{d}`?"),
        None => "Every recipient needs a value for it; without one nothing is sent.".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(channel: Channel, ad: bool, subject: Option<&str>, body: &str) -> Vec<String> {
        let body = Template::parse(body).expect(body);
        let subject = subject.map(|s| Template::parse(s).expect(s));
        let declared: &[&str] = &["등급", "주문번호"];
        let (charset, declared) = (Charset::Ksx1001, Some(declared));
        let draft = Draft { channel, body: &body, whole: &body, subject: subject.as_ref(), ad, charset, declared };
        lint(&draft).into_iter().map(|f| format!("{}:{}", f.severity, f.code)).collect()
    }

    #[test]
    fn findings_of_single_faults() {
        use Channel::{Alimtalk, Lms, Sms};
        let ga = |n: usize| "가".repeat(n);
        let clean_ad = "(광고)우리가게 세일\n무료수신거부 080-123-4567";
        for (channel, ad, subject, body, expected) in [
            (Sms, false, None, "#{이름}님, 안녕하세요.".to_owned(), &[][..]),
            (Sms, true, None, clean_ad.to_owned(), &[]),
            (Sms, false, None, String::new(), &["error:empty"]),
            (Sms, false, None, ga(46), &["warning:always-lms"]),
            (Lms, false, None, ga(46), &[]),
            (Sms, false, None, format!("#{{이름}}{}a", ga(41)), &["warning:near-sms-limit"]),
            (Lms, false, Some("제목"), format!("#{{이름}}{}a", ga(41)), &[]),
            (Lms, false, None, ga(1001), &["error:too-long"]),
            (Lms, false, None, format!("#{{이름}}{}", ga(997)), &["warning:near-lms-limit"]),
            (Lms, false, Some(&*ga(21)), ga(50), &["error:subject-too-long"]),
            (Sms, false, Some("제목"), ga(5), &["warning:subject-makes-lms"]),
            (Lms, false, Some("#{이름}님"), ga(50), &["error:subject-variable"]),
            (Sms, false, None, "₩100 ₩200 👍".into(), &["error:unencodable", "error:unencodable"]),
            (Alimtalk, false, None, "₩100 👍".into(), &[]),
            (Alimtalk, false, None, ga(1001), &["error:too-long"]),
            (Alimtalk, false, None, "가\u{7}".into(), &["error:control-character"]),
            (Alimtalk, false, None, "가 \n나".into(), &["warning:trailing-space"]),
            (Sms, false, None, "가 \n나".into(), &["note:trailing-space"]),
            (Sms, false, None, "가\n".into(), &["note:trailing-newline"]),
            (Sms, false, None, "#{이름} {{등급}}".into(), &["warning:mixed-spelling"]),
            (Alimtalk, false, None, "{{이름}}".into(), &["warning:not-kakao-spelling"]),
            (Alimtalk, false, None, "#{등급.1}".into(), &["error:variable-with-dot", "warning:unknown-variable"]),
            (Sms, false, None, "#{쿠폰}".into(), &["warning:unknown-variable"]),
            (Sms, false, None, "http://example.com".into(), &["warning:http-link"]),
            (Sms, false, None, clean_ad.to_owned(), &["warning:ad-not-declared"]),
            (Alimtalk, true, None, "세일".into(), &["error:ad-on-alimtalk"]),
            (Sms, true, None, "세일 무료거부 0801234567".into(), &["error:ad-label-missing"]),
            (Sms, true, None, "[광고]세일 무료거부 0801234567".into(), &["error:ad-label-form"]),
            (Sms, true, None, "(광 고)세일 무료거부 0801234567".into(), &["error:ad-label-form"]),
            (Sms, true, None, "（광고）세일 무료거부 0801234567".into(), &["error:ad-label-form"]),
            (Sms, true, None, " (광고)세일 무료거부 0801234567".into(), &["error:ad-label-form"]),
            (Sms, true, None, "(광고)세일".into(), &["error:ad-no-opt-out"]),
            (Sms, true, None, "(광고)세일 무료거부 02-123-4567".into(), &["error:ad-no-opt-out"]),
            (Sms, true, None, format!("(광고)무료거부 0801234567 {}", ga(20)), &["warning:ad-opt-out-not-last"]),
        ] {
            assert_eq!(codes(channel, ad, subject, &body), expected, "{body}");
        }
    }

    #[test]
    fn findings_say_what_and_what_to_do() {
        let body = Template::parse("#{주문번헤} ₩5").expect("a template");
        let draft = Draft {
            channel: Channel::Sms,
            body: &body,
            whole: &body,
            subject: None,
            ad: false,
            charset: Charset::Ksx1001,
            declared: Some(&["주문번호"]),
        };
        let said: Vec<_> = lint(&draft).into_iter().map(|f| (f.message, f.hint)).collect();
        assert_eq!(
            said,
            [
                ("the text holds `₩` (U+20A9) at 9, outside EUC-KR".into(), "Write `￦`.".to_owned()),
                ("the variable `주문번헤` is not among those declared".into(), "Did you mean `주문번호`?".to_owned()),
            ]
        );
    }

    #[test]
    fn a_wrapper_counts_for_length_not_for_places() {
        let body = Template::parse(&format!("₩{}", "가".repeat(30))).expect("a template");
        let wrapper = Template::parse("#{이름}님, 안녕하세요. 한빛가게입니다. #{message}").expect("a template");
        let whole = Template::wrap(&wrapper, &body).expect("wrapped");
        let (charset, channel) = (Charset::Ksx1001, Channel::Sms);
        let draft = Draft { channel, body: &body, whole: &whole, subject: None, ad: false, charset, declared: None };
        let said: Vec<_> = lint(&draft).into_iter().map(|f| (f.code, f.message)).collect();
        assert_eq!(said[0], ("unencodable", "the text holds `₩` (U+20A9) at 1, outside EUC-KR".into()));
        assert_eq!(said[1].0, "always-lms");
    }

    #[test]
    fn likely_sizes_span_short_and_long_names() {
        let body = Template::parse("#{이름}님 #{등급}").expect("a template");
        assert_eq!(likely_bytes(&body, Charset::Ksx1001), (3 + 4 + 1, 3 + 10 + 20));
    }
}
