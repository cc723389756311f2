//! The invented sample records, one JSON file each, in the shape that the real API returns. Only the engine carries them: the page
//! knows their ids.

/// The text of a sample record, as the product's API would return it.
pub fn text(id: &str) -> Option<&'static str> {
    Some(match id {
        "jira-checkout" => include_str!("jira-issue.json"),
        "confluence-postmortem" => include_str!("confluence-page.json"),
        "jsm-access-request" => include_str!("jsm-request.json"),
        _ => return None,
    })
}
