//! Papers: HTML that prints on A4, from the templates that are compiled in.

use super::{Bill, shown};
use crate::domain::period::Period;
use crate::ops::credits::statement::Statement;
use crate::store::period::PeriodRow;

const INVOICE: &str = include_str!("../../../templates/invoice.html");
const STATEMENT: &str = include_str!("../../../templates/statement.html");

/// The invoice of a line.
pub(super) fn invoice(month: Period, row: &PeriodRow, bill: &Bill) -> String {
    let [plan, vas, overage, discount, adjust, supply, vat, micro, carry_in, round, total, carry_out] = bill.amounts;
    let rows = table(&[
        ("기본료", plan),
        ("부가서비스", vas),
        ("데이터 초과 이용료", overage),
        ("할인", -discount),
        ("조정", adjust),
    ]);
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
        INVOICE,
        &[
            ("number", &format!("{}-{}", month.ym(), bill.line)),
            ("month", &month.to_string()),
            ("state", stamp(row)),
            ("line", &bill.line),
            ("total", &shown(total)),
            ("carry", &carry),
        ],
        &[("rows", &rows), ("below", &below)],
    )
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
    let usage: String = s
        .lines
        .iter()
        .map(|l| {
            let prior = l.prior.as_ref().map(|p| format!(" (전월 {p})")).unwrap_or_default();
            format!(
                "<tr><td>{}{}</td><td>{}</td><td>{}</td><td>{}</td></tr>\n",
                escape(l.channel.word()),
                escape(&prior),
                shown(l.unit_minor),
                l.quantity,
                shown(l.total_minor)
            )
        })
        .collect();
    let tax: String = [("충전 기준", s.tax.topup), ("사용 기준", s.tax.usage)]
        .iter()
        .map(|(name, t)| {
            format!("<tr><td>{name}</td><td>{}</td><td>{}</td></tr>\n", shown(t.base_minor), shown(t.vat_minor))
        })
        .collect();
    fill(
        STATEMENT,
        &[
            ("month", &month.to_string()),
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

fn table(rows: &[(&str, i64)]) -> String {
    rows.iter().map(|(name, n)| format!("<tr><td>{name}</td><td>{}</td></tr>\n", shown(*n))).collect()
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
