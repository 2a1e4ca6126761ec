//! Message templates: text with variables, parsed once and rendered for every recipient.
//!
//! `#{name}` is Kakao's spelling, `{{name}}` the other one; both mean the same. Values are plain text: a `#{…}`
//! inside a value is never expanded, and a text that still holds one after rendering is refused, because an
//! Alimtalk would not match its approved template and a text message would show it to a customer.

use memchr::memmem;

use super::text::{self, Charset, Measure};

/// Most different variables in one template (Kakao's limit).
pub const MOST_VARIABLES: usize = 40;

/// The variable of a wrapper where the message itself goes; see [`canonical`].
pub const MESSAGE: &str = "message";

/// Names under which the same fact is known, the canonical one first.
const ALIASES: &[(&str, &[&str])] = &[
    ("name", &["이름", "회원명", "고객명", "성명", "성함", "수신자명", "수신자", "고객이름"]),
    ("phone", &["휴대폰", "휴대폰번호", "휴대전화", "핸드폰", "전화번호", "연락처", "mobile"]),
    ("email", &["이메일", "메일", "e-mail"]),
    ("birth_date", &["생년월일", "생일", "birthdate", "birthday"]),
    (MESSAGE, &["원본메시지", "메시지", "내용"]),
];

/// The canonical name of a variable: `이름`, `회원명` and `Name` are `name`; unknown names are themselves.
pub fn canonical(name: &str) -> &str {
    let same = |word: &str| word.eq_ignore_ascii_case(name);
    ALIASES
        .iter()
        .find(|(main, others)| same(main) || others.iter().any(|other| same(other)))
        .map_or(name, |(main, _)| main)
}

/// How a placeholder is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spelling {
    /// `#{name}`.
    Hash,
    /// `{{name}}`.
    Braces,
}

/// A variable of a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variable {
    /// As written, trimmed.
    pub name: String,
    /// See [`canonical`]; what [`Template::render`] asks for.
    pub canonical: String,
}

/// Fixed text, then a variable.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Step {
    /// Where the fixed text before the variable ends in `fixed`.
    until: usize,
    /// Index into `variables`.
    variable: usize,
    spelling: Spelling,
}

/// A parsed template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    source: String,
    /// All fixed text, one piece after the other.
    fixed: String,
    steps: Vec<Step>,
    variables: Vec<Variable>,
    /// A brace or hash of the fixed text touches a variable: every rendering is searched for placeholders.
    touching: bool,
    sizes: [Measure; 2],
}

/// A template by name, at its newest version or at one: `order`, `order@3`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateRef {
    /// Its name.
    pub name: String,
    /// `None` for the newest.
    pub version: Option<i64>,
}

/// Why a text names no template.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a template's name: 1 to 40 letters, digits, `-` and `_`, then perhaps `@` and a version")]
pub struct ParseRefError(String);

impl std::str::FromStr for TemplateRef {
    type Err = ParseRefError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let bad = || ParseRefError(text.to_owned());
        let (name, version) = match text.split_once('@') {
            Some((name, version)) => {
                let n = version.parse().ok().filter(|n| *n > 0 && version.bytes().all(|b| b.is_ascii_digit()));
                (name, Some(n.ok_or_else(bad)?))
            }
            None => (text, None),
        };
        let length = name.chars().count();
        let good = (1..=40).contains(&length) && name.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_');
        if good { Ok(Self { name: name.to_owned(), version }) } else { Err(bad()) }
    }
}

impl std::fmt::Display for TemplateRef {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.version {
            Some(version) => write!(f, "{}@{version}", self.name),
            None => f.write_str(&self.name),
        }
    }
}

/// What is wrong with a template's text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Defect {
    /// `#{` or `{{` without its end.
    #[error("`{0}` is never closed")]
    Unclosed(&'static str),
    /// `#{}` or `{{ }}`.
    #[error("a variable without a name")]
    NoName,
    /// A brace or a line break inside a placeholder.
    #[error("a variable's name cannot hold {0:?}")]
    BadName(char),
    /// More than Kakao allows.
    #[error("more than {MOST_VARIABLES} different variables")]
    TooMany,
    /// A wrapper that would drop the message.
    #[error("a wrapper needs a variable `원본메시지` or `message` where the message goes")]
    NoMessage,
}

/// A [`Defect`] and where it is.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, column {column}: {defect}")]
pub struct TemplateError {
    /// What is wrong.
    pub defect: Defect,
    /// Position in characters from 0.
    pub at: usize,
    /// Line from 1.
    pub line: usize,
    /// Column in characters from 1.
    pub column: usize,
}

impl TemplateError {
    fn new(defect: Defect, source: &str, byte: usize) -> Self {
        let before = &source[..byte];
        let line_start = before.rfind('\n').map_or(0, |n| n + 1);
        Self {
            defect,
            at: before.chars().count(),
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
        }
    }
}

/// Why a recipient's text cannot be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RenderError {
    /// No value at all.
    #[error("variable `{0}` has no value")]
    Undefined(String),
    /// Only white space.
    #[error("variable `{0}` is empty")]
    Empty(String),
    /// A value brought a placeholder along.
    #[error("the text would show a placeholder (`#{{…}}` or `{{{{…}}}}`) that came from a value")]
    Placeholder,
}

impl RenderError {
    /// What to do about it.
    pub const fn hint(&self) -> &'static str {
        match self {
            Self::Undefined(_) | Self::Empty(_) => "Give it with `--var NAME=VALUE`, or with the recipients.",
            Self::Placeholder => "Take the braces out of the value.",
        }
    }
}

impl Template {
    /// Reads a template. The text is normalised first ([`text::normalise`]); positions count in the result.
    pub fn parse(source: &str) -> Result<Self, TemplateError> {
        let source = text::normalise(source).into_owned();
        let mut out = Self::empty();
        let mut rest = 0;
        while let Some((start, spelling)) = next_placeholder(&source, rest) {
            let (open, close) = spelling.marks();
            let fail = |defect, byte| TemplateError::new(defect, &source, byte);
            let inside = start + open.len();
            // A name ends with its line: a forgotten brace is found where it was forgotten.
            let end = source[inside..].find(['{', '}', '\n']).map_or(source.len(), |n| inside + n);
            if !source[end..].starts_with(close) {
                return Err(match source[end..].chars().next() {
                    Some(c @ ('{' | '}')) => fail(Defect::BadName(c), end),
                    _ => fail(Defect::Unclosed(open), start),
                });
            }
            let name = source[inside..end].trim();
            if name.is_empty() {
                return Err(fail(Defect::NoName, start));
            }
            out.push_fixed(&source[rest..start]);
            out.push_variable(name, spelling).map_err(|defect| fail(defect, start))?;
            rest = end + close.len();
        }
        out.push_fixed(&source[rest..]);
        out.source = source;
        Ok(out.finish())
    }

    /// `wrapper` with `inner` in the place of its message variable, so that one pass renders both.
    pub fn wrap(wrapper: &Self, inner: &Self) -> Result<Self, TemplateError> {
        let fail = |defect| TemplateError::new(defect, &wrapper.source, 0);
        let mut out = Self::empty();
        let mut found = false;
        for (fixed, step) in wrapper.pieces() {
            out.push_fixed(fixed);
            out.source.push_str(fixed);
            let Some((variable, spelling)) = step else { continue };
            if variable.canonical == MESSAGE {
                found = true;
                out.append(inner).map_err(fail)?;
            } else {
                out.push_variable(&variable.name, spelling).map_err(fail)?;
                out.source.push_str(&spelling.write(&variable.name));
            }
        }
        if found { Ok(out.finish()) } else { Err(fail(Defect::NoMessage)) }
    }

    fn append(&mut self, inner: &Self) -> Result<(), Defect> {
        for (fixed, step) in inner.pieces() {
            self.push_fixed(fixed);
            if let Some((variable, spelling)) = step {
                self.push_variable(&variable.name, spelling)?;
            }
        }
        self.source.push_str(&inner.source);
        Ok(())
    }

    /// The text as written, normalised.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Different variables, in order of first appearance. Two spellings of one fact (`이름`, `name`) are two.
    pub fn variables(&self) -> &[Variable] {
        &self.variables
    }

    /// The variable of every place where one stands, in order.
    pub fn places(&self) -> impl Iterator<Item = &Variable> {
        self.steps.iter().map(|s| &self.variables[s.variable])
    }

    /// How the placeholders are written, in order.
    pub fn spellings(&self) -> impl Iterator<Item = Spelling> {
        self.steps.iter().map(|s| s.spelling)
    }

    /// Size of the fixed text alone.
    pub fn fixed(&self, charset: Charset) -> Measure {
        self.sizes[slot(charset)]
    }

    /// Writes the text of one recipient to the end of `out`, which is left as it was on an error.
    ///
    /// `lookup` is asked by canonical name, once for each place a variable stands. Values are normalised.
    pub fn render<'v>(
        &self,
        mut lookup: impl FnMut(&str) -> Option<&'v str>,
        out: &mut String,
    ) -> Result<(), RenderError> {
        let begin = out.len();
        let done = self.render_steps(&mut lookup, out, begin);
        if done.is_err() {
            out.truncate(begin);
        }
        done
    }

    fn render_steps<'v>(
        &self,
        lookup: &mut impl FnMut(&str) -> Option<&'v str>,
        out: &mut String,
        begin: usize,
    ) -> Result<(), RenderError> {
        let mut from = 0;
        let mut suspect = self.touching;
        for step in &self.steps {
            out.push_str(&self.fixed[from..step.until]);
            from = step.until;
            let value = self.value(step, lookup)?;
            suspect |= has_brace(value);
            out.push_str(&text::normalise(value));
        }
        out.push_str(&self.fixed[from..]);
        if suspect && holds_placeholder(&out[begin..]) { Err(RenderError::Placeholder) } else { Ok(()) }
    }

    fn value<'v>(&self, step: &Step, lookup: &mut impl FnMut(&str) -> Option<&'v str>) -> Result<&'v str, RenderError> {
        let variable = &self.variables[step.variable];
        match lookup(&variable.canonical) {
            None => Err(RenderError::Undefined(variable.name.clone())),
            Some(value) if value.trim().is_empty() => Err(RenderError::Empty(variable.name.clone())),
            Some(value) => Ok(value),
        }
    }

    /// The size of the text that [`Template::render`] would make, mostly without making it.
    ///
    /// Sizes add up as long as every value is clean; otherwise the text is rendered into `scratch` and counted.
    pub fn measure<'v>(
        &self,
        mut lookup: impl FnMut(&str) -> Option<&'v str>,
        charset: Charset,
        scratch: &mut String,
    ) -> Result<Measure, RenderError> {
        let mut size = self.fixed(charset);
        let mut plain = !self.touching && size.clean;
        for step in &self.steps {
            if !plain {
                break;
            }
            let value = self.value(step, &mut lookup)?;
            let m = text::measure(value, charset);
            plain = m.clean && !has_brace(value);
            size = size.plus(m);
        }
        if plain {
            return Ok(size);
        }
        scratch.clear();
        self.render(lookup, scratch)?;
        Ok(text::measure(&text::normalise(scratch), charset))
    }

    fn empty() -> Self {
        Self {
            source: String::new(),
            fixed: String::new(),
            steps: Vec::new(),
            variables: Vec::new(),
            touching: false,
            sizes: [Measure::EMPTY; 2],
        }
    }

    fn push_fixed(&mut self, text: &str) {
        self.fixed.push_str(text);
    }

    fn push_variable(&mut self, name: &str, spelling: Spelling) -> Result<(), Defect> {
        let variable = match self.variables.iter().position(|v| v.name == name) {
            Some(known) => known,
            None if self.variables.len() == MOST_VARIABLES => return Err(Defect::TooMany),
            None => {
                self.variables.push(Variable { name: name.to_owned(), canonical: canonical(name).to_owned() });
                self.variables.len() - 1
            }
        };
        self.steps.push(Step { until: self.fixed.len(), variable, spelling });
        Ok(())
    }

    fn finish(mut self) -> Self {
        self.sizes = [Charset::Ksx1001, Charset::Cp949].map(|c| text::measure(&self.fixed, c));
        self.touching = holds_placeholder(&self.fixed)
            || self.pieces().any(|(fixed, _)| fixed.starts_with(['{', '}']) || fixed.ends_with(['#', '{', '}']));
        self
    }

    /// Fixed text and the variable after it; the last piece has none.
    fn pieces(&self) -> impl Iterator<Item = (&str, Option<(&Variable, Spelling)>)> {
        let starts = std::iter::once(0).chain(self.steps.iter().map(|s| s.until));
        let ends = self.steps.iter().map(Some).chain(std::iter::once(None));
        starts.zip(ends).map(|(from, step)| match step {
            Some(s) => (&self.fixed[from..s.until], Some((&self.variables[s.variable], s.spelling))),
            None => (&self.fixed[from..], None),
        })
    }
}

impl Spelling {
    const fn marks(self) -> (&'static str, &'static str) {
        match self {
            Self::Hash => ("#{", "}"),
            Self::Braces => ("{{", "}}"),
        }
    }

    /// A placeholder of this spelling.
    pub fn write(self, name: &str) -> String {
        let (open, close) = self.marks();
        format!("{open}{name}{close}")
    }
}

impl std::fmt::Display for Template {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.source)
    }
}

impl std::str::FromStr for Template {
    type Err = TemplateError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

const fn slot(charset: Charset) -> usize {
    match charset {
        Charset::Ksx1001 => 0,
        Charset::Cp949 => 1,
    }
}

/// Where the next placeholder opens.
fn next_placeholder(source: &str, from: usize) -> Option<(usize, Spelling)> {
    let find = |spelling: Spelling| source[from..].find(spelling.marks().0).map(|n| (from + n, spelling));
    match (find(Spelling::Hash), find(Spelling::Braces)) {
        (Some(a), Some(b)) => Some(if a.0 <= b.0 { a } else { b }),
        (a, b) => a.or(b),
    }
}

fn has_brace(value: &str) -> bool {
    memchr::memchr3(b'{', b'}', b'#', value.as_bytes()).is_some()
}

/// `#{…}` or `{{…}}` literally in a text.
fn holds_placeholder(text: &str) -> bool {
    let pair = |open: &str, close: &str| {
        memmem::find(text.as_bytes(), open.as_bytes())
            .is_some_and(|n| memmem::find(&text.as_bytes()[n + open.len()..], close.as_bytes()).is_some())
    };
    pair("#{", "}") || pair("{{", "}}")
}

#[cfg(test)]
mod tests;
