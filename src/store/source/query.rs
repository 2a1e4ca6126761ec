//! The operator's query: one that only reads, its `:from` and `:to` turned into bind parameters.

use super::Engine;

/// Why a query is not run.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum QueryFault {
    /// It begins with another word than SELECT or WITH.
    #[error("it must be one SELECT (or WITH … SELECT), and begins with `{0}`")]
    NotASelect(String),
    /// Something follows the semicolon.
    #[error("it must be one statement, and another follows the semicolon")]
    Several,
    /// A quote, a bracket or a comment does not end.
    #[error("a {0} is not closed")]
    Open(&'static str),
    /// A parameter that nobody fills.
    #[error("it uses the parameter `{0}`; there are `:from` and `:to`, the first and the last birth date")]
    Stranger(String),
    /// Without both ends it would give people of every age.
    #[error("it does not use `:{0}`, so it cannot tell one age group from another")]
    Lacks(&'static str),
}

/// A query cut at its parameters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Query(Vec<Piece>);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Text(String),
    Side(Side),
}

/// One end of the range of birth dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    From,
    To,
}

impl Query {
    /// Cuts `text` as `engine` reads it: parameters in literals, quoted names and comments are none.
    pub(super) fn parse(text: &str, engine: Engine) -> Result<Self, QueryFault> {
        let mut scan = Scan { text, at: 0, engine };
        let mut pieces = Vec::new();
        let (mut kept, mut begun) = (0, false);
        while let Some(c) = scan.peek() {
            let start = scan.at;
            if c == ';' {
                scan.at += 1;
                scan.blanks()?;
                if scan.peek().is_some() {
                    return Err(QueryFault::Several);
                }
                pieces.push(Piece::Text(text[kept..start].to_owned()));
                kept = text.len();
                break;
            }
            if scan.skip_blank()? || scan.skip_quoted()? {
                continue;
            }
            if !begun {
                let word = scan.word().to_owned();
                if !["select", "with"].iter().any(|w| word.eq_ignore_ascii_case(w)) {
                    let shown = if word.is_empty() { c.to_string() } else { word };
                    return Err(QueryFault::NotASelect(shown));
                }
                begun = true;
                continue;
            }
            match c {
                ':' if scan.rest().starts_with("::") => scan.at += 2,
                ':' => {
                    scan.at += 1;
                    let side = match scan.word() {
                        "" => continue,
                        w if w.eq_ignore_ascii_case("from") => Side::From,
                        w if w.eq_ignore_ascii_case("to") => Side::To,
                        other => return Err(QueryFault::Stranger(format!(":{other}"))),
                    };
                    pieces.push(Piece::Text(text[kept..start].to_owned()));
                    pieces.push(Piece::Side(side));
                    kept = scan.at;
                }
                _ if scan.foreign_parameter() => {
                    scan.at += 1;
                    let name = scan.word();
                    return Err(QueryFault::Stranger(format!("{c}{name}")));
                }
                c if c.is_alphanumeric() || c == '_' => {
                    scan.word();
                }
                c => scan.at += c.len_utf8(),
            }
        }
        if !begun {
            return Err(QueryFault::NotASelect(String::new()));
        }
        pieces.push(Piece::Text(text[kept..].to_owned()));
        for (side, name) in [(Side::From, "from"), (Side::To, "to")] {
            if !pieces.contains(&Piece::Side(side)) {
                return Err(QueryFault::Lacks(name));
            }
        }
        Ok(Self(pieces))
    }

    /// The statement with `placeholder` for each parameter, and the order in which they are bound.
    pub(super) fn render(&self, mut placeholder: impl FnMut(Side) -> String) -> (String, Vec<Side>) {
        let (mut sql, mut order) = (String::new(), Vec::new());
        for piece in &self.0 {
            match piece {
                Piece::Text(t) => sql.push_str(t),
                Piece::Side(s) => {
                    sql.push_str(&placeholder(*s));
                    order.push(*s);
                }
            }
        }
        (sql, order)
    }
}

struct Scan<'a> {
    text: &'a str,
    at: usize,
    engine: Engine,
}

impl<'a> Scan<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Letters, digits and underscores from here on; passes them.
    fn word(&mut self) -> &'a str {
        let rest = self.rest();
        let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len());
        self.at += end;
        &rest[..end]
    }

    fn blanks(&mut self) -> Result<(), QueryFault> {
        while self.peek().is_some() && self.skip_blank()? {}
        Ok(())
    }

    /// Passes a blank or a comment.
    fn skip_blank(&mut self) -> Result<bool, QueryFault> {
        let rest = self.rest();
        let mysql = self.engine == Engine::MySql;
        // in MySQL `--` is a comment only before a blank, and `#` is one too
        let line = (rest.starts_with("--") && (!mysql || !rest[2..].starts_with(|c: char| !c.is_whitespace())))
            || (mysql && rest.starts_with('#'));
        if line {
            self.at += rest.find('\n').unwrap_or(rest.len());
            return Ok(true);
        }
        if rest.starts_with("/*") {
            self.block_comment()?;
            return Ok(true);
        }
        let blank = rest.chars().next().filter(|c| c.is_whitespace());
        self.at += blank.map_or(0, char::len_utf8);
        Ok(blank.is_some())
    }

    fn block_comment(&mut self) -> Result<(), QueryFault> {
        let mut depth = 0_u32;
        loop {
            let rest = self.rest();
            if rest.starts_with("/*") && (depth == 0 || self.engine == Engine::Postgres) {
                depth += 1;
                self.at += 2;
            } else if rest.starts_with("*/") {
                depth -= 1;
                self.at += 2;
                if depth == 0 {
                    return Ok(());
                }
            } else {
                self.at += self.peek().ok_or(QueryFault::Open("comment"))?.len_utf8();
            }
        }
    }

    /// Passes a literal or a quoted name.
    fn skip_quoted(&mut self) -> Result<bool, QueryFault> {
        let rest = self.rest();
        let mysql = self.engine == Engine::MySql;
        let (opening, close, backslash, what) = match rest.as_bytes() {
            [b'\'', ..] => (1, '\'', mysql, "quote"),
            [b'e' | b'E', b'\'', ..] if self.engine == Engine::Postgres => (2, '\'', true, "quote"),
            [b'"', ..] => (1, '"', mysql, "quote"),
            [b'`', ..] if self.engine != Engine::Postgres => (1, '`', false, "quote"),
            [b'[', ..] if self.engine == Engine::Sqlite => (1, ']', false, "bracket"),
            [b'$', ..] if self.engine == Engine::Postgres => return self.dollar_quoted(),
            _ => return Ok(false),
        };
        self.at += opening;
        loop {
            let c = self.peek().ok_or(QueryFault::Open(what))?;
            self.at += c.len_utf8();
            if c == '\\' && backslash {
                self.at += self.peek().ok_or(QueryFault::Open(what))?.len_utf8();
            } else if c == close {
                // doubled, it stands for itself
                if self.peek() != Some(close) || close == ']' {
                    return Ok(true);
                }
                self.at += 1;
            }
        }
    }

    /// `$$…$$`, `$tag$…$tag$`.
    fn dollar_quoted(&mut self) -> Result<bool, QueryFault> {
        let rest = self.rest();
        let tag_end = rest[1..].find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len() - 1) + 1;
        if !rest[tag_end..].starts_with('$') || rest[1..].starts_with(|c: char| c.is_ascii_digit()) {
            return Ok(false);
        }
        let tag = &rest[..=tag_end];
        let end = rest[tag.len()..].find(tag).ok_or(QueryFault::Open("dollar quote"))?;
        self.at += 2 * tag.len() + end;
        Ok(true)
    }

    /// Whether a parameter of the engine's own kind begins here: nobody would bind it.
    fn foreign_parameter(&self) -> bool {
        let rest = self.rest();
        let next = rest.chars().nth(1);
        match self.engine {
            Engine::Sqlite => rest.starts_with(['?', '@', '$']),
            Engine::Postgres => rest.starts_with('$') && next.is_some_and(|c| c.is_ascii_digit()),
            Engine::MySql => rest.starts_with('?'),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rendered(text: &str, engine: Engine) -> Result<String, QueryFault> {
        let name = |s| if s == Side::From { "<F>".to_owned() } else { "<T>".to_owned() };
        Query::parse(text, engine).map(|q| q.render(name).0)
    }

    #[test]
    fn parameters_are_found_where_they_are_parameters() {
        let all = [Engine::Sqlite, Engine::Postgres, Engine::MySql];
        for (text, shown, engines) in [
            ("select a from m where b between :from and :to", "select a from m where b between <F> and <T>", &all[..]),
            (
                "SELECT ':from', \":to\" FROM m WHERE b>=:FROM AND b<=:To;",
                "SELECT ':from', \":to\" FROM m WHERE b>=<F> AND b<=<T>",
                &all,
            ),
            (
                "with x as (select 1) select :to, :from, :to ; -- :x\n /* ; */",
                "with x as (select 1) select <T>, <F>, <T> ",
                &all,
            ),
            ("-- :a\nselect/* :b 'x */:from,:to,'it''s :c'", "-- :a\nselect/* :b 'x */<F>,<T>,'it''s :c'", &all),
            (
                "select b::date, $$ :x $$, $q$ $$ :y $q$, E'\\' :z', /* /* */ :w */ :from, :to",
                "select b::date, $$ :x $$, $q$ $$ :y $q$, E'\\' :z', /* /* */ :w */ <F>, <T>",
                &all[1..2],
            ),
            ("select 'a\\':x', `b:y`, 3--:from, :to\n# :z", "select 'a\\':x', `b:y`, 3--<F>, <T>\n# :z", &all[2..]),
            ("select [a:b], `c:d`, 'x\\', :from, :to", "select [a:b], `c:d`, 'x\\', <F>, <T>", &all[..1]),
            (
                "select 이름 from 회원 where 생일 between :from and :to",
                "select 이름 from 회원 where 생일 between <F> and <T>",
                &all,
            ),
        ] {
            for engine in engines {
                assert_eq!(rendered(text, *engine).as_deref(), Ok(shown), "{engine:?}: {text}");
            }
        }
    }

    #[test]
    fn only_one_reading_statement_with_both_ends() {
        let all = [Engine::Sqlite, Engine::Postgres, Engine::MySql];
        for (text, fault) in [
            ("delete from m where b between :from and :to", QueryFault::NotASelect("delete".into())),
            ("/* x */ ", QueryFault::NotASelect(String::new())),
            ("", QueryFault::NotASelect(String::new())),
            ("(select :from, :to)", QueryFault::NotASelect("(".into())),
            ("select :from, :to; drop table m", QueryFault::Several),
            ("select :from, :to;;", QueryFault::Several),
            ("select 'a, :from, :to", QueryFault::Open("quote")),
            ("select :from, :to /* x", QueryFault::Open("comment")),
            ("select :from, :to, :when", QueryFault::Stranger(":when".into())),
            ("select :to", QueryFault::Lacks("from")),
            ("select ':to', :from", QueryFault::Lacks("to")),
        ] {
            for engine in all {
                assert_eq!(rendered(text, engine), Err(fault.clone()), "{engine:?}: {text}");
            }
        }
        for (text, engine, name) in [
            ("select ?, :from, :to", Engine::Sqlite, "?"),
            ("select $x, :from, :to", Engine::Sqlite, "$x"),
            ("select $3, :from, :to", Engine::Postgres, "$3"),
            ("select ?, :from, :to", Engine::MySql, "?"),
        ] {
            assert_eq!(rendered(text, engine), Err(QueryFault::Stranger(name.into())), "{text}");
        }
        assert!(rendered("select tags ? 'vip', :from, :to", Engine::Postgres).is_ok());
    }

    proptest::proptest! {
        #[test]
        fn no_text_panics(text in "(select )?[a:'\"`$;/*\\-#\\[\\]가 \n\\\\]{0,40}") {
            for engine in [Engine::Sqlite, Engine::Postgres, Engine::MySql] {
                let _ = Query::parse(&text, engine);
            }
        }
    }
}
