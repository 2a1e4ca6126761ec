//! The same bills once more, computed by the database in one statement: what the formula in Rust is held against.

use super::Range;
use super::bill::bills;
use crate::domain::bill::{Bill, Month};
use crate::domain::period::Period;
use crate::store::dialect::BILLS_BY_SQL;
use crate::store::{Reads, Result, on};

/// The statement; `$min` and `$max` are what the engine calls the lesser and the greater of two values.
///
/// `$1`, `$2`: range of lines; `$3`, `$4`: first days of the month and the next; `$5`, `$6`: the month and the one before.
/// Whole won of 1/100 won are `/ 100 * 100`; both engines cut integer quotients toward zero.
macro_rules! by_sql {
    ($min:literal, $max:literal) => {
        concat!(
            "WITH RECURSIVE d AS (SELECT CAST($3 AS BIGINT) AS m0, CAST($4 AS BIGINT) AS m1, CAST($4 AS BIGINT) - CAST($3 AS BIGINT) AS n),
             l AS (SELECT l.id, COALESCE((SELECT h.round_unit FROM customer_unit AS h WHERE h.customer_id = c.id AND h.until > $5
                 ORDER BY h.until LIMIT 1), c.round_unit) * 100 AS ru, ", $max, "(l.activated_on, d.m0) AS f,
                 ", $min, "(COALESCE(l.terminated_on + 1, d.m1), d.m1) AS t, d.n
                 FROM d, line AS l JOIN customer AS c ON c.id = l.customer_id WHERE l.id > $1 AND l.id <= $2),
             pv AS (SELECT v.*, COALESCE(LEAD(valid_from) OVER (PARTITION BY plan_id ORDER BY valid_from), 9999999) AS until
                 FROM plan_version AS v),
             vv AS (SELECT v.*, COALESCE(LEAD(valid_from) OVER (PARTITION BY vas_id ORDER BY valid_from), 9999999) AS until
                 FROM vas_version AS v),
             ps AS (SELECT l.id, l.n, l.t AS last, ", $max, "(l.f, ", $max, "(x.from_day, pv.valid_from)) AS f,
                 ", $min, "(l.t, ", $min, "(x.to_day, pv.until)) AS t, pv.fee_minor AS fee, pv.allowance_bytes AS al,
                 pv.unit_bytes AS un, pv.rate_micro AS ra, pv.cap_minor AS ca
                 FROM l JOIN line_plan AS x ON x.line_id = l.id JOIN pv ON pv.plan_id = x.plan_id
                 WHERE x.line_id > $1 AND x.line_id <= $2),
             p AS (SELECT id, n, CAST(SUM(fee * (t - f)) AS BIGINT) / (n * 100) * 100 AS fee,
                 CAST(SUM(COALESCE(al, 0) * (t - f)) AS BIGINT) / n AS al, MAX(CASE WHEN al IS NULL THEN 1 ELSE 0 END) AS nl,
                 MAX(CASE WHEN t = last THEN un END) AS un, MAX(CASE WHEN t = last THEN ra END) AS ra,
                 MAX(CASE WHEN t = last THEN ca END) AS ca FROM ps WHERE f < t GROUP BY id, n),
             vs AS (SELECT l.id, l.n, x.vas_id, ", $max, "(l.f, ", $max, "(x.from_day, vv.valid_from)) AS f,
                 ", $min, "(l.t, ", $min, "(x.to_day, vv.until)) AS t, vv.fee_minor AS fee, vv.proratable AS pr
                 FROM l JOIN line_vas AS x ON x.line_id = l.id JOIN vv ON vv.vas_id = x.vas_id
                 WHERE x.line_id > $1 AND x.line_id <= $2),
             vl AS (SELECT vs.*, MAX(t) OVER (PARTITION BY id, vas_id) AS last FROM vs WHERE f < t),
             v1 AS (SELECT id, CASE MAX(CASE WHEN t = last THEN pr END)
                 WHEN 1 THEN CAST(SUM(fee * (t - f)) AS BIGINT) / (n * 100) * 100
                 ELSE MAX(CASE WHEN t = last THEN fee END) / 100 * 100 END AS fee FROM vl GROUP BY id, n, vas_id),
             v AS (SELECT id, CAST(SUM(fee) AS BIGINT) AS fee FROM v1 GROUP BY id),
             o AS (SELECT p.id, p.fee AS pf, COALESCE(v.fee, 0) AS vf,
                 CASE WHEN p.nl = 1 OR p.ra = 0 THEN 0
                 ELSE (", $max, "(COALESCE(u.bytes, 0) - p.al, 0) + p.un - 1) / p.un END AS units, p.ra, p.ca / 100 * 100 AS ca
                 FROM p LEFT JOIN v ON v.id = p.id
                 LEFT JOIN line_usage AS u ON u.period = $5 AND u.line_id = p.id AND u.line_id > $1 AND u.line_id <= $2),
             g AS (SELECT id, pf, vf, CASE WHEN ca > 0 THEN ", $min, "(ca, ov) ELSE ov END AS ov FROM
                 (SELECT o.*, CASE WHEN units = 0 THEN 0 WHEN units > 1000000000000000000 / ra THEN 100000000000000
                 ELSE units * ra / 1000000 * 100 END AS ov FROM o) AS q),
             x AS (SELECT l.id, ROW_NUMBER() OVER (PARTITION BY l.id ORDER BY i.priority,
                 CASE i.kind WHEN 'rate' THEN 0 ELSE 1 END, i.code, i.from_day, i.to_day) AS k,
                 CASE WHEN i.target IN ('plan', 'all') THEN 1 ELSE 0 END AS p,
                 CASE WHEN i.target IN ('vas', 'all') THEN 1 ELSE 0 END AS v,
                 CASE WHEN i.target IN ('overage', 'all') THEN 1 ELSE 0 END AS o,
                 CASE WHEN i.kind = 'rate' THEN 0 WHEN i.proratable = 1
                 THEN i.value * (", $min, "(i.to_day, l.t) - ", $max, "(i.from_day, l.f)) / (l.n * 100) * 100
                 ELSE i.value / 100 * 100 END AS fix,
                 CASE WHEN i.kind = 'rate' THEN i.value * (", $min, "(i.to_day, l.t) - ", $max, "(i.from_day, l.f)) ELSE 0 END AS bp,
                 10000 * (l.t - l.f) * 100 AS den
                 FROM l JOIN line_discount AS i ON i.line_id = l.id WHERE i.line_id > $1 AND i.line_id <= $2
                 AND ", $max, "(i.from_day, l.f) < ", $min, "(i.to_day, l.t)),
             s AS (SELECT id, CAST(0 AS BIGINT) AS k, pf, vf, ov FROM g
                 UNION ALL SELECT s.id, x.k, s.pf - ", by_sql!(@plan $min), ", s.vf - ", by_sql!(@vas $min), ",
                 s.ov - (", by_sql!(@want $min), " - ", by_sql!(@plan $min), " - ", by_sql!(@vas $min), ")
                 FROM s JOIN x ON x.id = s.id AND x.k = s.k + 1),
             r AS (SELECT s.id, s.pf + s.vf + s.ov AS rest FROM s JOIN (SELECT id, MAX(k) AS k FROM s GROUP BY id) AS e
                 ON e.id = s.id AND e.k = s.k),
             m AS (SELECT line_id AS id, CAST(SUM(CASE kind WHEN 'approve' THEN amount_minor ELSE -amount_minor END) AS BIGINT) AS n
                 FROM micro_payment WHERE period = $5 AND line_id > $1 AND line_id <= $2 GROUP BY line_id),
             a AS (SELECT line_id AS id, CAST(SUM(amount_minor) AS BIGINT) AS n FROM bill_adjustment
                 WHERE period = $5 AND line_id > $1 AND line_id <= $2 AND amount_minor <> 0 GROUP BY line_id),
             b AS (SELECT l.id, l.ru, COALESCE(g.pf, 0) AS pf, COALESCE(g.vf, 0) AS vf, COALESCE(g.ov, 0) AS ov,
                 COALESCE(g.pf + g.vf + g.ov - r.rest, 0) AS di, COALESCE(a.n, 0) AS ad, COALESCE(m.n, 0) AS mi,
                 COALESCE(-w.carry_out_minor, 0) AS ci FROM l LEFT JOIN g ON g.id = l.id LEFT JOIN r ON r.id = l.id
                 LEFT JOIN m ON m.id = l.id LEFT JOIN a ON a.id = l.id
                 LEFT JOIN bill AS w ON w.period = $6 AND w.line_id = l.id AND w.line_id > $1 AND w.line_id <= $2
                 WHERE l.f < l.t OR a.n IS NOT NULL OR m.n IS NOT NULL OR COALESCE(w.carry_out_minor, 0) <> 0),
             su AS (SELECT b.*, pf + vf + ov - di + ad AS su FROM b),
             va AS (SELECT su.*, su / 1000 * 100 AS va FROM su),
             op AS (SELECT va.*, su + va + mi + ci AS op FROM va),
             z AS (SELECT op.*, CASE WHEN op < 0 THEN 0 ELSE op % ru END AS cut FROM op)
             SELECT COALESCE(string_agg(id || ' ' || pf || ' ' || vf || ' ' || ov || ' ' || di || ' ' || ad || ' ' || su || ' ' ||
             va || ' ' || mi || ' ' || ci || ' ' || (-cut) || ' ' || (", $max, "(op, 0) - cut) || ' ' || ", $max, "(-op, 0), ';'), '') FROM z"
        )
    };
    (@there) => { "(s.pf * x.p + s.vf * x.v + s.ov * x.o)" };
    (@want $min:literal) => {
        concat!($min, "(x.fix + ", by_sql!(@there), " * x.bp / x.den * 100, ", by_sql!(@there), ")")
    };
    (@plan $min:literal) => { concat!($min, "(", by_sql!(@want $min), ", s.pf) * x.p") };
    (@vas $min:literal) => {
        concat!($min, "(", by_sql!(@want $min), " - ", by_sql!(@plan $min), ", s.vf) * x.v")
    };
}
pub(in crate::store) use by_sql;

/// The bills of a range as the database computes them, in the order of the lines. Lines that cannot be computed have
/// whatever comes out.
pub async fn bills_by_sql(c: &mut impl Reads, period: Period, month: Month, range: Range) -> Result<Vec<(i64, Bill)>> {
    let all: String = on!(c, |c, e| sqlx::query_scalar(BILLS_BY_SQL.on(e))
        .bind(range.lo)
        .bind(range.hi)
        .bind(month.from)
        .bind(month.to)
        .bind(period)
        .bind(period.previous())
        .fetch_one(c)
        .await)?;
    bills(&all)
}
