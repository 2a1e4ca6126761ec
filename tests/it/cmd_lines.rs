//! Lines as an operator meets them: files of every kind, single verbs, the pool of numbers, closed months.

use std::process::Stdio;

use serde_json::Value;

use crate::support::{Shop, on_each_engine};

fn numbers(v: &Value) -> [u64; 6] {
    ["read", "imported", "updated", "unchanged", "duplicates", "rejected"].map(|k| v[k].as_u64().expect(k))
}

const PLANS: &str = "code,name,monthly_fee,allowance_bytes,overage_unit_bytes,overage_rate,overage_cap,valid_from
A,LTE 3GB,33000,3221225472,512,0.01,18000,2020-01-01
B,\"5G, 10GB\",55000,10737418240,512,0.01,0,2020-01-01
U,무제한,89000,,512,0,0,2020-01-01
";
const SERVICES: &str = "code,name,monthly_fee,proratable,valid_from
RING,컬러링,1100,1,2020-01-01
INSURE,단말보험,5500,no,2020-01-01
";
const CUSTOMERS: &str = "customer,name,phone,email,round_unit
C1,홍길동,010-1234-5678,hong@example.com,10
C2,김철,010-2222-3333,,1
";
const LINES: &str = "line,customer,activated_on,terminated_on
L1,C1,2026-01-01,
L2,C2,2026-10-20,
L3,C1,2026-01-01,2026-10-10
";

struct Desk {
    shop: Shop,
}

impl Desk {
    /// Plans, services, customers and lines as above.
    fn new(shop: Shop) -> Self {
        let desk = Self { shop };
        assert_eq!(desk.import("plan import", PLANS), [3, 3, 0, 0, 0, 0]);
        assert_eq!(desk.import("vas import", SERVICES), [2, 2, 0, 0, 0, 0]);
        assert_eq!(desk.import("customer import", CUSTOMERS), [2, 2, 0, 0, 0, 0]);
        assert_eq!(desk.import("line import", LINES), [3, 3, 0, 0, 0, 0]);
        desk
    }

    fn import(&self, verb: &str, csv: &str) -> [u64; 6] {
        self.shop.room.write("in.csv", csv);
        numbers(&self.shop.room.sh(&format!("--format json {verb} in.csv")).ok().json())
    }

    /// Line, column and code of every refused row of the last import.
    fn rejects(&self) -> Vec<(u64, String, String)> {
        let text = std::fs::read_to_string(self.shop.room.path().join("in.csv.rejects.csv")).expect("a rejects file");
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        reader
            .records()
            .map(|r| r.expect("a row"))
            .map(|r| (r[0].parse().expect("a line"), r[1].to_owned(), r[2].to_owned()))
            .collect()
    }

    fn show(&self, line: &str) -> Value {
        self.shop.room.sh(&format!("--format json line show {line}")).ok().json()
    }

    /// `A 2026-01-01 2026-10-13`, the first plan first.
    fn plans(&self, line: &str) -> Vec<String> {
        let shown = self.show(line);
        let text = |v: &Value| v.as_str().unwrap_or("-").to_owned();
        let all = shown["plans"].as_array().expect("plans").iter();
        all.map(|p| format!("{} {} {}", text(&p["code"]), text(&p["from_day"]), text(&p["to_day"]))).collect()
    }
}

fn rejected(line: u64, column: &str, code: &str) -> (u64, String, String) {
    (line, column.to_owned(), code.to_owned())
}

on_each_engine! {
    async fn every_kind_of_file_comes_in_once(db: TestDb) {
        let desk = Desk::new(Shop::new(db));
        let files = [
            ("plan import", PLANS, 3),
            ("vas import", SERVICES, 2),
            ("customer import", CUSTOMERS, 2),
            ("line import", LINES, 3),
            (
                "line import-plans",
                "line,plan,from_day,to_day\nL1,A,2026-01-01,2026-10-13\nL1,B,2026-10-13,\nL2,A,2026-10-20,\nL3,A,2026-01-01,2026-10-11\n",
                4,
            ),
            ("line import-vas", "line,vas,from_day,to_day\nL1,RING,2026-01-01,\nL1,INSURE,2026-01-01,2026-02-01\n", 2),
            (
                "line import-discounts",
                "line,code,target,kind,value,priority,proratable,from_day,to_day\nL1,LOYAL,plan,rate,2500,1,0,2026-01-01,\nL1,WELCOME,all,fixed,3000,2,1,2026-01-01,2026-04-01\n",
                2,
            ),
            (
                "line import-payments",
                "line,ref,approved_at,amount,kind\nL1,PG-1,2026-10-31T14:59:59Z,9900,approve\nL1,PG-1,2026-11-01,9900,cancel\n",
                2,
            ),
            ("line import-usage", "line,month,bytes\nL1,2026-10,2147483648\nL2,2026-10,0\n", 2),
        ];
        for (i, (verb, csv, n)) in files.into_iter().enumerate() {
            if i >= 4 {
                assert_eq!(desk.import(verb, csv), [n, n, 0, 0, 0, 0], "{verb}");
            }
            assert_eq!(desk.import(verb, csv), [n, 0, 0, n, 0, 0], "{verb} again");
        }
        assert_eq!(desk.plans("L1"), ["A 2026-01-01 2026-10-13", "B 2026-10-13 -"]);
        let shown = desk.show("L1");
        assert_eq!(shown["payments"][0]["month"], "2026-11");
        assert_eq!(shown["payments"][1]["month"], "2026-10");
        assert_eq!(shown["discounts"][1]["value"], 300_000, "won are kept as hundredths");
        assert_eq!(shown["usage"][0]["bytes"], 2_147_483_648_u64);
        let customers = desk.shop.room.sh("--format json customer list").ok().json();
        assert_eq!(customers[0]["name"], "홍*동");
        assert_eq!(customers[0]["phone"], "010-****-5678");
        assert_eq!(customers[0]["lines"], 2);
        let whole = desk.shop.room.sh("--format json customer show 010-1234-5678 --reveal --reason asked").ok().json();
        assert_eq!((&whole["customer"], &whole["name"]), (&"C1".into(), &"홍길동".into()));
        assert_eq!(desk.shop.number("SELECT COUNT(*) FROM audit WHERE action = 'reveal'").await, 1);
        assert_eq!(desk.import("line import-usage", "line,month,bytes\nL1,2026-10,5\nL1,2026-10,6\n"), [2, 0, 1, 0, 1, 0]);
        assert_eq!(desk.show("L1")["usage"][0]["bytes"], 6, "the last row counts");
    }

    async fn bad_rows_are_named_and_the_rest_comes_in(db: TestDb) {
        let desk = Desk::new(Shop::new(db));
        let csv = "from_day,line,plan,to_day,note
2026-01-01,L1,A,2026-10-13,
2026-10-14,L1,B,,a day without a plan
2026-10-20,L2,A,,
2026-01-01,L3,A,2026-09-31,
2026-01-01,L9,A,,
2019-01-01,L3,A,,before the plan
2026-01-01,L3,Z,,
2026-01-01,L3
";
        assert_eq!(desk.import("line import-plans", csv), [8, 1, 0, 0, 0, 7]);
        let expected = [
            rejected(2, "from_day", "gap"),
            rejected(3, "from_day", "gap"),
            rejected(5, "to_day", "not-a-day"),
            rejected(6, "line", "no-line"),
            rejected(7, "plan", "no-plan"),
            rejected(8, "plan", "no-plan"),
            rejected(9, "", "columns"),
        ];
        assert_eq!(desk.rejects(), expected);
        assert_eq!(desk.plans("L1"), Vec::<String>::new(), "half of a history is none");
        let overlap = "line,plan,from_day,to_day\nL1,A,2026-01-01,2026-10-13\nL1,B,2026-10-12,\n";
        assert_eq!(desk.import("line import-plans", overlap), [2, 0, 0, 0, 0, 2]);
        assert_eq!(desk.rejects()[0], rejected(2, "from_day", "overlap"));
        let vas = "line,vas,from_day,to_day\nL1,RING,2026-01-01,2026-03-01\nL1,RING,2026-02-01,\nL1,INSURE,2026-01-01,\n";
        assert_eq!(desk.import("line import-vas", vas), [3, 1, 0, 0, 0, 2]);
        let lines = "line,customer,activated_on,terminated_on\nL4,C9,2026-01-01,\nL5,C1,2026-02-01,2026-01-31\nL 6,C1,2026-01-01,\n";
        assert_eq!(desk.import("line import", lines), [3, 0, 0, 0, 0, 3]);
        let codes: Vec<_> = desk.rejects().into_iter().map(|(_, _, code)| code).collect();
        assert_eq!(codes, ["no-customer", "ends-before-it-begins", "not-a-code"]);
        desk.shop.room.write("in.csv", "line,plan\nL1,A\n");
        desk.shop.room.sh("line import-plans in.csv").fails(2, &["the header lacks from_day, to_day"]);
        desk.shop.room.write("in.csv", "line,plan,from_day,to_day\nL1,A,2026-01-01,\n");
        let out = desk.shop.room.sh("--format json line import-plans in.csv --dry-run").ok().json();
        assert_eq!(numbers(&out), [1, 1, 0, 0, 0, 0]);
        assert_eq!(desk.plans("L1"), Vec::<String>::new());
    }

    async fn a_plan_is_changed_and_changed_again(db: TestDb) {
        let desk = Desk::new(Shop::new(db));
        let room = &desk.shop.room;
        desk.import("line import-plans", "line,plan,from_day,to_day\nL1,A,2026-01-01,\nL3,A,2026-01-01,\n");
        room.sh("line change-plan L1 --plan B --on 2026-10-13").ok();
        room.sh("line change-plan L1 --plan U --on 2026-10-13").ok();
        assert_eq!(desk.plans("L1"), ["A 2026-01-01 2026-10-13", "B 2026-10-13 2026-10-13", "U 2026-10-13 -"]);
        let again = room.sh("--format json line change-plan L1 --plan U --on 2026-10-13").ok().json();
        assert_eq!(again["result"], "unchanged");
        room.sh("line change-plan L1 --plan Z --on 2026-10-14").fails(2, &["there is no such plan on that day"]);
        room.sh("line change-plan L3 --plan B --on 2026-10-11").fails(3, &["does not live on 2026-10-11"]);
        room.sh("line change-plan L9 --plan B").fails(2, &["there is no line `L9`"]);
        room.sh("line add-vas L1 RING --on 2026-10-01").ok();
        room.sh("line remove-vas L1 RING --on 2026-10-15").ok();
        assert_eq!(desk.show("L1")["vas"][0]["to_day"], "2026-10-15");
        room.sh("line remove-vas L1 RING --on 2026-10-15").fails(3, &["does not have `RING` on 2026-10-15"]);
        room.sh("line add-discount L1 D --target plan --kind rate --value 10001").fails(2, &["value: more than a bill may hold"]);
        room.sh("line add-discount L1 D --target plan --kind rate --value 2500 --on 2026-10-01").ok();
        room.sh("line suspend L1 --on 2026-10-20").ok();
        assert_eq!(desk.show("L1")["suspended_on"], "2026-10-20");
        room.sh("line suspend L1 --off").ok();
        assert_eq!(desk.show("L1")["suspended_on"], Value::Null);
        room.sh("line micro-payment L1 --ref P1 --amount 9900 --at 2026-10-20").ok();
        assert_eq!(desk.show("L1")["payments"][0]["amount_minor"], 990_000);
    }

    async fn a_closed_month_stays_as_it_is(db: TestDb) {
        let desk = Desk::new(Shop::new(db));
        desk.import("line import-plans", "line,plan,from_day,to_day\nL1,A,2026-01-01,\n");
        desk.import("line import-payments", "line,ref,approved_at,amount,kind\nL1,P1,2026-10-05,100,approve\n");
        let closed = "INSERT INTO period (ym, start_at, end_at, days, state, closed_at, close_journal)
                      VALUES (202610, 1790780400000000, 1793458800000000, 31, 'closed', 1, 0)";
        desk.shop.run(closed).await;
        let room = &desk.shop.room;
        room.sh("line change-plan L1 --plan B --on 2026-10-31").fails(3, &["it would change a month that is closed"]);
        room.sh("line terminate L1 --on 2026-10-30").fails(3, &["it would change a month that is closed"]);
        room.sh("line add-vas L1 RING --on 2026-10-31").fails(3, &["it would change a month that is closed"]);
        // use that becomes known late is billed in the next month
        assert_eq!(desk.import("line import-usage", "line,month,bytes\nL1,2026-10,5\n"), [1, 1, 0, 0, 0, 0]);
        assert_eq!(desk.shop.number("SELECT COUNT(*) FROM line_usage").await, 0);
        assert_eq!(desk.shop.number("SELECT period FROM bill_adjustment WHERE origin_period = 202610").await, 202_611);
        let late = "line,ref,approved_at,amount,kind\nL1,P1,2026-10-05,200,approve\nL1,P2,2026-10-05,300,approve\n";
        assert_eq!(desk.import("line import-payments", late), [2, 1, 0, 0, 0, 1]);
        let shown = desk.show("L1");
        assert_eq!((&shown["payments"][1]["ref"], &shown["payments"][1]["month"]), (&"P2".into(), &"2026-11".into()));
        room.sh("line change-plan L1 --plan B --on 2026-11-01").ok();
        room.sh("line terminate L1 --on 2026-11-10").ok();
        assert_eq!(desk.plans("L1"), ["A 2026-01-01 2026-11-01", "B 2026-11-01 -"]);
        let plan = "plan add A --name x --fee 1 --from 2026-10-01";
        room.sh(plan).fails(3, &["it would change a month that is closed"]);
    }

    async fn a_number_goes_back_to_its_customer(db: TestDb) {
        let desk = Desk::new(Shop::new(db));
        let room = &desk.shop.room;
        room.sh("line activate X1 --customer C1 --plan A").fails(3, &["the pool has no free number"]);
        room.sh("number pool add 010-7000-0001 --count 2").ok();
        let first = room.sh("--format json line activate X1 --customer C1 --plan A --on 2026-10-01").ok().json();
        assert_eq!((&first["number"], &first["number_from"]), (&"010-****-0001".into(), &"drawn".into()));
        room.sh("line activate X1 --customer C1 --plan A").fails(4, &["there already is a line `X1`"]);
        room.sh("--now 2026-10-10T12:00:00+09:00 line terminate X1 --keep-number 30").ok();
        let list = room.sh("--format json --now 2026-10-20T12:00:00+09:00 number pool list").ok().json();
        assert_eq!((&list[0]["state"], &list[0]["kept_until"]), (&"kept".into(), &"2026-11-09".into()));
        // somebody else does not get it while it is kept
        let other = room.sh("--format json --now 2026-10-20T12:00:00+09:00 line activate X2 --customer C2 --plan A").ok().json();
        assert_eq!(other["number"], "010-****-0002");
        room.sh("--now 2026-10-20T12:00:00+09:00 line activate X3 --customer C2 --plan A").fails(3, &["the pool has no free number"]);
        let back = room.sh("--format json --now 2026-10-20T12:00:00+09:00 line activate X4 --customer C1 --plan A").ok().json();
        assert_eq!((&back["number"], &back["number_from"]), (&"010-****-0001".into(), &"recovered".into()));
        room.sh("--now 2026-10-21T12:00:00+09:00 line terminate X4 --keep-number 30").ok();
        // and does once it is not
        let later = room.sh("--format json --now 2026-12-01T12:00:00+09:00 line activate X5 --customer C2 --plan A").ok().json();
        assert_eq!((&later["number"], &later["number_from"]), (&"010-****-0001".into(), &"drawn".into()));
    }

    /// What only a rule of the database forbids is found row by row; the rest of the chunk comes in.
    async fn rows_that_the_database_does_not_take_are_rejected_alone(db: TestDb) {
        let desk = Desk::new(Shop::new(db));
        desk.shop.run("CREATE UNIQUE INDEX odd ON line_usage (bytes); CREATE UNIQUE INDEX even ON line_vas (to_day)").await;
        let mut csv = String::from("line,month,bytes\n");
        for line in 1..=3 {
            for month in 1..=9 {
                csv.push_str(&format!("L{line},2026-0{month},{}\n", line * 100 + month));
            }
        }
        // lines 5 and 19 have what a row of an earlier month has
        let csv = csv.replace("L1,2026-04,104", "L1,2026-04,101").replace("L3,2026-01,301", "L3,2026-01,209");
        desk.shop.room.write("in.csv", &csv);
        let rehearsed = desk.shop.room.sh("--format json line import-usage in.csv --dry-run").ok().json();
        assert_eq!(numbers(&rehearsed), [27, 25, 0, 0, 0, 2]);
        assert_eq!(desk.shop.number("SELECT COUNT(*) FROM line_usage").await, 0);
        assert_eq!(desk.import("line import-usage", &csv), [27, 25, 0, 0, 0, 2]);
        assert_eq!(desk.rejects(), [rejected(5, "", "unstorable"), rejected(19, "", "unstorable")]);
        assert_eq!(desk.import("line import-usage", &csv), [27, 0, 0, 25, 0, 2]);
        // within one line, too
        let csv = "line,vas,from_day,to_day\nL1,RING,2026-01-01,2026-02-01\nL1,RING,2026-03-01,2026-04-01\nL1,INSURE,2026-01-01,2026-04-01\n";
        assert_eq!(desk.import("line import-vas", csv), [3, 2, 0, 0, 0, 1]);
    }

    async fn processes_that_activate_at_once_draw_other_numbers(db: TestDb) {
        let desk = Desk::new(Shop::new(db));
        let room = &desk.shop.room;
        room.sh("number pool add 010-7000-0001 --count 6").ok();
        let children: Vec<_> = (0..8)
            .map(|i| {
                let args = format!("line activate N{i} --customer C{} --plan A --on 2026-10-01", i % 2 + 1);
                let mut command = room.command(args.split(' '));
                command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("starts")
            })
            .collect();
        let codes: Vec<_> =
            children.into_iter().map(|mut c| c.wait().expect("ends").code().expect("a code")).collect();
        assert_eq!(codes.iter().filter(|c| **c == 0).count(), 6, "{codes:?}");
        assert_eq!(codes.iter().filter(|c| **c == 3).count(), 2, "{codes:?}");
        assert_eq!(desk.shop.number("SELECT COUNT(DISTINCT line_id) FROM number").await, 6);
        // who got no number has no line
        assert_eq!(desk.shop.number("SELECT COUNT(*) FROM line WHERE code LIKE 'N%'").await, 6);
    }

    async fn a_payment_without_a_time_keeps_the_one_on_record(db: TestDb) {
        let desk = Desk::new(Shop::new(db));
        let room = &desk.shop.room;
        let pay = |now: &str, amount: u32| {
            room.sh(&format!("--now {now} --format json line micro-payment L1 --ref P1 --amount {amount}")).ok().json()["result"].clone()
        };
        assert_eq!(pay("2026-09-10T12:00:00+09:00", 9900), "added");
        assert_eq!(pay("2026-10-02T12:00:00+09:00", 9900), "unchanged");
        assert_eq!(pay("2026-10-02T12:00:00+09:00", 9800), "changed");
        let paid = &desk.show("L1")["payments"][0];
        assert_eq!((&paid["amount_minor"], &paid["month"]), (&980_000.into(), &"2026-09".into()));
    }

    async fn a_row_of_numbers_stays_within_its_prefix(db: TestDb) {
        let desk = Desk::new(Shop::new(db));
        let room = &desk.shop.room;
        room.sh("number pool add 010-9999-9998 --count 3").fails(2, &["runs out of its prefix"]);
        room.sh("number pool add 010-9999-9998 --count 2").ok();
    }
}
