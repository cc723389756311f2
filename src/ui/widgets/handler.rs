//! What happens when something is pressed or typed into. Handlers are boxed at once: each kind is one type, and Leptos' machinery for
//! it is in the download once.

use leptos::ev;
use leptos::prelude::event_target_value;

/// What happens when something is pressed.
pub(crate) type Pressed = Box<dyn FnMut(ev::MouseEvent)>;
/// What happens when something is changed.
pub(crate) type Changed = Box<dyn FnMut(ev::Event)>;

/// Does something when pressed.
pub(crate) fn pressed(mut act: impl FnMut() + 'static) -> Pressed {
    Box::new(move |_| act())
}

/// Does something when changed or closed.
pub(crate) fn changed(mut act: impl FnMut() + 'static) -> Changed {
    Box::new(move |_| act())
}

/// Does something with the text of what was typed into or chosen from.
pub(crate) fn typed(mut act: impl FnMut(String) + 'static) -> Changed {
    Box::new(move |event| act(event_target_value(&event)))
}
