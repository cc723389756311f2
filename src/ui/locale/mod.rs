//! TABLE [`LOCALES`] and [`Messages`]: every sentence of the page. A sentence that a locale lacks does not compile.
//!
//! Sentences with parts are functions of typed parts, so that each language can order them. Words for codes are functions of the enum
//! with one arm for each variant.

mod aggregate;
mod calendar;
mod desk;
mod en;
mod en_aggregate;
mod en_codes;
mod en_desk;
mod en_explain;
mod en_record;
mod explain;
mod intl;

pub(crate) use aggregate::Aggregate;
pub(crate) use calendar::Day;
pub(crate) use desk::Desk;
pub(crate) use explain::Explain;

use crate::derive::AttributeKind;
use crate::detect::{Entity, EvidenceKind};
use crate::policy::{Instant, Lane, Reason, Switch};
use crate::preview::{FieldLane, FindingPreview};
use crate::record::parse::Warning;
use crate::state::{Candidate, Change, Choice, Engine, Notice, Phase, PlaceKind, Refusal, Sample, Sandbox, StayKind, Tab};
use crate::transform::{Operator, Remains};

/// The row of a locale.
#[derive(Debug)]
pub(crate) struct Locale {
    /// BCP 47 tag.
    pub(crate) id: &'static str,
    /// Its sentences.
    pub(crate) messages: &'static Messages,
}

/// The locales, the fallback first.
pub(crate) static LOCALES: &[Locale] = &[Locale { id: "en", messages: &en::MESSAGES }];

/// The sentences for a tag: of the locale itself, of its language, else of the fallback.
pub(crate) fn messages(tag: &str) -> &'static Messages {
    let language = tag.split('-').next().unwrap_or("");
    let exact = LOCALES.iter().find(|locale| locale.id.eq_ignore_ascii_case(tag));
    let row = exact.or_else(|| LOCALES.iter().find(|locale| locale.id.eq_ignore_ascii_case(language)));
    row.unwrap_or(&LOCALES[0]).messages
}

/// What a sentence about a field's decision needs besides the reason itself.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Named<'a> {
    /// The name of the place that the reason speaks of.
    pub(crate) place: &'a str,
    /// Whether the rule is our assumption.
    pub(crate) assumption: bool,
}

/// The parts of the sentence that names the deciding subscription.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Deciding<'a> {
    /// The plan's name.
    pub(crate) plan: &'a str,
    /// The app's name; none where no subscription is active.
    pub(crate) app: Option<&'a str>,
    /// Whether it is a trial.
    pub(crate) trial: bool,
    /// Every active subscription as `app: plan`, where there are several.
    pub(crate) others: &'a str,
}

/// Every sentence of the page.
#[derive(Debug)]
#[rustfmt::skip]
pub(crate) struct Messages {
    // Header
    pub(crate) title: &'static str,
    pub(crate) security: &'static str,
    pub(crate) lead: &'static str,
    pub(crate) phase: fn(Phase) -> String,
    pub(crate) timeline: &'static str,
    pub(crate) announced: &'static str,
    pub(crate) rolled_out: &'static str,
    pub(crate) in_effect: &'static str,
    pub(crate) today: fn(Instant) -> String,
    pub(crate) today_note: fn(Phase) -> String,
    pub(crate) any_time: &'static str,
    pub(crate) any_time_note: &'static str,
    pub(crate) hour_assumption: &'static str,
    pub(crate) short_date: fn(Instant) -> String,
    pub(crate) our_assumption: &'static str,
    pub(crate) vendor_states: &'static str,
    // Settings
    pub(crate) settings: &'static str,
    pub(crate) deciding: fn(Deciding<'_>) -> String,
    pub(crate) metadata_contribution: &'static str,
    pub(crate) metadata_about: &'static str,
    pub(crate) metadata_example: fn(&[String]) -> String,
    pub(crate) in_app_contribution: &'static str,
    pub(crate) in_app_about: &'static str,
    pub(crate) position: fn(&Choice) -> &'static str,
    pub(crate) choice_note: fn(&Choice, usize) -> String,
    pub(crate) try_again: &'static str,
    // Exceptions
    pub(crate) exceptions: fn(Switch) -> &'static str,
    pub(crate) exceptions_add: fn(Switch) -> &'static str,
    pub(crate) exceptions_none: fn(Switch) -> &'static str,
    pub(crate) new_spaces: fn(Switch) -> &'static str,
    pub(crate) set_aside: fn(usize, Switch) -> String,
    pub(crate) column_actions: &'static str,
    pub(crate) place_kind: fn(&PlaceKind) -> &'static str,
    pub(crate) place_app: fn(&PlaceKind) -> String,
    pub(crate) in_draft: &'static str,
    pub(crate) saved_before: &'static str,
    pub(crate) remove: &'static str,
    pub(crate) remove_place: fn(&str) -> String,
    pub(crate) tabs: &'static str,
    pub(crate) search: fn(Tab) -> &'static str,
    pub(crate) found: fn(usize, usize) -> String,
    pub(crate) nothing_found: &'static str,
    pub(crate) already_listed: &'static str,
    pub(crate) chosen: fn(usize) -> String,
    pub(crate) tab_note: fn(Tab) -> &'static str,
    pub(crate) cancel: &'static str,
    pub(crate) close: &'static str,
    // Preview
    pub(crate) preview: &'static str,
    pub(crate) privacy: fn(&Engine) -> String,
    pub(crate) how_we_make_sure: &'static str,
    pub(crate) make_sure: fn(Option<Sandbox>) -> &'static [&'static str],
    pub(crate) engine_trouble: fn(&Engine) -> Option<String>,
    pub(crate) sample_record: &'static str,
    pub(crate) sample: fn(&Sample) -> String,
    pub(crate) use_own: &'static str,
    pub(crate) own_record: &'static str,
    pub(crate) own_hint: &'static str,
    pub(crate) own_placeholder: &'static str,
    pub(crate) choose_file: &'static str,
    pub(crate) drop_here: &'static str,
    pub(crate) clear: &'static str,
    pub(crate) bring_back: &'static str,
    pub(crate) back_to_samples: &'static str,
    pub(crate) record_chooser: &'static str,
    pub(crate) record_of: fn(usize, usize, &str) -> String,
    pub(crate) refusal: fn(&Refusal) -> String,
    pub(crate) no_preview_title: &'static str,
    pub(crate) text_stays: &'static str,
    pub(crate) nothing_yet: &'static str,
    pub(crate) warning: fn(&Warning) -> String,
    pub(crate) warnings: &'static str,
    /// The lexicon and the tagger are absent.
    pub(crate) no_names: &'static str,
    pub(crate) copy: &'static str,
    pub(crate) download: &'static str,
    pub(crate) notice: fn(Notice) -> &'static str,
    // Lanes
    pub(crate) original: &'static str,
    pub(crate) original_note: fn(&str, usize) -> String,
    pub(crate) other_fields: fn(usize) -> String,
    pub(crate) lane: fn(Lane) -> &'static str,
    pub(crate) lane_note: fn(Lane, &Choice) -> String,
    pub(crate) lane_of_field: fn(FieldLane, bool) -> &'static str,
    pub(crate) lane_empty: fn(Lane) -> &'static str,
    pub(crate) stays: &'static str,
    pub(crate) stays_note: fn(usize, &str) -> String,
    pub(crate) stays_none: &'static str,
    pub(crate) stay_kind: fn(StayKind, usize) -> String,
    pub(crate) reason: fn(&Reason, Named<'_>) -> String,
    pub(crate) attribute: fn(Option<AttributeKind>, &str) -> String,
    pub(crate) attribute_source: fn(AttributeKind, &str) -> String,
    pub(crate) not_shown: fn(usize) -> String,
    pub(crate) behind: fn(usize, usize) -> String,
    pub(crate) seconds: fn(u64) -> String,
    pub(crate) ends: fn(&str) -> String,
    pub(crate) empty_value: &'static str,
    // Findings
    pub(crate) findings: &'static str,
    pub(crate) findings_none: &'static str,
    pub(crate) all: fn(usize) -> String,
    pub(crate) entity_count: fn(Entity, usize) -> String,
    pub(crate) filter: &'static str,
    pub(crate) previous: &'static str,
    pub(crate) next: &'static str,
    pub(crate) position_of: fn(usize, usize) -> String,
    pub(crate) entity: fn(Entity) -> &'static str,
    pub(crate) operator: fn(Operator) -> &'static str,
    pub(crate) finding_name: fn(Entity, Operator, &str) -> String,
    pub(crate) becomes: fn(&FindingPreview, &str) -> String,
    pub(crate) found_status: fn(usize) -> String,
    // Why
    pub(crate) why: &'static str,
    pub(crate) why_hint: &'static str,
    pub(crate) why_title: fn(&FindingPreview, &str, bool) -> String,
    pub(crate) raw: &'static str,
    pub(crate) raw_place: fn(&str, (usize, usize)) -> String,
    pub(crate) found_by: &'static str,
    pub(crate) found_with: fn(&str, u8) -> String,
    pub(crate) evidence: fn(EvidenceKind, &str) -> String,
    pub(crate) operator_title: &'static str,
    pub(crate) operator_about: fn(Operator, Entity) -> String,
    pub(crate) same_elsewhere: fn(usize) -> String,
    pub(crate) governed_by: &'static str,
    pub(crate) expect_misses: &'static str,
    // Risk
    pub(crate) risk: &'static str,
    pub(crate) risk_about: &'static str,
    pub(crate) singled_out: &'static str,
    pub(crate) linked: &'static str,
    pub(crate) inferred: &'static str,
    pub(crate) singled_out_about: fn(usize, usize, &[String]) -> String,
    pub(crate) linked_about: fn(Remains) -> &'static str,
    pub(crate) inferred_about: fn(Remains) -> &'static str,
    pub(crate) remains: fn(Remains) -> &'static str,
    pub(crate) nothing_leaves: &'static str,
    pub(crate) techniques: &'static str,
    pub(crate) technique: fn(Operator, usize) -> String,
    pub(crate) column_what: &'static str,
    // Rules
    pub(crate) rules: &'static str,
    pub(crate) rules_about: fn(u8, u64) -> String,
    pub(crate) rules_table: &'static str,
    pub(crate) column_entity: &'static str,
    pub(crate) column_operator: &'static str,
    pub(crate) column_technique: &'static str,
    pub(crate) column_source: &'static str,
    pub(crate) assumptions: &'static str,
    pub(crate) assumption_list: &'static [&'static str],
    // Save bar
    pub(crate) unsaved: fn(usize) -> String,
    pub(crate) save: &'static str,
    pub(crate) saving: &'static str,
    pub(crate) discard: &'static str,
    pub(crate) review: &'static str,
    pub(crate) save_bar: &'static str,
    pub(crate) save_failed: fn(&str) -> String,
    pub(crate) conflict: &'static str,
    pub(crate) take_theirs: &'static str,
    pub(crate) keep_ours: &'static str,
    pub(crate) change: fn(&Change, &Candidate) -> String,
    pub(crate) switch_change: fn(&Change) -> String,
    pub(crate) change_effect: fn(&Change) -> &'static str,
    pub(crate) more_title: &'static str,
    pub(crate) more_about: fn(Phase) -> String,
    pub(crate) note_label: &'static str,
    pub(crate) confirm_more: &'static str,
    // Plans, exceptions, conflicts, history
    pub(crate) desk: &'static Desk,
    pub(crate) aggregate: &'static Aggregate,
    // What explains the preview
    pub(crate) explain: &'static Explain,
}
