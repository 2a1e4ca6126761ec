//! The credits of the whole system against a model of plain integers: whatever operators, providers, crashes and the
//! calendar do, in whatever order, both come to the same won, and every promise of the books holds after each step.

mod bank;
mod courier;
mod histories;
mod model;
mod probe;

use std::sync::Arc;

use proptest::strategy::{Strategy as _, ValueTree as _};
use proptest::test_runner::Config;
use proptest_state_machine::{ReferenceStateMachine, StateMachineTest, prop_state_machine};
use tokio::runtime::Runtime;

use crate::support::TestDb;
use bank::Bank;
use model::{Model, Step};

/// The system, or nothing where its engine is not there.
struct Running {
    rt: Arc<Runtime>,
    bank: Option<Bank>,
}

fn begin(db: impl AsyncFnOnce() -> Option<TestDb>) -> Running {
    let rt = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime");
    let bank = rt.block_on(async {
        match db().await {
            Some(db) => Some(Bank::new(db).await),
            None => None,
        }
    });
    Running { rt: Arc::new(rt), bank }
}

fn step(mut s: Running, m: &Model, step: Step) -> Running {
    if let Some(bank) = &mut s.bank {
        s.rt.block_on(bank.apply(&step, m));
    }
    s
}

fn check(s: &Running, m: &Model) {
    if let Some(bank) = &s.bank {
        s.rt.block_on(bank.check(m));
    }
}

fn finish(s: Running, m: Model) {
    if let Some(bank) = s.bank {
        s.rt.block_on(bank.finish(m));
    }
}

macro_rules! on {
    ($name:ident, $db:expr) => {
        struct $name;

        impl StateMachineTest for $name {
            type SystemUnderTest = Running;
            type Reference = Model;

            fn init_test(_: &Model) -> Running {
                begin($db)
            }

            fn apply(s: Running, m: &Model, transition: Step) -> Running {
                step(s, m, transition)
            }

            fn check_invariants(s: &Running, m: &Model) {
                check(s, m);
            }

            fn teardown(s: Running, m: Model) {
                finish(s, m);
            }
        }
    };
}

on!(Sqlite, async || Some(TestDb::sqlite().await));
on!(Postgres, TestDb::postgres);

/// Few long histories; more of them with `PROPTEST_CASES`.
fn config(few: u32) -> Config {
    let own = Config::default();
    let cases = if std::env::var_os("PROPTEST_CASES").is_some() { own.cases } else { few };
    Config { cases, failure_persistence: None, max_shrink_iters: 100, ..own }
}

prop_state_machine! {
    #![proptest_config(config(5))]

    #[test]
    fn sqlite(sequential 30..80 => Sqlite);
}

prop_state_machine! {
    #![proptest_config(config(2))]

    #[test]
    fn postgres(sequential 30..80 => Postgres);
}

/// The histories come to everything that a rule is about: a proof of what never happens would prove nothing.
#[test]
fn histories_come_to_everything() {
    let mut seen = std::collections::BTreeMap::new();
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    for _ in 0..1_200 {
        let history = Model::sequential_strategy(30..80).new_tree(&mut runner).expect("a history").current();
        let (mut m, steps, _) = history;
        for step in &steps {
            m = <Model as ReferenceStateMachine>::apply(m, step);
            *seen.entry(format!("{:?}", m.expect)).or_insert(0) += 1;
        }
        for word in m.came_to() {
            *seen.entry(word.to_owned()).or_insert(0) += 1;
        }
    }
    for what in [
        "Repeated",
        "Taken",
        "Missing",
        "NotOver",
        "Refused(\"INSUFFICIENT\")",
        "Refused(\"CASHOUT_EXCEEDS\")",
        "Refused(\"NOT_PAID\")",
        "Refused(\"NOT_PREPAID\")",
        "Refused(\"PAYMENT_DIFFERS\")",
        "Refused(\"REFUND_EXCEEDS\")",
        "closed by its last message",
        "expired",
        "charged late",
        "owed",
        "below zero",
        "a bonus was spent first",
        "refunded",
        "taken back",
        "two channels",
        "two months",
        "after the close",
        "closed",
    ] {
        assert!(seen.get(what).is_some_and(|n| *n >= 3), "`{what}` hardly happens: {seen:#?}");
    }
}
