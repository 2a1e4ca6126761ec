//! Which column of a file holds what.

use unicode_normalization::UnicodeNormalization as _;

use crate::domain::person::{Column, trim};
use crate::domain::phone::Mobile;

/// Where the fields stand.
#[derive(Debug, Clone)]
pub(super) struct Columns {
    /// Header names as they stand in the file.
    pub names: Vec<String>,
    /// What each header was taken for.
    pub taken: Vec<Option<Column>>,
    at: [Option<usize>; 6],
}

/// Why a header cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum HeaderError {
    /// Not one byte, or blank lines only.
    #[error("the input is empty")]
    Empty,
    /// Nothing that names a number.
    #[error("line {line}: no column holds phone numbers; found {found}")]
    NoPhone {
        /// The header's line.
        line: u64,
        /// The header names.
        found: String,
        /// The first line looks like a person.
        headless: bool,
    },
    /// Two columns for one field.
    #[error("line {line}: two columns are taken for {column}: `{first}` and `{second}`; found {found}")]
    Doubled {
        /// The header's line.
        line: u64,
        /// The field.
        column: Column,
        /// A header.
        first: String,
        /// Another.
        second: String,
        /// The header names.
        found: String,
    },
    /// `--map` names a header that is not there.
    #[error("line {line}: there is no column `{name}`; found {found}")]
    NotThere {
        /// The header's line.
        line: u64,
        /// What was asked for.
        name: String,
        /// The header names.
        found: String,
    },
    /// The header line itself is broken.
    #[error("line {line}: the header cannot be read: {what}")]
    Unreadable {
        /// The header's line.
        line: u64,
        /// Why.
        what: &'static str,
    },
}

/// Header names in Korean and English, in the order of how surely they mean the field: a file with
/// 휴대폰 and 전화번호 has the mobile in the first.
const KNOWN: &[(Column, &[&[&str]])] = &[
    (
        Column::Phone,
        &[
            &[
                "휴대폰",
                "휴대폰번호",
                "휴대전화",
                "휴대전화번호",
                "핸드폰",
                "핸드폰번호",
                "이동전화",
                "모바일",
                "휴대번호",
                "mobile",
                "mobilephone",
                "mobileno",
                "mobilenumber",
                "cell",
                "cellphone",
                "hp",
                "phone",
                "phonenumber",
                "phoneno",
            ],
            &[
                "전화번호",
                "전화",
                "연락처",
                "수신번호",
                "받는번호",
                "수신자번호",
                "번호",
                "tel",
                "telno",
                "telephone",
                "to",
                "contact",
            ],
        ],
    ),
    (
        Column::Name,
        &[
            &[
                "이름",
                "성명",
                "회원명",
                "고객명",
                "name",
                "fullname",
                "수신자명",
                "받는사람",
                "수신자",
                "membername",
                "customername",
            ],
            &["담당자", "담당자명", "성함"],
        ],
    ),
    (Column::Email, &[&["이메일", "이메일주소", "전자우편", "메일", "메일주소", "email", "emailaddress", "mail"]]),
    (
        Column::BirthDate,
        &[&["생년월일", "생일", "출생일", "출생일자", "birth", "birthdate", "birthday", "dateofbirth", "dob"]],
    ),
    (
        Column::AdConsent,
        &[&[
            "광고수신동의",
            "광고동의",
            "마케팅동의",
            "마케팅수신동의",
            "광고성정보수신동의",
            "수신동의",
            "광고수신",
            "adconsent",
            "marketingconsent",
            "marketing",
            "consent",
            "optin",
        ]],
    ),
    (
        Column::NightConsent,
        &[&["야간수신동의", "야간동의", "야간광고동의", "야간광고수신동의", "야간수신", "nightconsent", "night"]],
    ),
];

/// How surely a header means a field: 0 most.
pub(super) fn guess(header: &str) -> Option<(Column, usize)> {
    let plain = plain(header);
    KNOWN
        .iter()
        .find_map(|(column, ranks)| Some((*column, ranks.iter().position(|words| words.contains(&plain.as_str()))?)))
}

/// Lower case, composed, letters and digits only; what stands in parentheses does not count.
fn plain(header: &str) -> String {
    let mut depth = 0_u32;
    header
        .nfkc()
        .filter(|c| {
            depth = match c {
                '(' | '[' => depth + 1,
                _ => depth,
            };
            let counts = depth == 0 && c.is_alphanumeric();
            if matches!(c, ')' | ']') {
                depth = depth.saturating_sub(1);
            }
            counts
        })
        .flat_map(char::to_lowercase)
        .collect()
}

impl Columns {
    /// Reads a header. `map` (field, header) goes before any guess.
    pub fn of(line: u64, names: Vec<String>, map: &[(Column, String)]) -> Result<Self, HeaderError> {
        let names: Vec<String> = names.iter().map(|n| trim(n).to_owned()).collect();
        let found = || names.iter().map(|n| format!("`{n}`")).collect::<Vec<_>>().join(", ");
        let mut at: [Option<usize>; 6] = [None; 6];
        let mut rank = [0; 6];
        for (column, wanted) in map {
            let exact = names.iter().position(|n| n == trim(wanted));
            let place = exact.or_else(|| names.iter().position(|n| plain(n) == plain(wanted)));
            let place = place.ok_or_else(|| HeaderError::NotThere { line, name: wanted.clone(), found: found() })?;
            at[*column as usize] = Some(place);
        }
        let mapped = at;
        for (i, name) in names.iter().enumerate() {
            let Some((column, r)) = guess(name) else { continue };
            let c = column as usize;
            if mapped[c].is_some() || mapped.contains(&Some(i)) {
                continue;
            }
            match at[c] {
                Some(other) if rank[c] == r => {
                    let (first, second) = (names[other].clone(), name.clone());
                    return Err(HeaderError::Doubled { line, column, first, second, found: found() });
                }
                Some(_) if rank[c] < r => {}
                _ => (at[c], rank[c]) = (Some(i), r),
            }
        }
        if at[Column::Phone as usize].is_none() {
            let headless = names.iter().any(|n| n.parse::<Mobile>().is_ok());
            // a row of data is no header: do not show it
            let found = if headless { "a row of data".to_owned() } else { found() };
            return Err(HeaderError::NoPhone { line, found, headless });
        }
        let taken =
            (0..names.len()).map(|i| Column::ALL.iter().copied().find(|c| at[*c as usize] == Some(i))).collect();
        Ok(Self { names, taken, at })
    }

    /// Where a field stands.
    pub fn at(&self, column: Column) -> Option<usize> {
        self.at[column as usize]
    }

    /// What the file calls it.
    pub fn name(&self, column: Column) -> &str {
        self.at(column).map_or("", |i| &self.names[i])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(header: &str, map: &[(Column, &str)]) -> Result<Columns, HeaderError> {
        let map: Vec<_> = map.iter().map(|(c, n)| (*c, (*n).to_owned())).collect();
        Columns::of(1, header.split(',').map(ToOwned::to_owned).collect(), &map)
    }

    #[test]
    fn headers_in_korean_and_english() {
        for header in [
            "이름,휴대폰,생년월일,등급,이메일,광고수신동의,야간수신동의",
            "성명,휴대전화 번호,출생일,grade,E-Mail,마케팅 동의,야간 동의",
            "회원명,핸드폰(필수),생일,,메일 주소,마케팅수신동의,야간광고수신동의",
            " Name ,Phone Number,BIRTH_DATE,x,email,ad_consent,night-consent",
            "고객명*,연락처,dob,y,e-mail,marketing consent,Night",
        ] {
            let c = of(header, &[]).expect(header);
            let places: Vec<_> = [1, 0, 4, 2, 5, 6].into_iter().map(Some).collect();
            assert_eq!(Column::ALL.iter().map(|f| c.at(*f)).collect::<Vec<_>>(), places, "{header}");
            assert_eq!(c.taken[3], None);
        }
    }

    #[test]
    fn the_surer_header_wins_and_equals_are_refused() {
        assert_eq!(of("전화번호,휴대폰", &[]).expect("one").at(Column::Phone), Some(1));
        assert_eq!(of("휴대폰,전화번호", &[]).expect("one").at(Column::Phone), Some(0));
        let e = of("휴대폰,이름,핸드폰", &[]).expect_err("two").to_string();
        assert!(e.contains("`휴대폰` and `핸드폰`") && e.contains("line 1") && e.contains("`이름`"), "{e}");
        assert!(of("휴대폰,휴대폰", &[]).is_err());
        assert_eq!(of("휴대폰,핸드폰", &[(Column::Phone, "핸드폰")]).expect("one").at(Column::Phone), Some(1));
    }

    #[test]
    fn a_map_goes_before_guesses() {
        let c = of("a,b,이름", &[(Column::Phone, "b"), (Column::Name, "A")]).expect("mapped");
        assert_eq!((c.at(Column::Phone), c.at(Column::Name), c.taken[2]), (Some(1), Some(0), None));
        let e = of("a,b", &[(Column::Phone, "c")]).expect_err("not there").to_string();
        assert!(e.contains("`c`") && e.contains("`a`, `b`"), "{e}");
    }

    #[test]
    fn no_number_is_an_error_that_shows_the_header_and_never_data() {
        let e = of("이름,등급", &[]).expect_err("no phone").to_string();
        assert!(e.contains("`이름`, `등급`"), "{e}");
        let e = of("홍길동,010-1234-5678", &[]).expect_err("no header");
        assert!(matches!(&e, HeaderError::NoPhone { headless: true, .. }) && !e.to_string().contains("홍길동"), "{e}");
    }
}
