//! Approval: a second person looks at a campaign before any of it is sent.

use serde::Serialize;
use serde_json::json;

use super::audit::{self, Action, By};
use super::send::{SendError, run};
use crate::domain::id::CampaignId;
use crate::domain::state::CampaignState;
use crate::domain::time::Micros;
use crate::store::campaign::{self, CampaignRow};
use crate::store::{Store, StoreError, retrying};

/// An approved campaign.
#[derive(Debug, Clone, Serialize)]
pub struct Approved {
    /// Which.
    pub campaign: CampaignId,
    /// Where it stands now.
    pub state: CampaignState,
    /// It was approved just now.
    pub changed: bool,
    /// Who asked for it.
    pub planned_by: Option<String>,
    /// Who approved it.
    pub approved_by: Option<String>,
    /// When.
    pub approved_at: Option<Micros>,
}

/// Lets a campaign that awaits approval be sent, and writes into the audit trail who said so. `name` is who approves
/// where several people share the account `by`; the trail keeps both.
///
/// # Errors
/// `Refused` for whoever planned it, and where it awaits no approval.
pub async fn approve(
    store: &Store,
    id: CampaignId,
    by: &By,
    name: Option<&str>,
    rehearse: bool,
) -> Result<Approved, SendError> {
    let approver = name.map_or(by.actor.as_str(), str::trim);
    let row = run::by_id(store, id).await?;
    if row.state != CampaignState::Awaiting.word() {
        return settled(row);
    }
    let planner = row.planned_by.clone().unwrap_or_default();
    if approver.is_empty() || same_person(approver, &planner) {
        return Err(SendError::refused(
            format!("{planner} planned {id}, so that another person must approve it"),
            "Ask a colleague; on a shared account they give their own name with `--as NAME`.",
        ));
    }
    let changed = retrying(|| async {
        let mut tx = store.write().await?;
        let changed = campaign::approve(&mut tx, id, approver, by.at).await?;
        if changed {
            let detail = json!({ "as": approver, "planned_by": planner, "plan": row.plan_hash, "messages": row.total });
            audit::record(&mut tx, by, Action::Approve, &id.to_string(), detail).await?;
        }
        tx.finish(rehearse).await?;
        Ok(changed)
    })
    .await?;
    if !changed {
        return settled(run::by_id(store, id).await?);
    }
    Ok(Approved {
        campaign: id,
        state: CampaignState::Running,
        changed,
        planned_by: row.planned_by,
        approved_by: Some(approver.to_owned()),
        approved_at: Some(by.at),
    })
}

/// One that awaits nothing: because it was approved, or for another reason.
fn settled(row: CampaignRow) -> Result<Approved, SendError> {
    let state: CampaignState = row.state.parse().map_err(StoreError::corrupt)?;
    if row.approved_by.is_none() || state == CampaignState::Cancelled {
        let id = row.id;
        return Err(SendError::refused(
            format!("{id} is {state}: it awaits no approval"),
            format!("See `msgctl campaign show {id}`."),
        ));
    }
    Ok(Approved {
        campaign: row.id,
        state,
        changed: false,
        planned_by: row.planned_by,
        approved_by: row.approved_by,
        approved_at: row.approved_at,
    })
}

/// Names of accounts do not differ by case or blanks alone.
fn same_person(a: &str, b: &str) -> bool {
    a.trim().to_lowercase() == b.trim().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::same_person;

    #[test]
    fn a_name_in_another_spelling_is_no_second_person() {
        assert!(same_person("Kim", " kim ") && !same_person("kim", "lee"));
    }
}
