//! A sound drill, and every way in which the promise can be broken: the proof must find each.

use super::*;

const PEOPLE: [&str; 5] = ["01000000001", "01000000002", "01000000003", "01000000004", "01000000005"];

/// What became of each of the five: Alimtalk; SMS after a failed Alimtalk; neither; Alimtalk; LMS after a passing failure.
fn campaign(id: i64) -> (Campaign, Vec<Arrival>) {
    let mut messages = Vec::new();
    let mut arrivals = Vec::new();
    for (i, to) in (0_i64..).zip(PEOPLE) {
        let number = MessageId(id * 100 + i);
        let mut arrive = |channel, code: &str| {
            arrivals.push(Arrival {
                seq: 0,
                at: Micros(0),
                message: Some(number),
                to: to.to_owned(),
                channel,
                accepted: true,
                code: code.to_owned(),
            });
        };
        let (state, channel, price) = match i {
            1 => {
                arrive(Channel::Alimtalk, "3104");
                arrive(Channel::Sms, "4000");
                (MessageState::Delivered, Channel::Sms, 2_000)
            }
            2 => {
                arrive(Channel::Alimtalk, "3107");
                arrive(Channel::Sms, "3043");
                (MessageState::Failed, Channel::Sms, 0)
            }
            4 => {
                arrive(Channel::Alimtalk, "2024");
                arrive(Channel::Alimtalk, "3104");
                arrive(Channel::Lms, "4000");
                (MessageState::Delivered, Channel::Lms, 5_000)
            }
            _ => {
                arrive(Channel::Alimtalk, "4000");
                (MessageState::Delivered, Channel::Alimtalk, 900)
            }
        };
        let text = if i == 4 { Channel::Lms } else { Channel::Sms };
        let route = vec![Channel::Alimtalk, text];
        messages.push(Message { id: number, to: to.to_owned(), state, channel, route, price_minor: price });
    }
    let results = [("total", 5), ("alimtalk", 2), ("sms", 1), ("lms", 1), ("failed", 1)];
    let results = results.into_iter().map(|(k, n)| (k.to_owned(), n)).collect();
    let c = Campaign { id: CampaignId(id), state: CampaignState::Done, results, captured_minor: 8_800, messages };
    (c, arrivals)
}

fn sound() -> Evidence {
    let mut e = Evidence { people: PEOPLE.map(ToOwned::to_owned).into(), ..Evidence::default() };
    for id in [1, 2] {
        let (c, arrivals) = campaign(id);
        e.campaigns.push(c);
        e.arrivals.extend(arrivals);
    }
    // one every 100 ms: ten in any second
    for (n, a) in (0_u64..).zip(&mut e.arrivals) {
        (a.seq, a.at) = (n + 1, Micros(n.cast_signed() * 100_000));
    }
    let second = Duration::from_secs(1);
    e.limits = vec![
        Limit { name: "alimtalk", channels: vec![Channel::Alimtalk], most: 7, window: second },
        Limit { name: "text", channels: vec![Channel::Sms, Channel::Lms], most: 4, window: second },
    ];
    e.recount = Recount { messages: 10, differences: Vec::new() };
    e.audit = vec![Audited { group: "alimtalk".to_owned(), busiest: 7, limit: 7, kept: true }];
    e.damage = Some(Vec::new());
    let held = |campaign| Held {
        campaign: CampaignId(campaign),
        state: "closed".to_owned(),
        authorized_minor: 13_000,
        charged_minor: 8_800,
        released_minor: 4_200,
    };
    e.money = Some(Money {
        prices: [(Channel::Alimtalk, 900), (Channel::Sms, 2_000), (Channel::Lms, 5_000)].into(),
        paid_minor: 100_000,
        available_minor: 82_400,
        held_minor: 0,
        holds: vec![held(1), held(2)],
        proofs: 3,
        broken: Vec::new(),
    });
    e
}

fn broken(e: &Evidence) -> Vec<(&'static str, String)> {
    let against = prove(e).into_iter().filter(|c| !c.held);
    against.map(|c| (c.claim, c.counterexample.expect("a case"))).collect()
}

/// Breaks one thing; the claim is found wrong, with a case that says these words.
#[track_caller]
fn finds(claim: &str, words: &[&str], how: impl FnOnce(&mut Evidence)) {
    let mut e = sound();
    how(&mut e);
    let all = broken(&e);
    let found = all.iter().find(|(c, _)| *c == claim);
    let (_, case) = found.unwrap_or_else(|| panic!("`{claim}` still holds; broken: {all:?}"));
    for word in words {
        assert!(case.contains(word), "`{word}` is missing in: {case}");
    }
}

#[test]
fn what_is_sound_is_proven() {
    let e = sound();
    assert_eq!(broken(&e), []);
    let checks = prove(&e);
    assert_eq!(checks.len(), 15);
    let figures = |claim: &str| checks.iter().find(|c| c.claim == claim).expect("a claim").figures.clone();
    let pairs = |list: &[(&str, u64)]| Figures(list.iter().map(|(k, n)| ((*k).to_owned(), *n)).collect());
    assert_eq!(figures("nobody was written to twice"), pairs(&[("taken", 16), ("delivered", 8)]));
    assert_eq!(figures("nobody is missing"), pairs(&[("people", 5), ("messages", 10), ("final", 10)]));
    let fell = figures("texts went to those whom Alimtalk cannot reach");
    assert_eq!(fell, pairs(&[("alimtalk failed", 6), ("texts", 6)]));
    assert_eq!(serde_json::to_string(&fell).expect("JSON"), r#"{"alimtalk failed":6,"texts":6}"#);
}

#[test]
fn a_second_message_is_found() {
    let twice = "nobody was written to twice";
    // taken again although the first one was delivered, or only may have been
    finds(twice, &["msg_100", "cmp_1", "2 times", "#1", "#19"], |e| {
        let again = Arrival { seq: 19, at: Micros(9_000_000), code: "2000".to_owned(), ..e.arrivals[0].clone() };
        e.arrivals.push(again);
    });
    // two texts, an SMS and an LMS
    finds(twice, &["msg_101", "lms"], |e| {
        let again = Arrival { seq: 19, at: Micros(9_000_000), channel: Channel::Lms, ..e.arrivals[2].clone() };
        e.arrivals.push(again);
    });
    // Alimtalk and SMS delivered, under references of two messages
    finds(twice, &["one person", "cmp_1", "#1", "#3"], |e| e.arrivals[2].to = PEOPLE[0].to_owned());
    // the smallest case is told
    finds(twice, &["msg_103"], |e| {
        for n in [9_usize, 5] {
            let again = Arrival { seq: 20 + n as u64, at: Micros(9_000_000), ..e.arrivals[n].clone() };
            e.arrivals.push(again);
        }
    });
    // what was refused at the door, or came back as passing trouble, may come again
    let mut e = sound();
    e.arrivals[0] = Arrival { accepted: false, code: "1026".to_owned(), ..e.arrivals[0].clone() };
    let again =
        Arrival { seq: 19, at: Micros(9_000_000), accepted: true, code: "4000".to_owned(), ..e.arrivals[0].clone() };
    e.arrivals.push(again);
    assert_eq!(broken(&e), []);
}

#[test]
fn somebody_missing_is_found() {
    let missing = "nobody is missing";
    finds(missing, &["ends in 0003", "cmp_2"], |e| drop(e.campaigns[1].messages.remove(2)));
    finds(missing, &["msg_104", "cmp_1", "accepted"], |e| e.campaigns[0].messages[4].state = MessageState::Accepted);
    finds(missing, &["msg_200 and msg_201", "one person"], |e| {
        e.campaigns[1].messages[1].to = PEOPLE[0].to_owned();
    });
    finds(missing, &["cmp_2 is running"], |e| e.campaigns[1].state = CampaignState::Running);
    finds(missing, &["ends in 0005", "cmp_1"], |e| {
        for c in &mut e.campaigns {
            c.messages.pop();
        }
    });
}

#[test]
fn strangers_are_found() {
    let unasked = "nobody was written to unasked";
    finds(unasked, &["#1", "no message"], |e| e.arrivals[0].message = None);
    finds(unasked, &["#1", "no message"], |e| e.arrivals[0].message = Some(MessageId(99)));
    finds(unasked, &["#1", "another number"], |e| e.arrivals[0].to = PEOPLE[3].to_owned());
    finds(unasked, &["#3", "mms"], |e| e.arrivals[2].channel = Channel::Mms);
}

#[test]
fn results_that_are_not_the_providers_are_found() {
    let claim = "our results are the provider's";
    finds(claim, &["msg_100", "was not there"], |e| e.arrivals[0].code = "3104".to_owned());
    finds(claim, &["msg_102", "is failed here", "delivered"], |e| e.arrivals[4].code = "4000".to_owned());
    finds(claim, &["msg_101", "by sms", "alimtalk here"], |e| e.campaigns[0].messages[1].channel = Channel::Alimtalk);
    finds(claim, &["msg_100", "cancelled here"], |e| e.campaigns[0].messages[0].state = MessageState::Cancelled);
}

#[test]
fn a_fallback_too_many_or_too_few_is_found() {
    let claim = "texts went to those whom Alimtalk cannot reach";
    finds(claim, &["msg_102", "no text"], |e| drop(e.arrivals.remove(4)));
    finds(claim, &["msg_101", "no Alimtalk had failed"], |e| e.arrivals[1].code = "3000".to_owned());
    finds(claim, &["msg_100", "no Alimtalk had failed"], |e| {
        let text = Arrival { seq: 19, at: Micros(9_000_000), channel: Channel::Sms, ..e.arrivals[0].clone() };
        e.arrivals.push(text);
    });
    // of a cancelled campaign nothing more goes out
    let mut e = sound();
    e.campaigns[0].state = CampaignState::Cancelled;
    e.campaigns[0].messages[2].state = MessageState::Cancelled;
    e.campaigns[0].results.extend([("failed".to_owned(), 0), ("cancelled".to_owned(), 1)]);
    e.arrivals.remove(4);
    assert_eq!(broken(&e), []);
}

#[test]
fn sums_that_are_wrong_are_found() {
    finds("campaign results add up", &["cmp_1", "total 6"], |e| {
        e.campaigns[0].results.extend([("total".to_owned(), 6)]);
    });
    finds("campaign results add up", &["cmp_2", "sms"], |e| {
        e.campaigns[1].results.extend([("sms".to_owned(), 2), ("lms".to_owned(), 0)]);
    });
    finds("costs add up", &["cmp_1 cost 8801"], |e| e.campaigns[0].captured_minor += 1);
    finds("costs add up", &["msg_102", "charged"], |e| {
        e.campaigns[0].messages[2].price_minor = 2_000;
        e.campaigns[0].captured_minor += 2_000;
    });
    finds("statistics equal the recount", &["9 messages", "10"], |e| e.recount.messages = 9);
    finds("statistics equal the recount", &["sms delivered"], |e| e.recount.differences.push("sms delivered".into()));
    finds("the database is sound", &["row 7"], |e| e.damage = Some(vec!["row 7 missing from index".into()]));
}

#[test]
fn a_window_over_the_limit_is_found_to_the_microsecond() {
    let claim = "no window at the provider held more than the limit";
    let talk_at = |e: &mut Evidence, at: fn(i64) -> i64| {
        for (n, a) in (0..).zip(e.arrivals.iter_mut().filter(|a| a.channel == Channel::Alimtalk)) {
            a.at = Micros(at(n));
        }
    };
    finds(claim, &["8 of 7", "alimtalk", "#1 to #11"], |e| {
        talk_at(e, |n| if n < 8 { 500_000 } else { n * 5_000_000 });
    });
    // half-open: what arrived exactly a window before has left
    let mut e = sound();
    talk_at(&mut e, |n| if n < 7 { 0 } else { 1_000_000 });
    assert_eq!(broken(&e), []);
    finds(claim, &["8 of 7"], |e| {
        talk_at(e, |n| match n {
            0..7 => 0,
            7 => 999_999,
            _ => n * 5_000_000,
        });
    });
    finds("the calls on record kept every limit", &["8 of 7"], |e| e.audit[0].busiest = 8);
    finds("the calls on record kept every limit", &["7 of 7"], |e| e.audit[0].kept = false);
    finds("the calls on record kept every limit", &["no limit"], |e| e.audit.clear());
}

/// Evidence whose money is otherwise.
fn with_money(change: impl FnOnce(&mut Money)) -> Vec<(&'static str, String)> {
    let mut e = sound();
    change(e.money.as_mut().expect("money"));
    broken(&e)
}

#[test]
fn money_that_does_not_add_up_is_found() {
    const CHARGED: &str = "what was charged is what the provider delivered";
    const CLOSED: &str = "every hold is closed";
    const SOUND: &str = "the books of credits were sound after every kill";
    const SUM: &str = "credits add up";
    let claims = |found: Vec<(&'static str, String)>| found.into_iter().map(|f| f.0).collect::<Vec<_>>();
    // charged 1/100 won too much, out of what was to be released
    let found = with_money(|m| {
        m.holds[1].charged_minor += 1;
        m.holds[1].released_minor -= 1;
        m.available_minor -= 1;
    });
    let what = "cmp_2 was charged 8801, and 8800 was delivered of it (1/100 won)".to_owned();
    assert_eq!(found, [(CHARGED, what)]);
    // not charged at all: given back twice
    assert_eq!(claims(with_money(|m| m.holds[0].charged_minor = 0)), [CHARGED, CLOSED, SUM]);
    // something is left in a hold
    let found = with_money(|m| {
        m.holds[0].released_minor -= 5;
        m.holds[0].state = "open".to_owned();
        m.held_minor = 5;
        m.available_minor -= 5;
    });
    assert_eq!(claims(found), [CLOSED, SUM]);
    assert_eq!(claims(with_money(|m| m.holds[1].state = "expired".to_owned())), [CLOSED]);
    // a campaign that set nothing aside
    assert_eq!(claims(with_money(|m| drop(m.holds.remove(1)))), [CHARGED, CLOSED, SUM]);
    // a top-up that was booked twice
    assert_eq!(claims(with_money(|m| m.available_minor += 100_000)), [SUM]);
    let found = with_money(|m| m.broken.push("proof 2: V5 `shop` has 5 won held, and its holds 0".to_owned()));
    assert_eq!(found, [(SOUND, "proof 2: V5 `shop` has 5 won held, and its holds 0".to_owned())]);
    assert_eq!(claims(with_money(|m| m.proofs = 0)), [SOUND]);
    // another price in the provider's log than in ours
    assert_eq!(
        claims(with_money(
            |m| m.prices = [(Channel::Sms, 2_000), (Channel::Alimtalk, 900), (Channel::Lms, 4_999)].into()
        )),
        [CHARGED]
    );
}
