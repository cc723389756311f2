//! The clipboard, downloads, chance and the focus: what only a browser has.

use crate::state::{Event, Explaining};
use crate::ui::Page;
use std::time::Duration;
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlElement, Url};

/// 32 bytes of chance as hexadecimal digits.
pub(super) fn random_key() -> String {
    let mut bytes = [0; 32];
    let drawn = web_sys::window().and_then(|window| window.crypto().ok());
    if let Some(crypto) = drawn {
        // Fails only for more than 65,536 bytes.
        let _ = crypto.get_random_values_with_u8_array(&mut bytes);
    }
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Puts text into the clipboard.
pub(super) async fn copy(text: &str) -> Result<(), ()> {
    let window = web_sys::window().ok_or(())?;
    // Missing where the page is not in a secure context.
    let clipboard = js_sys::Reflect::get(&window.navigator(), &JsValue::from_str("clipboard")).map_err(drop)?;
    let clipboard: web_sys::Clipboard = clipboard.dyn_into().map_err(drop)?;
    JsFuture::from(clipboard.write_text(text)).await.map(drop).map_err(drop)
}

/// Lets the admin keep text as a file.
pub(super) fn download(name: &str, media: &str, text: &str) {
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let kind = BlobPropertyBag::new();
    kind.set_type(media);
    let Ok(url) = Blob::new_with_str_sequence_and_options(&parts, &kind).and_then(|blob| Url::create_object_url_with_blob(&blob))
    else {
        return;
    };
    let document = web_sys::window().and_then(|window| window.document());
    let anchor = document
        .and_then(|document| document.create_element("a").ok())
        .and_then(|anchor| anchor.dyn_into::<HtmlAnchorElement>().ok());
    if let Some(anchor) = anchor {
        anchor.set_href(&url);
        anchor.set_download(name);
        anchor.click();
    }
    leptos::prelude::set_timeout(move || drop(Url::revoke_object_url(&url)), Duration::from_secs(10));
}

/// Minutes by which the viewer's clocks are ahead of UTC at an instant.
pub(super) fn ahead(at: crate::policy::Instant) -> i64 {
    let behind = js_sys::Date::new(&JsValue::from_f64(at.unix_milliseconds() as f64)).get_timezone_offset();
    -(behind as i64)
}

/// CSS pixels below which there is no room for two columns; the style sheet's 52rem.
const NARROW: i32 = 832;

/// Tells the page whether it has room for two columns, now and whenever that changes. Without `ResizeObserver` it has.
pub(super) fn watch_width(page: Page, root: &HtmlElement) {
    let watched = root.clone();
    let changed: Closure<dyn FnMut(JsValue)> = Closure::new(move |_| {
        let narrow = watched.client_width() < NARROW;
        if page.now(|state| state.explain.narrow).is_some_and(|before| before != narrow) {
            page.send(Event::Explain(Explaining::Narrowed(narrow)));
        }
    });
    let observe = || {
        let class =
            js_sys::Reflect::get(&js_sys::global(), &"ResizeObserver".into()).ok()?.dyn_into::<js_sys::Function>().ok()?;
        let observer = js_sys::Reflect::construct(&class, &js_sys::Array::of1(&changed.into_js_value())).ok()?;
        let method = js_sys::Reflect::get(&observer, &"observe".into()).ok()?.dyn_into::<js_sys::Function>().ok()?;
        method.call1(&observer, root).ok()
    };
    drop(observe());
}

/// Prints the page.
pub(super) fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

/// Moves the focus to the element of this id inside `root`.
pub(super) fn focus(root: &HtmlElement, id: &str) {
    let found = root.query_selector(&format!("#{id}")).ok().flatten();
    let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) else { return };
    // What stands in something that is closed cannot have the focus.
    let mut closed = element.closest("details:not([open])").ok().flatten();
    while let Some(details) = closed {
        let _ = details.set_attribute("open", "");
        closed = details.closest("details:not([open])").ok().flatten();
    }
    let _ = element.focus();
}

/// Shows a section of a page, once it is drawn.
pub(super) fn reveal_later(root: HtmlElement, id: String) {
    let reveal = move || {
        if let Ok(Some(section)) = root.query_selector(&format!("#{id}")) {
            section.scroll_into_view();
        }
    };
    leptos::prelude::set_timeout(reveal, Duration::ZERO);
}

/// The same for any mounted page, after what is changing now has been drawn.
pub(super) fn focus_later(id: String) {
    leptos::prelude::set_timeout(
        move || {
            for root in super::roots() {
                focus(&root, &id);
            }
        },
        Duration::ZERO,
    );
}
