//! Balance, prices, statistics, channels and templates.

use std::collections::BTreeMap;

use super::engine::{Ask, Engine, Reply};
use super::intake::returned;
use super::json::Json;
use super::kind::Kind;
use super::query::Query;
use super::store::{DELETED, REJECTED, REPLACED, View, ms_of};
use crate::domain::money::Minor;
use crate::domain::time::Micros;

/// A day's messages.
#[derive(Default, Clone)]
struct Day {
    total: [i64; Kind::COUNT],
    delivered: [i64; Kind::COUNT],
    failed: [i64; Kind::COUNT],
    codes: BTreeMap<u16, [i64; Kind::COUNT]>,
    spent: i64,
    refund: i64,
}

impl Day {
    fn add(&mut self, other: &Self) {
        for i in 0..Kind::COUNT {
            self.total[i] += other.total[i];
            self.delivered[i] += other.delivered[i];
            self.failed[i] += other.failed[i];
        }
        self.spent += other.spent;
        self.refund += other.refund;
    }
}

impl Engine {
    /// `GET /cash/v1/balance`.
    pub fn balance(&self) -> Reply {
        let now = ms_of(self.now());
        let (cash, point) = self.lock().ledger.stand(now);
        let mut out = Json::default();
        out.raw("{\"balance\":").won(cash).raw(",\"point\":").won(point).raw(",\"deposit\":0,\"balanceOnly\":");
        out.won(cash)
            .raw(",\"minimumCash\":0,\"rechargeTo\":0,\"rechargeTryCount\":0,\"autoRecharge\":0,\"accountId\":");
        out.string(&self.settings.account_id).raw("}");
        Reply::ok(out)
    }

    /// `GET /pricing/v1/messaging`: one country; `/default`: a list of it.
    pub fn pricing(&self, _: Ask<'_>, list: bool) -> Reply {
        let mut out = Json::default();
        let made = 1_767_225_600_000;
        out.raw(if list { "[" } else { "" })
            .raw("{\"countryId\":\"82\",\"countryName\":\"Korea, South\",\"serviceMethod\":\"MT\"");
        for kind in Kind::all() {
            out.raw(",\"").raw(kind.key()).raw("\":").won(Minor(self.prices[kind.index()]));
        }
        out.raw(",\"dateCreated\":").time(made).raw(",\"dateUpdated\":").time(made).raw(if list { "}]" } else { "}" });
        Reply::ok(out)
    }

    /// `GET /messages/v4/statistics`.
    pub fn statistics(&self, query: &str) -> Reply {
        let q = match Query::parse(query) {
            Ok(q) => q,
            Err(why) => return Reply::invalid(&why),
        };
        let days = self.days(&q);
        let mut months: BTreeMap<String, Vec<(&String, &Day)>> = BTreeMap::new();
        let mut all = Day::default();
        for (date, day) in &days {
            all.add(day);
            months.entry(date[..7].to_owned()).or_default().push((date, day));
        }
        let average = |amount: i64, n: usize| Minor(amount / i64::try_from(n.max(1)).unwrap_or(1));
        let mut out = Json::with_capacity(4_096);
        out.raw("{\"balance\":").won(Minor(all.spent)).raw(",\"point\":0,\"monthlyBalanceAvg\":");
        out.won(average(all.spent, months.len())).raw(",\"monthlyPointAvg\":0,\"dailyBalanceAvg\":");
        out.won(average(all.spent, days.len())).raw(",\"dailyPointAvg\":0,\"monthPeriod\":[");
        let mut first = true;
        for (month, days) in &months {
            let mut sum = Day::default();
            for (_, day) in days {
                sum.add(day);
            }
            out.comma(&mut first).raw("{\"date\":").string(month).raw(",\"balance\":").won(Minor(sum.spent));
            out.raw(",\"balanceAvg\":").won(average(sum.spent, days.len())).raw(",\"point\":0,\"pointAvg\":0,");
            out.raw("\"refund\":{\"balance\":").won(Minor(sum.refund)).raw(",\"balanceAvg\":");
            out.won(average(sum.refund, days.len())).raw(",\"point\":0,\"pointAvg\":0},");
            counts(&mut out, &sum);
            out.raw(",\"dayPeriod\":[");
            let mut first_day = true;
            for (date, day) in days {
                out.comma(&mut first_day).raw("{\"_id\":").string(date).raw(",\"month\":").string(month);
                out.raw(",\"date\":").string(date).raw(",\"balance\":").won(Minor(day.spent)).raw(",\"point\":0,");
                out.raw("\"refund\":{\"balance\":").won(Minor(day.refund)).raw(",\"point\":0},\"statusCode\":{");
                let mut first_code = true;
                for (code, by) in &day.codes {
                    out.comma(&mut first_code).string(&code.to_string()).raw(":{");
                    let mut first_kind = true;
                    for kind in Kind::all().filter(|k| by[k.index()] > 0) {
                        out.comma(&mut first_kind).string(kind.key()).raw(":").number(by[kind.index()]);
                    }
                    out.raw("}");
                }
                out.raw("},");
                counts(&mut out, day);
                out.raw("}");
            }
            out.raw("]}");
        }
        out.raw("],");
        counts(&mut out, &all);
        out.raw("}");
        Reply::ok(out)
    }

    /// Days on the Korean calendar on which accepted messages arrived.
    fn days(&self, q: &Query) -> BTreeMap<String, Day> {
        let inner = self.lock();
        let now = ms_of(inner.store.moment(self.now()));
        let mut days: BTreeMap<String, Day> = BTreeMap::new();
        let mut last: Option<(i64, String)> = None;
        let from = q.start.map_or(0, |ms| inner.store.first_at(ms));
        for m in (from..inner.store.len()).map_while(|n| inner.store.get(n)) {
            if q.end.is_some_and(|end| ms_of(m.at) > end) {
                break;
            }
            if m.is(REJECTED) || m.is(DELETED) || inner.store.base(m).is_none() {
                continue;
            }
            let number = (m.at.0 / 1_000_000 + 9 * 3_600) / 86_400;
            if last.as_ref().is_none_or(|(n, _)| *n != number) {
                last = Some((number, Micros(m.at.0).kst_date().to_string()));
            }
            let Some((_, date)) = &last else { continue };
            let state = inner.store.state(m, now, View::Direct);
            let done = state.done.is_some();
            let i = if done && m.is(REPLACED) { m.final_kind.index() } else { m.kind.index() };
            if !days.contains_key(date) {
                days.insert(date.clone(), Day::default());
            }
            let Some(day) = days.get_mut(date) else { continue };
            day.total[i] += 1;
            day.codes.entry(state.code).or_insert([0; Kind::COUNT])[i] += 1;
            day.spent += self.prices[m.kind.index()];
            if done {
                day.refund += returned(&self.prices, m);
                let counted = if state.code == 4_000 { &mut day.delivered } else { &mut day.failed };
                counted[i] += 1;
            }
        }
        days
    }

    /// `GET /kakao/v2/{channels,templates}[/id]`.
    pub fn kakao(&self, rest: &[&str]) -> Reply {
        let s = &self.settings;
        let mut out = Json::default();
        match rest {
            ["channels"] => {
                let mut ids: Vec<&str> = s.channels.iter().map(String::as_str).collect();
                ids.extend(
                    s.templates.iter().map(|t| t.channel.as_str()).filter(|c| !s.channels.iter().any(|k| k == c)),
                );
                ids.dedup();
                out.raw("{\"limit\":20,\"startKey\":null,\"nextKey\":null,\"channelList\":[");
                let mut first = true;
                for id in ids {
                    self.channel(out.comma(&mut first), id);
                }
                out.raw("]}");
            }
            ["channels", id] if s.channels.iter().any(|c| c == id) => self.channel(&mut out, id),
            ["channels" | "templates", "categories"] => {
                out.raw("[]");
            }
            ["templates"] => {
                out.raw("{\"limit\":20,\"startKey\":null,\"nextKey\":null,\"templateList\":[");
                let mut first = true;
                for t in &s.templates {
                    self.template(out.comma(&mut first), t);
                }
                out.raw("]}");
            }
            ["templates", id] => match s.templates.iter().find(|t| t.id == *id) {
                Some(t) => self.template(&mut out, t),
                None => return Reply::not_found("template"),
            },
            _ => return Reply::not_found("channel"),
        }
        Reply::ok(out)
    }

    fn channel(&self, out: &mut Json, id: &str) {
        out.raw("{\"channelId\":").string(id).raw(",\"searchId\":").string(&format!("@{id}"));
        out.raw(",\"accountId\":").string(&self.settings.account_id).raw(",\"sharedAccountIds\":[]}");
    }

    fn template(&self, out: &mut Json, t: &super::settings::Template) {
        let content = t.content.as_deref().unwrap_or_default();
        let name = if t.name.is_empty() { &t.id } else { &t.name };
        out.raw("{\"templateId\":").string(&t.id).raw(",\"channelId\":").string(&t.channel);
        out.raw(",\"name\":").string(name).raw(",\"content\":").string(content);
        out.raw(",\"accountId\":").string(&self.settings.account_id);
        out.raw(",\"status\":\"APPROVED\",\"messageType\":\"BA\",\"emphasizeType\":\"NONE\",\"securityFlag\":false");
        out.raw(",\"assignType\":\"CHANNEL\",\"commentable\":false,\"isHidden\":false,\"buttons\":[],\"variables\":[");
        let mut names: Vec<&str> =
            content.split("#{").skip(1).filter_map(|part| part.split_once('}')).map(|(name, _)| name).collect();
        names.sort_unstable();
        names.dedup();
        let mut first = true;
        for name in names {
            out.comma(&mut first).raw("{\"name\":").string(&format!("#{{{name}}}")).raw("}");
        }
        out.raw("],\"dateCreated\":").time(1_767_225_600_000).raw(",\"dateUpdated\":").time(1_767_225_600_000).raw("}");
    }
}

/// `total`, `successed` (the provider's spelling) and `failed`.
fn counts(out: &mut Json, day: &Day) {
    for (i, (name, by)) in
        [("total", &day.total), ("successed", &day.delivered), ("failed", &day.failed)].into_iter().enumerate()
    {
        out.raw(if i > 0 { ",\"" } else { "\"" }).raw(name).raw("\":{\"total\":").number(by.iter().sum::<i64>());
        for kind in Kind::all() {
            out.raw(",\"").raw(kind.key()).raw("\":").number(by[kind.index()]);
        }
        out.raw("}");
    }
}
