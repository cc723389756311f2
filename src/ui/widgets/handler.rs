//! What happens when something is pressed or typed into, boxed so that every kind is one type.

use leptos::prelude::{event_target, event_target_value};

/// What happens when something is pressed.
pub(crate) type Pressed = Box<dyn FnMut()>;
/// What happens on an event.
pub(crate) type Listener = Box<dyn FnMut(web_sys::Event)>;

/// Does something when pressed.
pub(crate) fn pressed(act: impl FnMut() + 'static) -> Pressed {
    Box::new(act)
}

/// Does something when changed or closed.
pub(crate) fn changed(mut act: impl FnMut() + 'static) -> Listener {
    Box::new(move |_| act())
}

/// Does something with whether what was opened or closed is open now.
pub(crate) fn toggled(mut act: impl FnMut(bool) + 'static) -> Listener {
    Box::new(move |event| act(event_target::<web_sys::Element>(&event).has_attribute("open")))
}

/// Does something with the text of what was typed into or chosen from.
pub(crate) fn typed(mut act: impl FnMut(String) + 'static) -> Listener {
    Box::new(move |event| act(event_target_value(&event)))
}
