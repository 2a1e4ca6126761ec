//! What a text costs at planning time: rendered, counted, or only counted. Prints nanoseconds per text.
//!
//! `cargo bench --bench texts`

#![expect(clippy::print_stdout, reason = "a bench prints its figures")]

use std::hint::black_box;
use std::time::Instant;

use msgctl::domain::channel::Channel;
use msgctl::domain::phone::Mobile;
use msgctl::domain::template::Template;
use msgctl::domain::text::{self, Charset};

const TEXTS: u32 = 1_000_000;
const NAMES: [&str; 8] = ["홍길동", "남궁민수", "김철", "이가은", "정서우", "황보지우", "전진호", "신다하"];
const KS: Charset = Charset::Ksx1001;

fn main() {
    let started = Instant::now();
    black_box(text::measure("가", KS));
    println!("table of widths, once        {:>8.0} µs", started.elapsed().as_secs_f64() * 1e6);

    // 89 bytes with a name of three syllables, as in the golden cases.
    let template = Template::parse(&format!("#{{이름}}{}a", "가".repeat(41))).expect("a template");
    let whole = format!("홍길동{}a", "가".repeat(41));
    let mut text = String::new();
    per_text("count 89 bytes", |_| u64::from(text::measure(black_box(&whole), KS).clean));
    per_text("normalise 89 bytes", |_| text::normalise(black_box(&whole)).len() as u64);
    per_text("render", |i| {
        text.clear();
        template.render(|_| Some(name(i)), &mut text).map_or(0, |()| text.len() as u64)
    });
    per_text("render, count, choose kind", |i| {
        text.clear();
        let done = template.render(|_| Some(name(i)), &mut text);
        u64::from(done.is_ok() && text::text_kind(&text, None, KS) == Ok(Channel::Sms))
    });
    per_text("measure without rendering", |i| {
        let size = template.measure(|_| Some(name(i)), KS, &mut text);
        size.map_or(0, |m| u64::from(text::kind_of_size(m.bytes, false) == Ok(Channel::Sms)))
    });
    per_text("parse a mobile number", |i| {
        let written = if i % 2 == 0 { "010-1234-5678" } else { "01012345678" };
        u64::from(black_box(written).parse::<Mobile>().is_ok())
    });
}

fn name(i: u32) -> &'static str {
    NAMES[i as usize % NAMES.len()]
}

fn per_text(what: &str, mut work: impl FnMut(u32) -> u64) {
    let mut best = f64::MAX;
    for _ in 0..3 {
        let started = Instant::now();
        let sum: u64 = (0..TEXTS).map(&mut work).sum();
        black_box(sum);
        best = best.min(started.elapsed().as_secs_f64());
    }
    println!("{what:<28} {:>8.0} ns", best * 1e9 / f64::from(TEXTS));
}
