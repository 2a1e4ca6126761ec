//! Papers: HTML that prints on A4, from the templates that are compiled in.

use super::{Bill, shown};
use crate::domain::channel::Channel;
use crate::domain::money::group_thousands;
use crate::domain::period::Period;
use crate::ops::credits::statement::Statement;
use crate::ops::settle::detail::Step;
use crate::store::period::PeriodRow;

const INVOICE: &str = include_str!("../../../templates/invoice.html");
const STATEMENT: &str = include_str!("../../../templates/statement.html");

/// What is in front of the articles of the template, an article, and what is behind.
fn split() -> (&'static str, &'static str, &'static str) {
    let parts = INVOICE.split_once("<article>").and_then(|(head, rest)| Some((head, rest.split_once("</article>")?)));
    parts.map_or((INVOICE, "", ""), |(head, (article, tail))| (head, article, tail))
}

/// Invoices as one document, each on a page of its own.
pub(super) fn invoices(title: &str, articles: &[String]) -> String {
    let (head, _, tail) = split();
    let mut out = fill(head, &[("title", title)], &[]);
    for article in articles {
        out.push_str("<article>");
        out.push_str(article);
        out.push_str("</article>\n");
    }
    out.push_str(tail.trim_start());
    out
}

/// The invoice of a line; without steps, by sums alone.
pub(super) fn invoice(month: Period, row: &PeriodRow, bill: &Bill, steps: &[Step]) -> String {
    let [plan, vas, overage, discount, adjust, supply, vat, micro, carry_in, round, total, carry_out] = bill.amounts;
    let rows = if steps.is_empty() {
        table(&[
            ("기본료", plan),
            ("부가서비스", vas),
            ("데이터 초과 이용료", overage),
            ("할인", -discount),
            ("조정", adjust),
        ])
    } else {
        let named: Vec<(String, i64)> = steps.iter().map(|s| (said(s), s.amount_minor)).collect();
        let named: Vec<(&str, i64)> = named.iter().map(|(name, n)| (name.as_str(), *n)).collect();
        table(&named)
    };
    let below = table(&[
        ("공급가액", supply),
        ("부가가치세", vat),
        ("소액결제", micro),
        ("전월 이월", carry_in),
        ("원단위 절사", round),
    ]);
    let carry = if carry_out > 0 {
        format!("다음 달로 이월되는 금액: {} 원", shown(carry_out))
    } else {
        String::new()
    };
    fill(
        split().1,
        &[
            ("number", &format!("{}-{}", month.ym(), bill.line)),
            ("month", &called(month)),
            ("kind", &row.state),
            ("state", stamp(row)),
            ("line", &bill.line),
            ("total", &shown(total)),
            ("carry", &carry),
        ],
        &[("rows", &rows), ("below", &below)],
    )
}

/// A step as it stands on paper.
fn said(s: &Step) -> String {
    let days = s.days.unwrap_or(0);
    let name = if s.name.is_empty() { &s.code } else { &s.name };
    match s.what {
        "plan" => {
            let span = s.from.zip(s.to).map(|(from, to)| format!("{from} ~ {to}, ")).unwrap_or_default();
            format!("기본료 · {name} ({span}{days}일)")
        }
        "service" => format!("부가서비스 · {name} ({days}일)"),
        "overage" => {
            let used = size(s.used_bytes.unwrap_or(0));
            let included = s.included_bytes.map_or_else(|| "무제한".to_owned(), size);
            format!("데이터 이용 {used} (제공 {included}), 초과 {} 단위", s.units.unwrap_or(0))
        }
        "discount" => format!("할인 · {name}"),
        _ => format!("조정 · {name} ({})", s.code),
    }
}

/// Bytes for people.
fn size(bytes: i64) -> String {
    const MIB: i64 = 1 << 20;
    let tenths = bytes / (MIB / 10);
    if bytes >= 1 << 30 {
        let hundredths = i128::from(bytes) * 100 / (1 << 30);
        format!("{}.{:02} GB", hundredths / 100, hundredths % 100)
    } else {
        format!("{}.{} MB", tenths / 10, tenths % 10)
    }
}

/// The terms of a statement in the order of its sum; what leaves is negative.
pub(super) fn terms(s: &Statement) -> [(&'static str, i64); 13] {
    [
        ("기초 잔액", s.opening_minor),
        ("충전", s.topups_minor),
        ("충전 부가세", s.topup_vat_minor),
        ("보너스", s.bonus_minor),
        ("이용료", -s.usage_minor),
        ("지연 이용료", -s.late_usage_minor),
        ("환불", s.refunds_minor - s.refunds_prior_minor),
        ("전월분 환불", s.refunds_prior_minor),
        ("출금", -s.cashouts_minor),
        ("결제 취소", -s.chargebacks_minor),
        ("소멸", -s.expired_minor),
        ("조정", s.adjustments_minor),
        ("기말 잔액", s.closing_minor),
    ]
}

/// The statement of a site.
pub(super) fn statement(month: Period, row: &PeriodRow, s: &Statement) -> String {
    let terms: Vec<(&str, i64)> = terms(s).into_iter().filter(|(name, _)| *name != "충전 부가세").collect();
    let mut usage: String = s
        .lines
        .iter()
        .map(|l| {
            let prior = l.prior.as_ref().map(|p| format!(" (전월 {p})")).unwrap_or_default();
            format!(
                "<tr><td>{}{}</td><td>{}</td><td>{}</td><td>{}</td></tr>\n",
                name(l.channel),
                escape(&prior),
                shown(l.unit_minor),
                group_thousands(l.quantity.unsigned_abs()),
                shown(l.total_minor)
            )
        })
        .collect();
    if usage.is_empty() {
        usage.push_str("<tr><td class=\"none\" colspan=\"4\">이용 내역이 없습니다</td></tr>\n");
    }
    let tax: String = [("충전 기준", s.tax.topup), ("사용 기준", s.tax.usage)]
        .iter()
        .map(|(name, t)| {
            format!("<tr><td>{name}</td><td>{}</td><td>{}</td></tr>\n", shown(t.base_minor), shown(t.vat_minor))
        })
        .collect();
    fill(
        STATEMENT,
        &[
            ("month", &called(month)),
            ("kind", &row.state),
            ("state", stamp(row)),
            ("site", &s.site),
            ("closing", &shown(s.closing_minor)),
        ],
        &[("rows", &table(&terms)), ("usage", &usage), ("tax", &tax)],
    )
}

fn stamp(row: &PeriodRow) -> &'static str {
    if row.state == "closed" { "확정" } else { "미확정 (초안)" }
}

/// What Koreans call a month.
fn called(month: Period) -> String {
    let first = month.first_day();
    format!("{}년 {}월", first.year(), first.month())
}

/// And a channel.
const fn name(channel: Channel) -> &'static str {
    match channel {
        Channel::Alimtalk => "알림톡",
        Channel::Sms => "단문 (SMS)",
        Channel::Lms => "장문 (LMS)",
        Channel::Mms => "멀티미디어 (MMS)",
        Channel::Rcs => "RCS",
        Channel::Email => "이메일",
        Channel::Push => "앱 푸시",
    }
}

fn table(rows: &[(&str, i64)]) -> String {
    rows.iter().map(|(name, n)| format!("<tr><td>{}</td><td>{}</td></tr>\n", escape(name), shown(*n))).collect()
}

/// Puts texts (escaped) and pieces of HTML (as they are) in their places, `{{name}}`, in one pass: what is put in is not
/// looked through again.
fn fill(template: &str, texts: &[(&str, &str)], html: &[(&str, &str)]) -> String {
    let (mut out, mut rest) = (String::with_capacity(template.len() * 2), template);
    while let Some((before, behind)) = rest.split_once("{{") {
        out.push_str(before);
        let Some((name, after)) = behind.split_once("}}") else { break };
        let find = |all: &[(&str, &str)]| all.iter().find(|(n, _)| *n == name).map(|(_, v)| (*v).to_owned());
        out.push_str(&find(html).or_else(|| find(texts).map(|t| escape(&t))).unwrap_or_default());
        rest = after;
    }
    out.push_str(rest);
    out
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&#39;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_in_is_text() {
        let texts = [("a", "<b>{{c}}&"), ("c", "never")];
        assert_eq!(fill("x {{a}} {{rows}} y", &texts, &[("rows", "<tr>")]), "x &lt;b&gt;{{c}}&amp; <tr> y");
    }
}
