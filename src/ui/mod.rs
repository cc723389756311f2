//! Floor 8. The page in Leptos: [`sections`] draw the state, [`widgets`] know no domain word, [`locale`] has every sentence.
//!
//! There is one signal, the `State`; whatever happens becomes an `Event` through [`Page::send`]; whatever the outside must do goes
//! to the runner that `embed` supplies. Nothing is decided here.

pub(crate) mod locale;
mod page;
mod sections;
mod watch;
mod widgets;

pub(crate) use page::{Page, Runner};
pub(crate) use widgets::soon;

use leptos::prelude::*;

/// The whole page.
pub(crate) fn view(page: Page) -> AnyView {
    sections::all(page)
}
