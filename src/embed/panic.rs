//! What happens when the page module breaks: every host hears of it, once.

use super::host::set;
use std::cell::Cell;
use wasm_bindgen::JsValue;

thread_local! {
    static BROKEN: Cell<bool> = const { Cell::new(false) };
}

/// Installs the hook. The message of a panic may quote data, so nothing of it is passed on.
pub fn watch() {
    std::panic::set_hook(Box::new(|_| {
        if BROKEN.replace(true) {
            return;
        }
        for host in super::hosts() {
            let detail = js_sys::Object::new();
            set(&detail, "code", &JsValue::from_str("panic"));
            set(&detail, "message", &JsValue::from_str("The page module broke."));
            set(&detail, "fatal", &JsValue::TRUE);
            host.break_down(&detail);
        }
    }));
}
