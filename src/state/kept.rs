//! [`Kept`]: a draft as the browser keeps it through a reload or a crash. It holds settings and nothing else: no record, no note.

use super::Saved;
use crate::policy::{Coverage, Place, Settings};
use serde_json::{Value as Json, json};
use std::collections::BTreeSet;

/// A kept draft.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Kept {
    /// The draft.
    pub draft: Settings,
    /// The list of the other position of the in-app switch.
    pub set_aside: BTreeSet<Place>,
    /// What was saved when the draft was begun; none where the keeper does not know.
    pub base: Option<Saved>,
}

impl Kept {
    /// A draft of which nothing else is known.
    pub fn of(draft: Settings) -> Self {
        Self { draft, set_aside: BTreeSet::new(), base: None }
    }

    /// As text for the browser.
    pub fn to_text(&self) -> String {
        let base = self.base.as_ref().map(|base| json!({"settings": base.settings, "revision": base.revision}));
        let aside = Coverage::new(self.draft.in_app_data.switch().flipped(), self.set_aside.clone());
        let aside = Settings { metadata: self.draft.metadata, in_app_data: aside };
        json!({"draft": self.draft, "aside": aside, "base": base}).to_string()
    }

    /// Reads what [`Kept::to_text`] wrote; none for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let json: Json = serde_json::from_str(text).ok()?;
        let settings = |json: &Json| Settings::parse(&json.to_string()).ok();
        let saved = |base: &Json| {
            let revision = base.get("revision")?.as_str().map(str::to_owned);
            Some(Saved { settings: settings(base.get("settings")?)?, revision })
        };
        let base = json.get("base").filter(|base| !base.is_null());
        let base = match base {
            Some(base) => Some(saved(base)?),
            None => None,
        };
        let aside = settings(json.get("aside")?)?;
        Some(Self { draft: settings(json.get("draft")?)?, set_aside: aside.in_app_data.exceptions().clone(), base })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::Plan;

    #[test]
    fn a_kept_draft_reads_as_it_was_and_nonsense_is_none() {
        let settings = Settings::of_plan(Plan::Premium);
        let kept = Kept {
            draft: settings.clone(),
            set_aside: [Place::Space("a".to_owned())].into(),
            base: Some(Saved { settings: settings.clone(), revision: Some("7".to_owned()) }),
        };
        assert_eq!(Kept::parse(&kept.to_text()), Some(kept));
        assert_eq!(Kept::parse(&Kept::of(settings.clone()).to_text()), Some(Kept::of(settings)));
        for text in ["", "{}", "[1]", r#"{"draft":{},"aside":{},"base":null}"#] {
            assert_eq!(Kept::parse(text), None);
        }
    }
}
