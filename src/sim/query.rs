//! Query strings of the two SDKs and of plain callers.

use super::intake::parse_time;

/// Entries of a page unless asked otherwise.
const PAGE: u32 = 20;
/// Most entries of a page.
const MOST: u32 = 500;

/// What was asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// `messageId` and `messageIds`.
    pub message_ids: Option<Vec<String>>,
    /// `groupId`.
    pub group_id: Option<String>,
    /// `to`.
    pub to: Option<String>,
    /// `from`.
    pub from: Option<String>,
    /// `type`.
    pub kind: Option<String>,
    /// `statusCode`.
    pub status_code: Option<String>,
    /// `startKey`.
    pub start_key: Option<String>,
    /// `limit`.
    pub limit: u32,
    /// `dateType=UPDATED`.
    pub by_update: bool,
    /// `startDate`, milliseconds.
    pub start: Option<i64>,
    /// `endDate`, milliseconds.
    pub end: Option<i64>,
    criteria: Vec<(String, String)>,
}

impl Query {
    /// Reads a query string; an unknown name is passed over, a bad value is not.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut q = Self { limit: PAGE, ..Self::default() };
        let (mut names, mut values) = (String::new(), String::new());
        for (name, value) in url::form_urlencoded::parse(text.as_bytes()).filter(|(_, v)| !v.is_empty()) {
            let name = name.split('[').next().unwrap_or_default();
            let value = value.into_owned();
            // The Python SDK writes some names in its own style.
            match name {
                "messageId" | "message_id" => q.message_ids.get_or_insert_default().push(value),
                // And a list as it prints one.
                "messageIds" | "message_ids" => q.message_ids.get_or_insert_default().extend(words(&value)),
                "groupId" | "group_id" => q.group_id = Some(value),
                "to" => q.to = Some(value),
                "from" => q.from = Some(value),
                "type" => q.kind = Some(value),
                "statusCode" | "status_code" => q.status_code = Some(value),
                "startKey" | "start_key" => q.start_key = Some(value),
                "limit" => q.limit = limit(&value)?,
                "dateType" | "date_type" => {
                    q.by_update = match value.as_str() {
                        "CREATED" => false,
                        "UPDATED" => true,
                        _ => return Err(format!("dateType: `{value}` is neither CREATED nor UPDATED")),
                    }
                }
                "startDate" | "start_date" => q.start = Some(parse_time(&value)?),
                "endDate" | "end_date" => q.end = Some(parse_time(&value)?),
                "criteria" => names = value,
                "value" => values = value,
                _ => {}
            }
        }
        q.criteria = names.split(',').zip(values.split(',')).map(|(n, v)| (n.to_owned(), v.to_owned())).collect();
        Ok(q)
    }

    /// The value of `criteria=name&cond=eq&value=…`.
    pub fn criterion(&self, name: &str) -> Option<&str> {
        self.criteria.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str())
    }
}

fn limit(value: &str) -> Result<u32, String> {
    value.parse().ok().filter(|n| (1..=MOST).contains(n)).ok_or_else(|| format!("limit: 1 to {MOST}, not `{value}`"))
}

fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_sdks_are_understood() {
        let node = Query::parse(
            "limit=500&dateType=UPDATED&messageIds=M4V1&messageIds=M4V2&startDate=2026-01-15T09%3A30%3A00%2B09%3A00",
        );
        let node = node.expect("a query");
        assert_eq!(node.message_ids, Some(vec!["M4V1".into(), "M4V2".into()]));
        assert!(node.by_update && node.limit == 500 && node.start == Some(1_768_437_000_000));
        let python = Query::parse(
            "limit=20&messageIds=%5B%27M4V1%27%2C+%27M4V2%27%5D&dateType=CREATED&endDate=2026-01-15+09%3A30%3A00%2B09%3A00",
        );
        let python = python.expect("a query");
        assert_eq!(python.message_ids, node.message_ids);
        assert_eq!(python.end, node.start);
        let groups = Query::parse("start_key=K&limit=5&criteria=groupId&cond=eq&value=G4V1").expect("a query");
        assert_eq!((groups.start_key.as_deref(), groups.criterion("groupId")), (Some("K"), Some("G4V1")));
        let indexed = Query::parse("messageIds[0]=A&messageIds[1]=B").expect("a query");
        assert_eq!(indexed.message_ids.map(|ids| ids.len()), Some(2));
    }

    #[test]
    fn bad_values_are_refused() {
        for bad in ["limit=0", "limit=501", "limit=x", "dateType=SENT", "startDate=soon"] {
            assert!(Query::parse(bad).is_err(), "{bad}");
        }
        assert_eq!(Query::parse("").map(|q| q.limit), Ok(20));
        let wall = Query::parse("startDate=2026-01-15T09:30:00").expect("Korean wall time");
        assert_eq!(wall.start, Some(1_768_437_000_000));
    }
}
