//! What follows the state: one type for all text and one for all views, so that Leptos' machinery for each is in the download once.

use leptos::prelude::*;

/// Text that is written again whenever what it reads changes.
pub(crate) fn text(read: impl Fn() -> String + Send + 'static) -> AnyView {
    boxed_text(Box::new(read))
}

fn boxed_text(read: Box<dyn Fn() -> String + Send>) -> AnyView {
    (move || read()).into_any()
}

/// A view that is drawn again whenever what it reads changes.
pub(crate) fn dynamic(draw: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    boxed(Box::new(draw))
}

fn boxed(draw: Box<dyn Fn() -> AnyView + Send>) -> AnyView {
    (move || draw()).into_any()
}

/// A view that is there only at times.
pub(crate) fn maybe(draw: impl Fn() -> Option<AnyView> + Send + 'static) -> AnyView {
    dynamic(move || draw().unwrap_or_else(|| ().into_any()))
}

/// Does something now, and again whenever what it reads changes.
pub(crate) fn follow(act: impl Fn() + 'static) {
    follow_boxed(Box::new(act));
}

fn follow_boxed(act: Box<dyn Fn()>) {
    Effect::new(act);
}
