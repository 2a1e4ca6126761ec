//! Byte counts, substitutes and limits, against tables and the encoder.

use super::*;
use proptest::prelude::*;

const KS: Charset = Charset::Ksx1001;

#[test]
fn counts_bytes_as_carriers_do() {
    let ga = |n: usize| "가".repeat(n);
    for (text, bytes, kind) in [
        ("a".repeat(90), 90, Channel::Sms),
        ("a".repeat(91), 91, Channel::Lms),
        (ga(45), 90, Channel::Sms),
        (ga(46), 92, Channel::Lms),
        (ga(44) + "ab", 90, Channel::Sms),
        (ga(44) + "abc", 91, Channel::Lms),
        (ga(44) + "\n\t", 90, Channel::Sms),
        ("…·’“①㈜～￦€®あ漢".to_owned(), 24, Channel::Sms),
        ("ＡＢ１２　ㅋㅋㅠㅠ♥★→".to_owned(), 24, Channel::Sms),
        ("(광고)".to_owned(), 6, Channel::Sms),
        ("무료거부 0801234567".to_owned(), 19, Channel::Sms),
        (ga(1000), 2000, Channel::Lms),
    ] {
        let m = measure(&text, KS);
        assert_eq!((m.bytes, m.clean, m.chars), (bytes, true, text.chars().count()), "{text}");
        assert_eq!(text_kind(&text, None, KS), Ok(kind), "{text}");
    }
    assert_eq!(text_kind(&(ga(1000) + "a"), None, KS), Err(TextError::TooLong { bytes: 2001, limit: 2000 }));
    assert_eq!(text_kind("", None, KS), Err(TextError::Empty));
    assert_eq!(text_kind("가", Some("제목"), KS), Ok(Channel::Lms));
    assert_eq!(text_kind("가", Some(&ga(20)), KS), Ok(Channel::Lms));
    assert_eq!(text_kind("가", Some(&(ga(20) + "a")), KS), Err(TextError::SubjectTooLong { bytes: 41 }));
}

#[test]
fn name_length_decides_the_kind_per_recipient() {
    let fixed = "가".repeat(41) + "a";
    for (name, bytes, kind) in
        [("홍길동", 89, Channel::Sms), ("남궁민수", 91, Channel::Lms), ("김철", 87, Channel::Sms)]
    {
        let text = format!("{name}{fixed}");
        assert_eq!(euckr_len(&text), bytes);
        assert_eq!(text_kind(&text, None, KS), Ok(kind));
    }
}

#[test]
fn ksx1001_has_2350_syllables_and_cp949_all() {
    let syllables = || ('가'..='힣').map(String::from);
    assert_eq!(syllables().filter(|s| measure(s, KS).clean).count(), 2350);
    assert_eq!(syllables().filter(|s| measure(s, Charset::Cp949).clean).count(), 11_172);
    for s in ["뷁", "똠", "햏", "펲", "갂", "힣"] {
        assert_eq!(measure(s, KS), Measure { bytes: 2, chars: 1, clean: false }, "{s}");
        assert!(measure(s, Charset::Cp949).clean, "{s}");
        assert_eq!(unencodable(s, KS)[0].proposal, None, "{s}");
    }
    // 8,224 in the standard of 1987, the euro and registered signs since 1998.
    let all = (0..=0xFFFF_u32).filter_map(char::from_u32).filter(|c| !c.is_ascii());
    assert_eq!(all.filter(|c| measure(&c.to_string(), KS).clean).count(), 8_226);
}

#[test]
fn what_cannot_be_sent_is_named_with_a_substitute() {
    for (text, ch, at, proposal) in [
        ("총 ₩5,000", "₩", 2, Some("￦")),
        ("9–6시", "–", 1, Some("-")),
        ("가—나", "—", 1, Some("-")),
        ("café", "é", 3, Some("e")),
        ("cafe\u{301}", "é", 3, Some("e")),
        ("Nguyễn", "ễ", 4, Some("e")),
        ("a\u{A0}b", "\u{A0}", 1, Some(" ")),
        ("a\u{2009}b", "\u{2009}", 1, Some(" ")),
        ("ｶﾞ", "ｶﾞ", 0, Some("ガ")),
        ("안녕\u{200B}", "\u{200B}", 2, Some("")),
        ("\u{FEFF}안녕", "\u{FEFF}", 0, Some("")),
        ("안녕👍", "👍", 2, None),
        ("👨‍👩‍👧‍👦 가족", "👨‍👩‍👧‍👦", 0, None),
        ("👍🏽", "👍🏽", 0, None),
        ("🇰🇷", "🇰🇷", 0, None),
        ("☎️ 문의", "☎\u{FE0F}", 0, Some("☎")),
        ("❤️", "❤\u{FE0F}", 0, Some("♥")),
        ("⑯", "⑯", 0, Some("16")),
        ("ﬁn", "ﬁ", 0, Some("fi")),
        ("• 하나", "•", 0, Some("·")),
        ("£5", "£", 0, Some("￡")),
        ("줄\u{2028}끝", "\u{2028}", 1, Some("\n")),
        ("종\u{7}료", "\u{7}", 1, Some("")),
        ("세로\u{B}줄", "\u{B}", 2, Some("\n")),
        ("\u{1100}", "\u{1100}", 0, Some("ㄱ")),
        ("漢们", "们", 1, None),
    ] {
        let found = unencodable(text, KS);
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        assert_eq!((found[0].ch.as_str(), found[0].at, found[0].proposal.as_deref()), (ch, at, proposal), "{text}");
        assert!(matches!(text_kind(&normalise(text), None, KS), Err(TextError::Unencodable { total: 1, .. })));
    }
    let said = text_kind("총 ₩5,000 👍", None, KS).expect_err("two of them").to_string();
    assert_eq!(said, "2 characters of the text cannot be encoded: `₩` (U+20A9) at 3");
}

#[test]
fn normalising_composes_and_keeps_what_can_be_sent() {
    for (text, expected) in [
        ("a\r\nb\rc\n", "a\nb\nc\n"),
        ("\u{1112}\u{1161}\u{11AB}글", "한글"),
        ("\u{212B}", "\u{212B}"),
        ("\u{2126}\r\n", "\u{2126}\n"),
        ("\u{F92F}\r", "\u{F92F}\n"),
        ("e\u{301}가\r\n", "é가\n"),
    ] {
        assert_eq!(normalise(text), expected);
    }
    assert!(matches!(normalise("가나다 abc\n"), Cow::Borrowed(_)));
}

#[test]
fn transliterating_leaves_only_what_has_no_substitute() {
    assert_eq!(transliterate("₩5,000 – “감사합니다”… ｱﾘｶﾞﾄ café👍", KS), "￦5,000 - “감사합니다”… アリガト cafe👍");
    assert_eq!(transliterate("한글 ABC", KS), "한글 ABC");
}

#[test]
fn alimtalk_counts_characters_and_refuses_controls() {
    assert_eq!(check_alimtalk(&"👍".repeat(1000)), Ok(1000));
    assert_eq!(check_alimtalk(&"가".repeat(1001)), Err(TextError::AlimtalkTooLong { chars: 1001 }));
    assert_eq!(check_alimtalk("가\u{1B}[0m"), Err(TextError::Control { ch: '\u{1B}', at: 1 }));
    assert_eq!(check_alimtalk("줄\n탭\t"), Ok(4));
}

/// Encoded by `encoding_rs`, which is code page 949; `None` when it cannot.
fn encoded(text: &str) -> Option<Vec<u8>> {
    let (bytes, _, bad) = encoding_rs::EUC_KR.encode(text);
    (!bad).then(|| bytes.into_owned())
}

#[test]
fn every_character_agrees_with_the_encoder() {
    for c in (0x20..=0xFFFF_u32).filter_map(char::from_u32).filter(|c| !c.is_control()) {
        let text = c.to_string();
        let bytes = encoded(&text);
        let strict = bytes.as_ref().is_some_and(|b| c.is_ascii() || b.iter().all(|b| *b >= 0xA1));
        assert_eq!(measure(&text, Charset::Cp949).clean, bytes.is_some(), "{c:?}");
        assert_eq!(measure(&text, KS).clean, strict, "{c:?}");
        if let Some(bytes) = bytes {
            assert_eq!(euckr_len(&text), bytes.len(), "{c:?}");
        }
    }
}

proptest! {
    #[test]
    fn length_equals_the_encoded_length(text in "[ -~가-힣ぁ-ん一-龥ㄱ-ㅎ①-⑮\\n]{0,60}") {
        if let Some(bytes) = encoded(&text) {
            prop_assert_eq!(euckr_len(&text), bytes.len());
            prop_assert!(measure(&text, Charset::Cp949).clean);
        } else {
            prop_assert!(!unencodable(&text, Charset::Cp949).is_empty());
        }
    }

    #[test]
    fn any_text_survives_normalising_and_transliterating(text in "\\PC{0,40}") {
        let once = normalise(&text).into_owned();
        prop_assert_eq!(normalise(&once).into_owned(), once.clone());
        prop_assert_eq!(unencodable(&once, KS).is_empty(), measure(&once, KS).clean);
        let mended = transliterate(&text, KS);
        for left in unencodable(&mended, KS) {
            prop_assert_eq!(left.proposal, None);
        }
    }
}
