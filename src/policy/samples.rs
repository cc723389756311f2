//! TABLE of the invented sample records, one JSON file each, in the shape that the real API returns. Native code only: the page gets
//! their text as a file of its own beside the engine, which stays small; both know their ids from [`super::Product`].

/// A sample record.
#[derive(Debug)]
pub struct Sample {
    /// Stable id; the file is called like it.
    pub id: &'static str,
    /// Its text, as the product's API would return it.
    pub text: &'static str,
    /// A part of it that speaks of somebody and is not found. It is there so that an admin sees what a miss looks like.
    pub misses: &'static str,
}

/// A row; the file's name is the id.
macro_rules! samples {
    ($($id:literal misses $misses:literal),+ $(,)?) => {
        /// Every sample, by id.
        pub const ALL: &[Sample] = &[$(
            Sample { id: $id, text: include_str!(concat!("samples/", $id, ".json")), misses: $misses }
        ),+];
    };
}

samples! {
    "admin-configuration" misses "and the barn",
    "analytics-chart" misses "the heavy smoker",
    "analytics-query" misses "Her rival in procurement",
    "assets-object" misses "The cactus desk by the window",
    "assets-schema" misses "the twins in IT",
    "confluence-blog-post" misses "The man behind our famous fish soup",
    "confluence-comment" misses "The only left-hander on the team",
    "confluence-postmortem" misses "the only crane operator",
    "confluence-space" misses "Our oldest colleague",
    "github-pull-request" misses "the night owl from QA",
    "goal" misses "our best seller",
    "goal-update" misses "The intern",
    "google-doc" misses "hears badly on the left",
    "home-activity" misses "the lady with the parrot",
    "jira-change" misses "the lady with the parrot",
    "jira-checkout" misses "at the night desk after six",
    "jira-comment" misses "Her twin brother in the warehouse",
    "jira-field" misses "her deputy with the red glasses",
    "jira-space" misses "the tallest of the testers",
    "jira-sprint" misses "The new father",
    "jira-status" misses "The boss of the harbor office",
    "jira-workflow" misses "the lady with the parrot",
    "jira-worklog" misses "the one with the broken leg",
    "jsm-access-request" misses "double-five five, oh one two three",
    "jsm-article" misses "The janitor with the moustache",
    "jsm-comment" misses "The girl who started last week",
    "jsm-organization" misses "called the fish people",
    "jsm-sla" misses "gold",
    "project-update" misses "The designer who is expecting twins",
    "rovo-agent" misses "the grumpy one from accounting",
    "rovo-chat-turn" misses "the tall Norwegian",
    "rovo-search" misses "complaint of the norwegian",
    "salesforce-account" misses "a divorce since spring",
    "slack-message" misses "The one we do not name",
    "team-profile" misses "our tenor",
}

/// The text of a sample record.
pub fn text(id: &str) -> Option<&'static str> {
    ALL.iter().find(|sample| sample.id == id).map(|sample| sample.text)
}
