//! The law at its edges: seconds, bytes, leap days.

use super::*;
use crate::domain::text::{Charset, measure, text_kind};
use proptest::prelude::*;

fn at(text: &str) -> Micros {
    Micros::from(text.parse::<jiff::Timestamp>().expect("a timestamp"))
}

fn kst_time(text: &str) -> Micros {
    at(&format!("2026-11-21T{text}+09:00"))
}

const SHOP: Advertiser<'_> =
    Advertiser { title: "한빛가게", contact: Some("1588-0000"), optout: Some("080-000-0000") };

#[test]
fn a_plain_text_gets_everything() {
    assert_eq!(
        text(&SHOP, "#{이름}님, 오늘만 20% 할인\n").as_deref(),
        Ok("(광고)한빛가게\n#{이름}님, 오늘만 20% 할인\n문의 1588-0000\n무료수신거부 080-000-0000")
    );
    assert_eq!(subject("봄맞이 할인").as_deref(), Ok("(광고)봄맞이 할인"));
}

#[test]
fn what_is_there_in_the_right_form_is_not_doubled() {
    let whole = "(광고)한빛가게\n오늘만\n문의 1588-0000\n무료수신거부 080-000-0000";
    for (written, sent) in [
        (whole, whole),
        ("오늘만", whole),
        ("(광고)오늘만", whole),
        ("(광고) 오늘만\n무료수신거부 080-000-0000", whole),
        ("한빛가게\n오늘만", whole),
        ("(광고)[한빛가게] 오늘만", "(광고)[한빛가게] 오늘만\n문의 1588-0000\n무료수신거부 080-000-0000"),
        (
            "(광고) 한빛가게 1588.0000 오늘만 무료거부 0800000000",
            "(광고) 한빛가게 1588.0000 오늘만\n무료거부 0800000000",
        ),
        (
            "(광고)한빛가게\n오늘만\n무료 수신거부: 080 000 0000",
            "(광고)한빛가게\n오늘만\n문의 1588-0000\n무료 수신거부: 080 000 0000",
        ),
    ] {
        assert_eq!(text(&SHOP, written).as_deref(), Ok(sent), "{written}");
        // and again: nothing is added to what is complete
        assert_eq!(text(&SHOP, sent).as_deref(), Ok(sent), "{sent}");
    }
    assert_eq!(subject("(광고)봄맞이").as_deref(), Ok("(광고)봄맞이"));
}

#[test]
fn other_spellings_of_the_label_are_refused_with_a_proposal() {
    for wrong in [
        "[광고]오늘만",
        "(광 고)오늘만",
        "< 광고 > 오늘만",
        "광고)오늘만",
        "（광고）오늘만",
        " (광고)오늘만",
        "★(광고)오늘만",
        "(광/고)오늘만",
        "(광.고) 오늘만",
        "광.고 오늘만",
        "\"광고\" 오늘만",
        "【광고】오늘만",
        "(대출광고)오늘만",
        "(광고)(광고)오늘만",
        "(광고)[광고]오늘만",
    ] {
        let proposal = "(광고)오늘만".to_owned();
        assert_eq!(text(&SHOP, wrong), Err(AdvertError::Label { proposal: proposal.clone() }), "{wrong}");
        assert_eq!(subject(wrong), Err(AdvertError::Label { proposal }), "{wrong}");
    }
    assert!(matches!(text(&SHOP, "오늘만 할인합니다 여러분 모두에게 (광고)"), Err(AdvertError::Label { .. })));
    for fine in ["광고 대행 무료 상담 (11월)", "광고주 여러분", "[한빛광고] 세일", "광고", "(주)광고나라 세일"]
    {
        assert!(text(&SHOP, fine).is_ok(), "{fine}");
        assert_eq!(Label::of(fine), Label::None, "{fine}");
    }
}

#[test]
fn what_the_site_lacks_is_named_with_its_mend() {
    let mend = |by: &Advertiser<'_>, body: &str| text(by, body).expect_err("refused").hint("shop");
    assert!(mend(&Advertiser { contact: None, ..SHOP }, "세일").contains("site set shop --contact"));
    assert!(mend(&Advertiser { contact: Some(" "), ..SHOP }, "세일").contains("site set shop --contact"));
    assert!(mend(&Advertiser { optout: None, ..SHOP }, "세일").contains("site set shop --optout"));
    for costs in ["02-123-4567", "080-1", "080-1234-56789", "1588-0000", "080-ABC-1234", "+82 80 123 4567"] {
        let by = Advertiser { optout: Some(costs), ..SHOP };
        assert_eq!(text(&by, "세일"), Err(AdvertError::NotFree(costs.to_owned())));
        assert!(mend(&by, "세일").contains("--optout 080"));
    }
    for other in [
        "세일 무료거부 080-111-1111",
        "세일 무료수신거부 02-123-4567",
        "세일 무료수신거부",
        "무료수신거부 080-000-0000 세일은 내일까지",
        "무료수신거부 080-000-0000",
    ] {
        assert!(mend(&SHOP, other).contains("`무료수신거부 080-000-0000`"), "{other}");
    }
    assert_eq!(text(&SHOP, " \n"), Err(AdvertError::Empty));
    assert!(matches!(text(&Advertiser { title: "#{가게}", ..SHOP }, "세일"), Err(AdvertError::Title(_))));
    assert!(is_free("080-1234-5678") && is_free("0801234567"));
}

/// Label, name, contact and opt-out take 56 bytes here: 34 are left of an SMS.
#[test]
fn the_additions_are_counted() {
    for (bytes, kind) in [(90, Channel::Sms), (91, Channel::Lms)] {
        let sent = text(&SHOP, &"a".repeat(bytes - 56)).expect("an advertisement");
        assert_eq!(measure(&sent, Charset::Ksx1001).bytes, bytes, "{sent}");
        assert_eq!(text_kind(&sent, None, Charset::Ksx1001), Ok(kind));
    }
}

#[test]
fn nights_begin_and_end_to_the_second() {
    let eight = kst_time("08:00:00");
    let tomorrow = at("2026-11-22T08:00:00+09:00");
    for (time, text, kakao) in [
        ("20:49:59", None, None),
        ("20:49:59.999999", None, None),
        ("20:50:00", None, Some(tomorrow)),
        ("20:59:59", None, Some(tomorrow)),
        ("20:59:59.999999", None, Some(tomorrow)),
        ("21:00:00", Some(tomorrow), Some(tomorrow)),
        ("23:59:59", Some(tomorrow), Some(tomorrow)),
        ("00:00:00", Some(eight), Some(eight)),
        ("07:59:59", Some(eight), Some(eight)),
        ("07:59:59.999999", Some(eight), Some(eight)),
        ("08:00:00", None, None),
        ("12:00:00", None, None),
    ] {
        for c in [Channel::Sms, Channel::Lms, Channel::Mms, Channel::Rcs, Channel::Push, Channel::Email] {
            assert_eq!(opens_at(c, kst_time(time), false, NIGHT), text, "{c} {time}");
            assert_eq!(opens_at(c, kst_time(time), true, NIGHT), None, "{c} {time}, night consent");
        }
        assert_eq!(opens_at(Channel::Alimtalk, kst_time(time), false, NIGHT), kakao, "{time}");
    }
}

#[test]
fn an_operators_hours_only_add_to_the_night() {
    let hours = |from, to| (Time::constant(from, 0, 0, 0), Time::constant(to, 30, 0, 0));
    let wider = hours(19, 9);
    assert_eq!(opens_at(Channel::Sms, kst_time("18:59:59"), false, wider), None);
    assert_eq!(opens_at(Channel::Sms, kst_time("19:00:00"), false, wider), Some(at("2026-11-22T09:30:00+09:00")));
    assert_eq!(opens_at(Channel::Sms, kst_time("07:00:00"), false, wider), Some(kst_time("09:30:00")));
    // a narrower night, a pause at noon, none at all: the law stays
    for other in [hours(23, 5), hours(12, 13), (Time::MIN, Time::MIN)] {
        assert_eq!(opens_at(Channel::Sms, kst_time("22:00:00"), false, other), Some(at("2026-11-22T08:00:00+09:00")));
        assert_eq!(opens_at(Channel::Sms, kst_time("08:00:00"), false, other), None);
    }
    assert_eq!(opens_at(Channel::Sms, kst_time("12:10:00"), false, hours(12, 13)), Some(kst_time("13:30:00")));
    // the end of the night lies in the operator's own pause
    assert_eq!(opens_at(Channel::Sms, kst_time("06:00:00"), false, hours(7, 10)), Some(kst_time("10:30:00")));
}

#[test]
fn the_next_closing() {
    for (time, c, hours, closes) in [
        ("08:00:00", Channel::Sms, NIGHT, "21:00:00"),
        ("20:59:59", Channel::Sms, NIGHT, "21:00:00"),
        ("21:00:00", Channel::Sms, NIGHT, "21:00:00"),
        ("03:00:00", Channel::Sms, NIGHT, "03:00:00"),
        ("20:00:00", Channel::Alimtalk, NIGHT, "20:50:00"),
        ("09:00:00", Channel::Sms, (Time::constant(12, 0, 0, 0), Time::constant(13, 0, 0, 0)), "12:00:00"),
    ] {
        assert_eq!(closes_at(c, kst_time(time), hours), kst_time(closes), "{time}");
    }
}

#[test]
fn a_consent_holds_for_two_years_less_a_day() {
    let now = at("2026-11-21T10:00:00+09:00");
    for (given, expected) in [
        (None, Consent::Missing),
        (Some("2026-11-21T10:00:00+09:00"), Consent::Valid),
        (Some("2026-11-21T10:00:01+09:00"), Consent::Future),
        (Some("2024-11-22T00:00:00+09:00"), Consent::Valid),
        // exactly two years, and any hour of that day
        (Some("2024-11-21T10:00:00+09:00"), Consent::Expired),
        (Some("2024-11-21T23:59:59+09:00"), Consent::Expired),
        (Some("2020-01-01T00:00:00+09:00"), Consent::Expired),
    ] {
        assert_eq!(consent(given.map(at), now, now), expected, "{given:?}");
    }
    // at the planned time, not when it is planned
    let given = Some(at("2024-11-22T15:00:00+09:00"));
    assert_eq!(consent(given, now, at("2026-11-21T23:59:59+09:00")), Consent::Valid);
    assert_eq!(consent(given, now, at("2026-11-22T00:00:00+09:00")), Consent::Expired);
    assert_eq!(consent(Some(at("2026-11-21T12:00:00+09:00")), now, at("2026-11-22T12:00:00+09:00")), Consent::Future);
}

#[test]
fn leap_days() {
    for (given, expires) in [
        ("2024-02-28T12:00:00+09:00", "2026-02-28T00:00:00+09:00"),
        ("2024-02-29T12:00:00+09:00", "2026-03-01T00:00:00+09:00"),
        ("2024-03-01T00:00:00+09:00", "2026-03-01T00:00:00+09:00"),
        ("2022-02-28T23:59:59+09:00", "2024-02-28T00:00:00+09:00"),
        // a Korean day, whatever UTC says
        ("2024-11-21T15:30:00Z", "2026-11-22T00:00:00+09:00"),
    ] {
        assert_eq!(expires_at(at(given)), at(expires), "{given}");
    }
}

proptest! {
    /// Minute by minute, from a text of the rule and nothing else.
    #[test]
    fn an_opening_is_the_first_open_minute(minute in 0_i64..1_000_000, from in 0_i64..1440, to in 0_i64..1440) {
        let time = |m| Time::midnight().wrapping_add(jiff::SignedDuration::from_mins(m));
        let hours = (time(from), time(to));
        let closed = |m: i64| {
            let now = (m + 9 * 60) % 1440;
            let own = if from <= to { from <= now && now < to } else { now >= from || now < to };
            !(480..1260).contains(&now) || own
        };
        let at = |m: i64| Micros(m * 60_000_000);
        if let Some(open) = (minute..minute + 2880).find(|m| !closed(*m)) {
            let found = opens_at(Channel::Sms, at(minute), false, hours);
            prop_assert_eq!(found.unwrap_or(at(minute)), at(open));
            let closes = (open..open + 2880).find(|m| closed(*m)).map(at);
            prop_assert_eq!(Some(closes_at(Channel::Lms, at(open), hours)), closes);
        }
    }

    /// The short cut is the calendar.
    #[test]
    fn a_consent_holds_until_it_expires(given in 0_i64..3_000_000_000, later in 0_i64..800 * 86_400) {
        let (given, at) = (Micros(given * 1_000_000), Micros((given + later) * 1_000_000));
        let expected = if at < expires_at(given) { Consent::Valid } else { Consent::Expired };
        prop_assert_eq!(consent(Some(given), given, at), expected);
    }
}
