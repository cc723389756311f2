//! What need not stand at once: it is drawn in a task of its own, so that a press or a frame never waits for all of it.

use super::maybe;
use leptos::prelude::*;
use std::time::Duration;

/// A view that is drawn after what is going on now. Several are drawn in the order in which they were asked for, each by itself.
pub(crate) fn later(draw: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let turn = RwSignal::new(false);
    soon(move || {
        let _ = turn.try_set(true);
    });
    maybe(move || turn.get().then(&draw))
}

/// Does something in a task of its own. What belongs to a page that is gone by then must mind that itself.
pub(crate) fn soon(act: impl FnOnce() + 'static) {
    set_timeout(act, Duration::ZERO);
}
