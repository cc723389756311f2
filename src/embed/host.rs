//! [`Host`]: what the page asks of whoever mounted it. Every answer is read here and nowhere else.

use crate::policy::{AuditEntry, History, Settings};
use crate::state::{Fault as RecordFault, Refusal, RefusalCode};
use serde::Serialize;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    /// The object that the loader passes to `mount`. Methods that answer later give a promise.
    pub type Host;

    /// Asks the engine: a `PreviewRequest` becomes a `Preview` as JSON text, or a rejection `{ code, … }`.
    #[wasm_bindgen(method, catch)]
    fn preview(this: &Host, request: &JsValue) -> Result<js_sys::Promise, JsValue>;
    /// What is asked of a batch; its answer is JSON text.
    #[wasm_bindgen(method, catch)]
    fn batch(this: &Host, what: &str, value: &JsValue, news: &JsValue) -> Result<js_sys::Promise, JsValue>;
    /// Asks the engine anything else by its kind: the answer as JSON text, or a rejection `{ code, … }`.
    #[wasm_bindgen(method, catch, js_name = ask)]
    fn ask_of(this: &Host, kind: &str, request: &JsValue) -> Result<js_sys::Promise, JsValue>;
    /// `{ version, sandboxed }` once the engine is ready, or a rejection `{ code }`.
    #[wasm_bindgen(method, catch)]
    fn engine(this: &Host) -> Result<js_sys::Promise, JsValue>;
    /// Drops the engine's copy of what was asked last.
    #[wasm_bindgen(method, catch)]
    fn forget(this: &Host) -> Result<(), JsValue>;
    /// `{ settings | null, revision, audit? }` of an organization.
    #[wasm_bindgen(method, catch)]
    fn load(this: &Host, organization: &str) -> Result<js_sys::Promise, JsValue>;
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
    /// Waits for what a method promised. A method that throws is like one that rejects; one that answers at once is waited for, too.
    async fn wait(promise: Result<js_sys::Promise, JsValue>) -> Result<JsValue, JsValue> {
        wasm_bindgen_futures::JsFuture::from(js_sys::Promise::resolve(&promise?)).await
    }

    /// Asks the engine for a preview, as JSON text.
    pub(super) async fn ask(&self, request: &JsValue) -> Result<String, Refusal> {
        let answer = Self::wait(self.preview(request)).await.map_err(|error| refusal(&error))?;
        answer.as_string().ok_or_else(|| Refusal::of(RefusalCode::EngineStart))
    }

    /// Asks something of a batch: `run`, `look`, `rarity`, `cancel`. `news` is called with the progress as JSON text.
    pub(super) async fn ask_batch(&self, what: &str, value: &JsValue, news: &JsValue) -> Result<String, Refusal> {
        let answer = Self::wait(self.batch(what, value, news)).await.map_err(|error| refusal(&error))?;
        Ok(answer.as_string().unwrap_or_default())
    }

    /// Asks the engine anything else, as JSON text.
    pub(super) async fn inquire(&self, kind: &str, request: &JsValue) -> Result<String, Refusal> {
        let answer = Self::wait(self.ask_of(kind, request)).await.map_err(|error| refusal(&error))?;
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

    /// Reads what is saved of an organization.
    pub(super) async fn read(&self, organization: &str) -> Result<Loaded, Fault> {
        let answer = Self::wait(self.load(organization)).await.map_err(|error| Fault::of_host(&error))?;
        loaded(&answer)
    }

    /// Saves.
    pub(super) async fn write(&self, settings: &Settings, about: &About<'_>) -> Result<String, Failure> {
        let object = js_sys::Object::new();
        set(&object, "revision", &about.revision.map_or(JsValue::NULL, JsValue::from_str));
        set(&object, "note", &JsValue::from_str(&about.entry.note));
        set(&object, "organization", &JsValue::from_str(about.organization));
        set(&object, "entry", &to_js(about.entry));
        match Self::wait(self.save(&to_js(settings), &object)).await {
            Ok(answer) => match revision(&answer) {
                Ok(Some(revision)) => Ok(revision),
                // It answered, and what it answered confirms nothing.
                Ok(None) | Err(_) => Err(Failure::Code("unconfirmed".to_owned())),
            },
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

/// What belongs to a save.
pub(super) struct About<'a> {
    /// Whose settings they are.
    pub(super) organization: &'a str,
    /// The revision that they are based on.
    pub(super) revision: Option<&'a str>,
    /// The decision as it is to be kept.
    pub(super) entry: &'a AuditEntry,
}

/// What is saved.
pub(super) struct Loaded {
    /// The settings; none where nobody ever saved.
    pub(super) settings: Option<Settings>,
    /// The host's word for this version of them.
    pub(super) revision: Option<String>,
    /// Earlier decisions.
    pub(super) history: History,
}

/// What is wrong with an answer.
pub(super) struct Fault {
    /// A stable code.
    pub(super) code: String,
    /// Where and what, without the value.
    pub(super) message: String,
}

impl Fault {
    fn new(code: &str, message: &str) -> Self {
        Self { code: code.to_owned(), message: message.to_owned() }
    }

    /// Whatever a host threw; its message may hold anything and is not passed on.
    fn of_host(error: &JsValue) -> Self {
        Self::new(&code(error), "The settings could not be read.")
    }
}

/// Why a save came to nothing.
pub(super) enum Failure {
    /// Somebody else saved in between: what is saved now, none where nothing is, and its revision.
    Conflict(Option<Settings>, Option<String>),
    /// Anything else.
    Code(String),
}

fn failure(error: &JsValue) -> Failure {
    let code = code(error);
    let current = (code == "conflict").then(|| loaded(&get(error, "current")).ok()).flatten();
    match current {
        Some(Loaded { settings, revision, .. }) => Failure::Conflict(settings, revision),
        None => Failure::Code(code),
    }
}

/// Reads `{ settings, revision, audit? }` as hosts write it. What cannot be understood is a fault: nobody may save on it.
fn loaded(answer: &JsValue) -> Result<Loaded, Fault> {
    let settings = get(answer, "settings");
    if !answer.is_object() || settings.is_undefined() {
        return Err(Fault::new("no-answer-object", "load(): must answer an object with settings, null where nothing was saved"));
    }
    let settings = if settings.is_null() {
        None
    } else {
        let json =
            json(&settings).ok_or_else(|| Fault::new("settings-not-understood", "load(): settings: must be plain data"))?;
        let parsed = Settings::parse(&json);
        Some(parsed.map_err(|error| Fault::new("settings-not-understood", &format!("load(): settings{error}")))?)
    };
    let audit = get(answer, "audit");
    let history = json(&audit).filter(|_| audit.is_object()).map(|json| History::parse(&json)).unwrap_or_default();
    Ok(Loaded { settings, revision: revision(answer)?, history })
}

/// A revision is text; none where nothing was saved. Anything else could not be compared, so that a save might overwrite another.
fn revision(answer: &JsValue) -> Result<Option<String>, Fault> {
    let revision = get(answer, "revision");
    match revision.as_string() {
        Some(text) => Ok(Some(text)),
        None if revision.is_null() || revision.is_undefined() => Ok(None),
        None => Err(Fault::new("revision-not-text", "load(): revision: must be text")),
    }
}

fn json(value: &JsValue) -> Option<String> {
    js_sys::JSON::stringify(value).ok()?.as_string()
}

fn refusal(error: &JsValue) -> Refusal {
    let known = text(error, "code").and_then(|code| code.parse::<RefusalCode>().ok());
    let number = |name| get(error, name).as_f64().map(|number| number as u32);
    Refusal {
        code: known.unwrap_or(RefusalCode::EngineStart),
        fault: text(error, "fault").and_then(|fault| fault.parse().ok()).unwrap_or(RecordFault::Syntax),
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
