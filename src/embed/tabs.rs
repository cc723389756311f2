//! Other tabs of this browser that show the same settings: what they save and whether they have unsaved changes. Only counts and
//! revisions are said, no settings.

use super::host::{get, set, text};
use crate::state::News;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue};
use web_sys::BroadcastChannel;

/// One page's way to the others. Dropping it leaves.
pub(super) struct Tabs {
    channel: BroadcastChannel,
    tab: String,
    _heard: Closure<dyn FnMut(web_sys::MessageEvent)>,
}

/// What is heard from another page.
pub(super) enum Heard {
    /// Something to know.
    News(News),
    /// It has just been opened and asks who has unsaved changes.
    Hello,
}

impl Tabs {
    /// Joins. None where the browser has no such thing.
    pub(super) fn join(organization: &str, hear: impl Fn(Heard) + 'static) -> Option<Self> {
        let channel = BroadcastChannel::new(&format!("data-contribution:{organization}")).ok()?;
        let heard = Closure::<dyn FnMut(web_sys::MessageEvent)>::new(move |event: web_sys::MessageEvent| {
            if let Some(heard) = read(&event.data()) {
                hear(heard);
            }
        });
        channel.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        let tabs = Self { channel, tab: super::browser::random_key(), _heard: heard };
        tabs.say("hello", &JsValue::NULL);
        Some(tabs)
    }

    /// Says how many unsaved changes there are.
    pub(super) fn editing(&self, changes: usize) {
        self.say("editing", &JsValue::from_f64(changes as f64));
    }

    /// Says that a revision was saved.
    pub(super) fn saved(&self, revision: &str) {
        self.say("saved", &JsValue::from_str(revision));
    }

    fn say(&self, kind: &str, what: &JsValue) {
        let message = js_sys::Object::new();
        set(&message, "kind", &JsValue::from_str(kind));
        set(&message, "tab", &JsValue::from_str(&self.tab));
        set(&message, "what", what);
        let _ = self.channel.post_message(&message);
    }
}

impl Drop for Tabs {
    fn drop(&mut self) {
        self.editing(0);
        self.channel.set_onmessage(None);
        self.channel.close();
    }
}

fn read(message: &JsValue) -> Option<Heard> {
    let what = get(message, "what");
    match text(message, "kind")?.as_str() {
        "hello" => Some(Heard::Hello),
        "editing" => {
            Some(Heard::News(News::Editing { tab: text(message, "tab")?, changes: what.as_f64()?.clamp(0.0, 1e6) as usize }))
        }
        "saved" => Some(Heard::News(News::Saved { revision: what.as_string()? })),
        _ => None,
    }
}
