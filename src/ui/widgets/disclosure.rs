//! Something that can be opened to read more.

use super::{Icon, icon};
use leptos::prelude::*;

/// Native details with a summary.
#[component]
pub(crate) fn Disclosure(
    /// What stands in the line that opens it.
    summary: AnyView,
    /// How it looks: `plain` or `lane`.
    #[prop(default = "plain")]
    look: &'static str,
    /// What it hides until then.
    children: Children,
) -> impl IntoView {
    view! { class="dc",
        <details class="dc-disclosure" data-look=look>
            <summary class="dc-disclosure__summary">{summary} <span class="dc-disclosure__chevron">{icon(Icon::Down)}</span></summary>
            <div class="dc-disclosure__body">{children()}</div>
        </details>
    }
    .into_any()
}
