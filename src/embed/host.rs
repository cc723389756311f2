//! [`Host`]: what the page asks of whoever mounted it. Every answer is read here and nowhere else.

use crate::policy::Settings;
use crate::state::{Fault, Refusal, RefusalCode, Saved};
use serde::Serialize;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    /// The object that the loader passes to `mount`. Methods that answer later give a promise.
    pub type Host;

    /// Asks the engine: a `PreviewRequest` becomes a `Preview` as JSON text, or a rejection `{ code, … }`.
    #[wasm_bindgen(method, catch)]
    fn preview(this: &Host, request: &JsValue) -> Result<js_sys::Promise, JsValue>;
    /// `{ version, sandboxed }` once the engine is ready, or a rejection `{ code }`.
    #[wasm_bindgen(method, catch)]
    fn engine(this: &Host) -> Result<js_sys::Promise, JsValue>;
    /// Drops the engine's copy of what was asked last.
    #[wasm_bindgen(method, catch)]
    fn forget(this: &Host) -> Result<(), JsValue>;
    /// `{ settings | null, revision }`.
    #[wasm_bindgen(method, catch)]
    fn load(this: &Host) -> Result<js_sys::Promise, JsValue>;
    /// `{ revision }`, or a rejection `{ code }`, for a conflict with `current`.
    #[wasm_bindgen(method, catch)]
    fn save(this: &Host, settings: &JsValue, about: &JsValue) -> Result<js_sys::Promise, JsValue>;
    /// Takes the page's place with a plain message; the module's memory cannot be trusted any more.
    #[wasm_bindgen(method, catch)]
    fn fatal(this: &Host, error: &JsValue) -> Result<(), JsValue>;
    /// Fires an event at the host's page.
    #[wasm_bindgen(method, catch)]
    fn emit(this: &Host, event: &str, detail: &JsValue) -> Result<JsValue, JsValue>;
}

impl Host {
    /// Waits for what a method promised. A method that throws is like one that rejects.
    async fn wait(promise: Result<js_sys::Promise, JsValue>) -> Result<JsValue, JsValue> {
        wasm_bindgen_futures::JsFuture::from(promise?).await
    }

    /// Asks the engine for a preview, as JSON text.
    pub(super) async fn ask(&self, request: &JsValue) -> Result<String, Refusal> {
        let answer = Self::wait(self.preview(request)).await.map_err(|error| refusal(&error))?;
        answer.as_string().ok_or_else(|| Refusal::of(RefusalCode::EngineStart))
    }

    /// Waits for the engine: its version, and whether it is proven to be kept from the network.
    pub(super) async fn ready(&self) -> Result<(String, bool), String> {
        let answer = Self::wait(self.engine()).await.map_err(|error| code(&error))?;
        Ok((text(&answer, "version").unwrap_or_default(), get(&answer, "sandboxed").is_truthy()))
    }

    /// Drops the engine's copy of the own record. A host without an engine of its own has none.
    pub(super) fn drop_copy(&self) {
        let _ = self.forget();
    }

    /// Reads the saved settings.
    pub(super) async fn read(&self) -> Result<(Option<Settings>, Option<String>), String> {
        let answer = Self::wait(self.load()).await.map_err(|error| code(&error))?;
        saved(&answer).ok_or_else(|| "settings-not-understood".to_owned())
    }

    /// Saves.
    pub(super) async fn write(&self, settings: &Settings, revision: Option<&str>, note: &str) -> Result<String, Failure> {
        let about = js_sys::Object::new();
        set(&about, "revision", &revision.map_or(JsValue::NULL, JsValue::from_str));
        set(&about, "note", &JsValue::from_str(note));
        match Self::wait(self.save(&to_js(settings), &about)).await {
            Ok(answer) => revision_of(&answer).ok_or_else(|| Failure::Code("unconfirmed".to_owned())),
            Err(error) => Err(failure(&error)),
        }
    }

    /// Tells the host. What listeners do with it is theirs.
    pub(super) fn tell(&self, event: &str, detail: &JsValue) {
        let _ = self.emit(event, detail);
    }

    /// Says that the module broke. A host that takes the page's place itself tells its own page too.
    pub(super) fn break_down(&self, detail: &JsValue) {
        if self.fatal(detail).is_err() {
            self.tell("dc-error", detail);
        }
    }

    /// Sets what the host calls with news of the engine.
    pub(super) fn listen(&self, listener: &JsValue) {
        set(self.unchecked_ref(), "onengine", listener);
    }
}

/// Why a save came to nothing.
pub(super) enum Failure {
    /// Somebody else saved in between.
    Conflict(Saved),
    /// Anything else.
    Code(String),
}

fn failure(error: &JsValue) -> Failure {
    let code = code(error);
    let current = (code == "conflict").then(|| saved(&get(error, "current"))).flatten();
    match current {
        Some((Some(settings), revision)) => Failure::Conflict(Saved { settings, revision }),
        Some((None, _)) | None => Failure::Code(code),
    }
}

/// `{ settings, revision }` as hosts write it. None where the settings are not understood.
fn saved(answer: &JsValue) -> Option<(Option<Settings>, Option<String>)> {
    let settings = get(answer, "settings");
    let settings = if settings.is_null() || settings.is_undefined() {
        None
    } else {
        Some(Settings::parse(&js_sys::JSON::stringify(&settings).ok()?.as_string()?).ok()?)
    };
    Some((settings, revision_of(answer)))
}

/// A revision is any text; hosts that count get their number back as text.
fn revision_of(answer: &JsValue) -> Option<String> {
    let revision = get(answer, "revision");
    let number =
        || revision.dyn_ref::<js_sys::Number>().and_then(|number| number.to_string_with_radix(10).ok()).map(String::from);
    revision.as_string().or_else(number)
}

fn refusal(error: &JsValue) -> Refusal {
    let known = text(error, "code").and_then(|code| code.parse::<RefusalCode>().ok());
    let number = |name| get(error, name).as_f64().map(|number| number as u32);
    Refusal {
        code: known.unwrap_or(RefusalCode::EngineStart),
        fault: text(error, "fault").and_then(|fault| fault.parse().ok()).unwrap_or(Fault::Syntax),
        at: number("line").zip(number("column")),
        offset: number("offset"),
        pointer: text(error, "pointer").or_else(|| text(error, "place")),
        expected: text(error, "expected"),
        which: text(error, "which"),
        demand: text(error, "demand"),
    }
}

/// The code of whatever was thrown; its message may hold anything and is not looked at.
pub(super) fn code(error: &JsValue) -> String {
    text(error, "code").unwrap_or_else(|| "unknown".to_owned())
}

/// A member of an object; undefined where there is none.
pub(super) fn get(object: &JsValue, name: &str) -> JsValue {
    if object.is_object() {
        js_sys::Reflect::get(object, &JsValue::from_str(name)).unwrap_or_default()
    } else {
        JsValue::UNDEFINED
    }
}

/// A member that is text.
pub(super) fn text(object: &JsValue, name: &str) -> Option<String> {
    get(object, name).as_string()
}

/// Sets a member of an object of ours.
pub(super) fn set(object: &js_sys::Object, name: &str, value: &JsValue) {
    let _ = js_sys::Reflect::set(object, &JsValue::from_str(name), value);
}

/// A plain object, as `JSON.parse` makes it.
pub(super) fn to_js<T: Serialize>(value: &T) -> JsValue {
    serde_json::to_string(value).ok().and_then(|json| js_sys::JSON::parse(&json).ok()).unwrap_or(JsValue::NULL)
}
