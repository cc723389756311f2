//! A save waits a moment for the receipt of what it saves, so that the decision record can name it; it never waits for long.

use super::{Effect, Saving, State, Task};

/// Milliseconds that a save waits for its receipt at most: the engine takes a few, on a busy machine some hundred.
pub const RECEIPT_PAUSE: u32 = 2_000;

/// Sends the save that was asked for, or lets it wait where the engine is about to say the digest of its receipt.
pub(super) fn hold(state: &mut State) -> Option<Effect> {
    let known = state.desk.sent.as_ref().is_none_or(|entry| !entry.receipt_digest.is_empty());
    let Some((number, question)) = (!known).then(|| super::super::explain::await_receipt(state)).flatten() else {
        return send(state);
    };
    state.desk.held = Some(number);
    let pause = Effect::Desk(Task::Hold(state.desk.attempt));
    Some(match question {
        Some(question) => Effect::Both(Box::new(question), Box::new(pause)),
        None => pause,
    })
}

/// The engine told this receipt, or that there is none: a save that waits for it goes out.
pub(in super::super) fn told(state: &mut State, number: u32, digest: Option<&str>) -> Option<Effect> {
    if state.desk.held != Some(number) {
        return None;
    }
    state.desk.held = None;
    if let (Some(entry), Some(digest)) = (&mut state.desk.sent, digest) {
        digest.clone_into(&mut entry.receipt_digest);
    }
    send(state)
}

/// The moment is over: a save that still waits goes out without a digest.
pub(super) fn overdue(state: &mut State, attempt: u32) -> Option<Effect> {
    if attempt != state.desk.attempt {
        return None;
    }
    state.desk.held.take()?;
    send(state)
}

/// None where the admin has given up the draft meanwhile, or another organization is shown.
fn send(state: &State) -> Option<Effect> {
    let (Saving::Busy { settings }, Some(entry)) = (&state.saving, state.desk.sent.clone()) else { return None };
    let revision = state.saved()?.revision.clone();
    Some(Effect::Save { settings: settings.clone(), revision, attempt: state.desk.attempt, entry })
}
