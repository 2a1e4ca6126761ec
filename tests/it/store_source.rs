//! Reading the operator's own databases: the same rows from each engine, and never a write.

use std::path::Path;

use jiff::civil::{Date, date};
use msgctl::store::source::{self, Pull, SourceError, SourceRow};

use crate::support::{Member, MemberDb, members};

const ALWAYS: (Date, Date) = (date(1900, 1, 1), date(2100, 1, 1));
const KEYED: &str = "select id, name, phone, birth_date from members where birth_date between :from and :to";
const STREAMED: &str = "select name, phone, birth_date from members where birth_date between :from and :to order by id";

async fn pull(url: &str, query: &str, range: (Date, Date)) -> Result<Pull, SourceError> {
    source::pull(url, Path::new("/"), query, range, |_| true).await
}

async fn all(url: &str, query: &str, range: (Date, Date)) -> (Pull, Vec<SourceRow>) {
    let mut pull = pull(url, query, range).await.unwrap_or_else(|e| panic!("{query}: {e:?}"));
    let mut rows = Vec::new();
    while let Some(page) = pull.next().await.unwrap_or_else(|e| panic!("{query}: {e:?}")) {
        assert!(!page.is_empty() && page.len() <= 20_000);
        rows.extend(page);
    }
    (pull, rows)
}

fn values(m: &Member) -> SourceRow {
    vec![Some(m.name.clone()), Some(m.phone.clone()), Some(m.birth.to_string())]
}

#[tokio::test]
async fn each_engine_gives_the_same_people_in_the_same_order() {
    let people = members(12_000);
    for db in MemberDb::each_with(&people).await {
        for range in [ALWAYS, (date(1996, 11, 22), date(2006, 11, 21)), (date(2030, 1, 1), date(2031, 1, 1))] {
            let expected: Vec<SourceRow> =
                people.iter().filter(|m| (range.0..=range.1).contains(&m.birth)).map(values).collect();
            let (pull, rows) = all(&db.url, KEYED, range).await;
            assert!(pull.paged && pull.total == expected.len() as u64, "{}", db.engine);
            assert_eq!(rows.into_iter().map(|r| r[1..].to_vec()).collect::<Vec<_>>(), expected, "{}", db.engine);
            let (pull, rows) = all(&db.url, STREAMED, range).await;
            assert!(!pull.paged && pull.total == expected.len() as u64, "{}", db.engine);
            assert_eq!(rows, expected, "{}", db.engine);
        }
    }
}

#[tokio::test]
async fn an_id_that_repeats_loses_nobody_at_the_end_of_a_page() {
    let people = members(4_000);
    for db in MemberDb::each_with(&people).await {
        let copies =
            "select m.id, c.k from members m cross join (select 1 as k union all select 2 union all select 3) c
                      where birth_date between :from and :to -- three each";
        let (pull, mut rows) = all(&db.url, copies, ALWAYS).await;
        assert!(pull.paged);
        rows.sort();
        rows.dedup();
        assert_eq!(rows.len(), 12_000, "{}", db.engine);
        // one id for more rows than a page has
        let (_, rows) = all(&db.url, "select 1 as id, phone from members where birth_date >= :from and birth_date <= :to union all select 2, phone from members", ALWAYS).await;
        assert_eq!(rows.len(), 8_000, "{}", db.engine);
    }
}

#[tokio::test]
async fn values_of_every_usual_type_come_as_text() {
    for db in MemberDb::each().await {
        let (enumeration, unsigned, time) = match db.engine {
            "mysql" => ("enum('Y','N')", "bigint unsigned", "datetime"),
            "postgres" => ("yes_no", "bigint", "timestamp"),
            _ => ("text", "bigint", "timestamp"),
        };
        let kind = if db.engine == "postgres" { "create type yes_no as enum ('Y','N');" } else { "" };
        db.run(format!(
            "{kind} create table people (phone {unsigned}, birth_date {time} null, small smallint, yes boolean, choice {enumeration}, blank text, born_text char(10));
             insert into people values (1012345678, '1990-02-28 00:00:00', -7, true, 'Y', null, '1990-02-28');
             insert into people values (1012345679, '1990-03-01 13:14:15', null, false, 'N', '', '1990-03-01');"
        ))
        .await;
        let query = "select * from people where birth_date between :from and :to order by phone";
        let (_, rows) = all(&db.url, query, ALWAYS).await;
        let (yes, no, midnight) = match db.engine {
            "postgres" => ("true", "false", "1990-02-28"),
            "mysql" => ("1", "0", "1990-02-28"),
            // SQLite has no type for times: what was written stays
            _ => ("1", "0", "1990-02-28 00:00:00"),
        };
        let some = |t: &str| Some(t.to_owned());
        assert_eq!(
            rows,
            [
                vec![some("1012345678"), some(midnight), some("-7"), some(yes), some("Y"), None, some("1990-02-28")],
                vec![
                    some("1012345679"),
                    some("1990-03-01 13:14:15"),
                    None,
                    some(no),
                    some("N"),
                    some(""),
                    some("1990-03-01")
                ],
            ],
            "{}",
            db.engine
        );
        // dates that are kept as text compare too
        let by_text = "select phone from people where born_text between :from and :to and born_text <= :to";
        let (pull, rows) = all(&db.url, by_text, (date(1990, 3, 1), date(1990, 3, 1))).await;
        assert_eq!((pull.total, rows), (1, vec![vec![some("1012345679")]]), "{}", db.engine);
    }
}

#[tokio::test]
async fn moments_with_a_zone_come_on_the_korean_clock() {
    for db in MemberDb::each().await {
        let kind = match db.engine {
            "postgres" => "timestamptz",
            "mysql" => "timestamp",
            _ => continue,
        };
        // the connection that writes is on UTC
        db.run(format!("create table t (at {kind}); insert into t values ('1990-02-28 15:30:00')")).await;
        let (_, rows) =
            all(&db.url, "select at from t where date(at) between :from and :to", (date(1990, 3, 1), date(1990, 3, 1)))
                .await;
        assert_eq!(rows, [vec![Some("1990-03-01 00:30:00".to_owned())]], "{}", db.engine);
    }
}

#[tokio::test]
async fn columns_that_are_not_wanted_are_not_read() {
    for db in MemberDb::each_with(&[]).await {
        let odd = match db.engine {
            "postgres" => "point '(1,2)'",
            "mysql" => "st_geomfromtext('POINT(1 2)')",
            _ => "x'00ff'",
        };
        let query = format!(
            "select '010-0000-0001' as phone, {odd} as place from (select '2000-01-01' as b) x where b between :from and :to"
        );
        let query =
            if db.engine == "postgres" { query.replace("'2000-01-01' as b", "date '2000-01-01' as b") } else { query };
        let mut pull = source::pull(&db.url, Path::new("/"), &query, ALWAYS, |c| c == "phone").await.expect("runs");
        let rows = pull.next().await.expect("a page").expect("a row");
        assert_eq!(rows, [vec![Some("010-0000-0001".to_owned()), None]], "{}", db.engine);
        let mut pull = source::pull(&db.url, Path::new("/"), &query, ALWAYS, |_| true).await.expect("runs");
        let error = pull.next().await.expect_err("a type that is not read");
        assert!(matches!(&error, SourceError::Type { column, .. } if column == "place"), "{}: {error:?}", db.engine);
    }
}

#[tokio::test]
async fn a_source_cannot_be_written_to() {
    for db in MemberDb::each_with(&members(3)).await {
        let query = match db.engine {
            "postgres" => {
                db.run("create function grow() returns int language sql as 'insert into members select 9, name, phone, birth_date from members limit 1 returning id'").await;
                "select grow() as id where date '2000-01-01' between :from and :to"
            }
            "mysql" => {
                db.run("create function grow() returns int begin insert into members values (9, 'x', 'y', '2000-01-01', 'z'); return 1; end").await;
                "select grow() as id from members where birth_date between :from and :to"
            }
            _ => "with x as (select 1) insert into members select 9, 'x', 'y', :from, :to from x",
        };
        let refused = pull(&db.url, query, ALWAYS).await.expect_err("refused");
        assert!(matches!(refused, SourceError::Refused(_)), "{}: {refused:?}", db.engine);
        let (_, rows) = all(&db.url, KEYED, ALWAYS).await;
        assert_eq!(rows.len(), 3, "{}", db.engine);
    }
}

#[tokio::test]
async fn what_is_wrong_is_told_apart() {
    for db in MemberDb::each_with(&members(3)).await {
        let missing = pull(&db.url, "select phne from members where birth_date between :from and :to", ALWAYS).await;
        let Err(SourceError::Refused(cause)) = missing else { panic!("{}: {missing:?}", db.engine) };
        assert!(cause.to_string().contains("phne"), "{}: {cause}", db.engine);
        let form = pull(&db.url, "update members set phone = :from", ALWAYS).await;
        assert!(matches!(form, Err(SourceError::Query(_))), "{form:?}");
        let nulls =
            "select case when id = 2 then null else id end as id from members where birth_date between :from and :to";
        match (db.engine, pull(&db.url, nulls, ALWAYS).await) {
            // an expression has no type in SQLite: such a query is streamed
            ("sqlite", Ok(p)) => assert!(!p.paged),
            (_, Err(SourceError::NoId(1))) => {}
            (engine, other) => panic!("{engine}: {other:?}"),
        }
        if db.engine == "postgres" {
            let number = pull(&db.url, "select phone from members where id between :from and :to", ALWAYS).await;
            assert!(matches!(number, Err(SourceError::Comparison(_))), "{number:?}");
        }
        if db.engine == "mysql" {
            let gone = pull(&format!("{}_gone", db.url), KEYED, ALWAYS).await;
            assert!(matches!(gone, Err(SourceError::Closed(_))), "{gone:?}");
            let maria = db.url.replacen("mysql:", "mariadb:", 1);
            assert_eq!(all(&maria, KEYED, ALWAYS).await.1.len(), 3);
        }
    }
    for url in ["postgres://x@127.0.0.1:1/x", "mysql://x@127.0.0.1:1/x"] {
        let silent = pull(url, KEYED, ALWAYS).await;
        assert!(matches!(silent, Err(SourceError::Unreachable(_))), "{silent:?}");
    }
    let gone = pull("sqlite:/no/such/file.db", KEYED, ALWAYS).await;
    assert!(matches!(gone, Err(SourceError::Closed(_))), "{gone:?}");
    for url in ["oracle://x", "password123", "sqlite:", "sqlite::memory:", "postgres://["] {
        let bad = pull(url, KEYED, ALWAYS).await.expect_err("no URL");
        assert!(matches!(bad, SourceError::BadUrl(_)), "{url}: {bad:?}");
        assert!(!format!("{bad:?}").contains("password"));
    }
}
