//! Something to play with: a site with templates, and people who do not exist.
//!
//! Numbers begin with 010-0 and 010-1, which are given to nobody.

use rand::rngs::StdRng;
use rand::{Rng as _, RngExt as _, SeedableRng as _};

use crate::domain::channel::Channel;
use crate::domain::starters::{self, Starter};
use crate::domain::text::Charset;
use crate::domain::time::Micros;
use crate::ops::site::{self, SiteError};
use crate::ops::template::{self, TemplateError};
use crate::store::Store;

/// The site.
pub const SITE: &str = "shop";
/// The list that its people are on.
pub const LIST: &str = "members";
/// What is sent to them, inside the site's greeting: an SMS for most names, an LMS for long ones.
pub const MESSAGE: &str = "정기 점검이 완료되었습니다. 고객센터 1588-0000";

/// Adds the site, or completes what an earlier run began; also the names of its templates.
pub async fn furnish(store: &Store, charset: Charset, now: Micros) -> Result<Vec<String>, TemplateError> {
    let change = site::Change {
        title: Some("한빛가게".to_owned()),
        senders: Some(vec!["1588-0000".to_owned()]),
        sender_key: Some("KA01PF000000000DEMO".to_owned()),
        contact: Some("1588-0000".to_owned()),
        optout: Some("080-000-0000".to_owned()),
        ..site::Change::default()
    };
    match site::add(store, SITE, change, now, false).await {
        Ok(_) | Err(SiteError::Taken(_)) => {}
        Err(e) => return Err(e.into()),
    }
    let mut names = Vec::new();
    for s in starters::all() {
        match template::add(store, SITE, s.name, &as_approved(s), charset, now, false).await {
            Ok(_) | Err(TemplateError::Taken(_)) => names.push(s.name.to_owned()),
            Err(e) => return Err(e),
        }
    }
    if let Some(wrapper) = starters::all().iter().find(|s| s.wrapper) {
        let change = site::Change { wrapper: Some(wrapper.name.to_owned()), ..site::Change::default() };
        site::change(store, SITE, change, now, false).await?;
    }
    Ok(names)
}

/// The starter as a template that Kakao has approved, where it is one for Alimtalk. The greeting is, too:
/// inside it any text goes out as Alimtalk first.
fn as_approved(s: &Starter) -> template::Change {
    let alimtalk = s.wrapper || s.channel == Channel::Alimtalk;
    template::Change {
        channel: Some(if alimtalk { Channel::Alimtalk } else { s.channel }),
        subject: s.subject.clone(),
        body: Some(s.body.clone()),
        fallback: s.fallback.clone(),
        provider_code: alimtalk.then(|| format!("KA01TP0000{}", s.name.to_uppercase())),
        note: Some(s.about.clone()),
        declared: None,
    }
}

/// A file of people as a shop's own software writes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Crowd {
    /// The file.
    pub csv: String,
    /// Rows that can be imported.
    pub good: u32,
    /// Rows that cannot, and rows that come twice.
    pub flawed: u32,
}

const SURNAMES: &str = "김김김김김이이이이박박박최최정정강조윤장임한오서신권황안송전홍유고문양손배백허노심하곽성차주우구민류나진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모남탁국어은편용예봉사부";
const LONG_SURNAMES: [&str; 5] = ["남궁", "황보", "제갈", "선우", "독고"];
const GIVEN: [&str; 40] = [
    "민준", "서연", "도윤", "서윤", "예준", "지우", "시우", "하은", "주원", "하윤", "지호", "민서", "준서", "지유",
    "건우", "채원", "현우", "수아", "지훈", "지민", "우진", "은서", "선우", "다은", "민재", "예은", "유준", "수빈",
    "영호", "정숙", "성호", "미경", "재현", "은정", "상훈", "지영", "동현", "혜진", "영수", "순자",
];

/// Rows that an import must refuse, each for another reason; the number stands second.
const FLAWS: [&str; 8] = [
    "{},,1990-01-01,",
    "{},없음,1990-01-01,",
    "{},02-123-4567,1990-01-01,",
    "{},1.01E+10,1990-01-01,",
    "{},010-0123-45,1990-01-01,",
    "{},010-0999-9998,1990-02-31,",
    ",010-0999-9997,1990-01-01,",
    "{},010-0999-9996 / 010-0999-9995,1990-01-01,",
];

/// Makes people up, the same for the same seed. With `flaws` some rows are bad and some come twice.
pub fn crowd(n: u32, seed: u64, flaws: bool) -> Crowd {
    let mut rng = StdRng::seed_from_u64(seed);
    // odd and no multiple of 5: a step through all 20 million numbers that meets none twice
    let (start, step) = (rng.next_u64() % 20_000_000, 7_919_317);
    let mut csv = String::from("\u{feff}이름,휴대폰번호,생년월일,광고수신동의\r\n");
    let mut flawed = 0;
    for i in 0..n {
        let number = (start + u64::from(i) * step) % 20_000_000;
        let row = person(&mut rng, number);
        csv.push_str(&row);
        if flaws && i % 127 == 61 {
            let flaw = FLAWS[(i / 127) as usize % FLAWS.len()];
            csv.push_str(&flaw.replacen("{}", "홍길동", 1));
            csv.push_str("\r\n");
            flawed += 1;
        }
        if flaws && i % 331 == 170 {
            csv.push_str(&row);
            flawed += 1;
        }
    }
    Crowd { csv, good: n, flawed }
}

fn person(rng: &mut StdRng, number: u64) -> String {
    let given = GIVEN[rng.random_range(0..GIVEN.len())];
    let surname = if rng.random_range(0..25) == 0 {
        LONG_SURNAMES[rng.random_range(0..LONG_SURNAMES.len())].to_owned()
    } else {
        let nth = rng.random_range(0..SURNAMES.chars().count());
        SURNAMES.chars().nth(nth).map_or_else(String::new, String::from)
    };
    let (head, tail) = (number / 10_000, number % 10_000);
    // as they are typed, and as Excel leaves them
    let phone = match rng.random_range(0..10) {
        0..=6 => format!("010-{head:04}-{tail:04}"),
        7 => format!("010{head:04}{tail:04}"),
        8 => format!("+82 10-{head:04}-{tail:04}"),
        _ => format!("10{head:04}{tail:04}"),
    };
    let birth =
        format!("{}-{:02}-{:02}", rng.random_range(1950..2008), rng.random_range(1..=12), rng.random_range(1..=28));
    let consent = if rng.random_range(0..3) > 0 { "Y" } else { "N" };
    format!("{surname}{given},{phone},{birth},{consent}\r\n")
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::domain::phone::Mobile;

    #[test]
    fn nobody_real_nobody_twice_and_the_same_again() {
        let crowd = crowd(20_000, 7, false);
        let numbers: HashSet<Mobile> = crowd
            .csv
            .lines()
            .skip(1)
            .map(|l| l.split(',').nth(1).expect("a number").parse::<Mobile>().expect("a mobile"))
            .collect();
        assert_eq!(numbers.len(), 20_000);
        assert!(numbers.iter().all(|m| m.as_str().starts_with("0100") || m.as_str().starts_with("0101")));
        assert_eq!(crowd, super::crowd(20_000, 7, false));
        assert_ne!(crowd.csv, super::crowd(20_000, 8, false).csv);
    }

    #[test]
    fn flaws_come_on_top() {
        let crowd = crowd(1_000, 1, true);
        assert_eq!(crowd.csv.lines().count() - 1, (crowd.good + crowd.flawed) as usize);
        assert_eq!(crowd.flawed, 11);
    }
}
