//! [`Page`]: what every section gets.

use super::locale::Messages;
use super::watch::Watch;
use super::widgets::{Pressed, el, pressed};
use crate::policy::Instant;
use crate::state::{Act, Effect, Event, Shown, State, update};
use leptos::prelude::*;
use std::rc::Rc;

/// Does what an effect asks for.
pub(crate) type Runner = Rc<dyn Fn(Page, Effect)>;

/// The state of one mounted page, its words, and the way to change it.
#[derive(Clone, Copy)]
pub(crate) struct Page {
    state: RwSignal<State>,
    runner: StoredValue<Runner, LocalStorage>,
    instance: u32,
    /// Every sentence.
    pub(crate) words: &'static Messages,
}

impl Page {
    /// A page. `instance` makes its ids its own where several pages share a document.
    pub(crate) fn new(state: State, runner: Runner, words: &'static Messages, instance: u32) -> Self {
        Self { state: RwSignal::new(state), runner: StoredValue::new_local(runner), instance, words }
    }

    /// Says what happened. After the page is gone nothing happens any more.
    pub(crate) fn send(self, event: Event) {
        let effect = self.state.try_update(|state| update(state, event)).flatten();
        if let (Some(effect), Some(runner)) = (effect, self.runner.try_get_value()) {
            runner(self, effect);
        }
    }

    /// Does what an effect asks for that no event caused.
    pub(crate) fn run(self, effect: Effect) {
        if let Some(runner) = self.runner.try_get_value() {
            runner(self, effect);
        }
    }

    /// Reads the state, and reads it again whenever it changes.
    pub(crate) fn with<T>(self, read: impl FnOnce(&State) -> T) -> T {
        self.state.with(read)
    }

    /// Reads the state as it is now; none after the page is gone.
    pub(crate) fn now<T>(self, read: impl FnOnce(&State) -> T) -> Option<T> {
        self.state.try_with_untracked(read)
    }

    /// What a function of the state gives, known to have changed only when it has.
    pub(crate) fn memo<T: PartialEq + Send + Sync + 'static>(self, read: fn(&State) -> T) -> Watch<T> {
        Watch::new(move || self.state.with(read))
    }

    /// Text that follows the state.
    pub(crate) fn text(self, read: impl Fn(&State) -> String + Send + Sync + 'static) -> Signal<String> {
        Signal::derive(move || self.state.with(&read))
    }

    /// Whether something holds.
    pub(crate) fn is(self, read: fn(&State) -> bool) -> Signal<bool> {
        let watch = self.memo(read);
        Signal::derive(move || watch.get())
    }

    /// The preview and the record of it that is shown.
    pub(crate) fn shown(self) -> Watch<Option<(Shown, usize)>> {
        self.memo(|state| state.shown().map(|shown| (shown.clone(), state.record)))
    }

    /// What to do with something that is pressed.
    pub(crate) fn callback(self, event: impl Fn() -> Event + Send + Sync + 'static) -> Callback<()> {
        Callback::new(move |()| self.send(event()))
    }

    /// Says that something happened when something is pressed.
    pub(crate) fn press(self, event: impl Fn() -> Event + 'static) -> Pressed {
        pressed(move || self.send(event()))
    }

    /// An instant as the viewer's clocks name it, to be worded as if it were UTC.
    pub(crate) fn local(self, at: Instant) -> Instant {
        self.now(|state| state.local(at)).unwrap_or(at)
    }

    /// A day in the viewer's time zone, with the instant behind it.
    pub(crate) fn date(self, at: Instant) -> AnyView {
        self.time(at, (self.words.desk.date)(self.local(at)))
    }

    /// Words for an instant, with the instant behind them.
    pub(crate) fn time(self, at: Instant, words: String) -> AnyView {
        let title = (self.words.desk.instant)(at, self.local(at));
        el("time", "dc-time").set("datetime", at.to_text()).set("title", title).with(words).into_any()
    }

    /// Says that something happened at the desk when something is pressed.
    pub(crate) fn act(self, act: impl Fn() -> Act + 'static) -> Pressed {
        self.press(move || Event::Desk(act()))
    }

    /// Which of the mounted pages this is.
    pub(crate) fn number(self) -> u32 {
        self.instance
    }

    /// An id that no other page in the document has.
    pub(crate) fn id(self, name: &str) -> String {
        format!("dc-{}-{name}", self.instance)
    }
}
