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
    "confluence-postmortem" misses "",
    "jira-checkout" misses "",
    "jsm-access-request" misses "",
    "rovo-chat-turn" misses "the tall Norwegian from Tuesday's call",
}

/// The text of a sample record.
pub fn text(id: &str) -> Option<&'static str> {
    ALL.iter().find(|sample| sample.id == id).map(|sample| sample.text)
}
