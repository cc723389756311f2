//! The record in view: which one it is, what was typed, what the engine answered, which finding is selected.

use super::super::explain::{Topic, settled};
use super::super::{FindingId, Notice, Outcome, Refusal, Shown, Source, State, Step, filtered, step};
use super::{Effect, ask, set};
use crate::preview::{FIELD_RULE, Preview};
use std::sync::Arc;

/// Bytes up to which a record is previewed at every keystroke: the engine answers within a frame.
const PROMPT: usize = 50_000;

pub(super) fn choose(state: &mut State, source: Source) -> Option<Effect> {
    if state.source == source {
        return None;
    }
    state.source = source;
    state.record = 0;
    state.explain.leave_record();
    state.selected = None;
    state.filter = None;
    state.notice = None;
    if state.request().is_none() {
        state.outcome = Outcome::Nothing;
    }
    ask(state).map(Effect::Ask)
}

pub(super) fn typed(state: &mut State, text: String) -> Option<Effect> {
    state.own = Arc::from(text);
    state.source = Source::Own;
    state.notice = None;
    // The number moves on at once, so that an answer to the text before is already stale.
    state.asked = state.asked.wrapping_add(1);
    if state.own.trim().is_empty() {
        state.answered = state.asked;
        state.outcome = Outcome::Nothing;
        return None;
    }
    if state.own.len() <= PROMPT {
        return ask(state).map(Effect::Ask);
    }
    Some(Effect::Pause(state.asked))
}

pub(super) fn own(state: &mut State, text: &str) -> Option<Effect> {
    let before = std::mem::replace(&mut state.own, Arc::from(text));
    // What somebody typed is not lost to a file.
    state.own_before = Some(before).filter(|before| !before.trim().is_empty() && **before != *text);
    state.own_replaced += 1;
    state.source = Source::Own;
    state.record = 0;
    state.selected = None;
    state.outcome = Outcome::Nothing;
    ask(state).map(Effect::Ask)
}

/// A file that is no text: the text that was there stays.
pub(super) fn refuse_file(state: &mut State, refusal: Refusal) -> Option<Effect> {
    state.source = Source::Own;
    state.asked = state.asked.wrapping_add(1);
    state.answered = state.asked;
    state.selected = None;
    set(&mut state.outcome, Outcome::Refused(refusal))
}

pub(super) fn clear(state: &mut State) -> Option<Effect> {
    state.own = Arc::from("");
    state.own_before = None;
    state.explain.leave_record();
    state.own_replaced += 1;
    state.selected = None;
    state.record = 0;
    state.outcome = Outcome::Nothing;
    state.notice = Some(Notice::Cleared);
    state.asked = state.asked.wrapping_add(1);
    state.answered = state.asked;
    Some(Effect::Forget(None))
}

pub(super) fn answered(state: &mut State, number: u32, answer: Result<Arc<Preview>, Refusal>) -> Option<Effect> {
    if number != state.asked {
        return None;
    }
    state.answered = number;
    match answer {
        Ok(preview) => {
            state.record = state.record.min(preview.records.len().saturating_sub(1));
            // Where a field gets an operator of its own, its values take the place of what was found in it.
            let is_whole = |id: &FindingId| id.of(&preview).is_some_and(|(_, _, finding)| finding.recognizer == FIELD_RULE);
            let first = |id| Some(FindingId { finding: 0, ..id }).filter(is_whole);
            state.selected = state.selected.and_then(|id| if id.of(&preview).is_some() { Some(id) } else { first(id) });
            state.outcome = Outcome::Shown(Shown(preview));
        }
        Err(refusal) => {
            state.selected = None;
            state.outcome = Outcome::Refused(refusal);
        }
    }
    settled(state);
    None
}

pub(super) fn stepped(state: &mut State, direction: Step) -> Option<Effect> {
    let Shown(preview) = state.shown()?;
    let list = filtered(preview, state.record, state.filter);
    let next = step(&list, state.selected, direction)?;
    select(state, next).or(Some(Effect::Focus(next)))
}

/// A finding takes the place of what was asked before.
pub(super) fn select(state: &mut State, id: FindingId) -> Option<Effect> {
    state.selected = Some(id);
    state.explain.pick = None;
    state.explain.forget(Topic::Trial);
    None
}
