//! The engine behind `postMessage`: the functions that `www/worker-start.js` calls.

use data_contribution::catalog;
use data_contribution::engine::{DetectRequest, Engine, Offsets, PreviewRequest, QuestionKind};
use serde::{Serialize, de::DeserializeOwned};
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

thread_local! {
    static ENGINE: Engine = Engine::default();
}

fn main() {}

/// What would become of a record: a `Preview` as JSON text, the very bytes that `deid preview` prints.
///
/// # Errors
/// A plain object `{ code, … }`: see `Refusal`.
#[wasm_bindgen]
pub fn preview(request: JsValue) -> Result<String, JsValue> {
    let request: PreviewRequest = read(request)?;
    ENGINE.with(|engine| engine.preview_json(&request)).map_err(|refusal| write(&refusal.to_json()))
}

/// What stands in a text, with offsets in UTF-16 code units: a list of findings; where candidates were asked for, an object with
/// both lists.
///
/// # Errors
/// A plain object `{ code: "request" }`: the request has not the shape of a `DetectRequest`; else see `Refusal`.
#[wasm_bindgen]
pub fn detect(request: JsValue) -> Result<JsValue, JsValue> {
    let request: DetectRequest = read(request)?;
    let found = ENGINE.with(|engine| engine.detect(&request, Offsets::Utf16)).map_err(|refusal| write(&refusal.to_json()))?;
    Ok(if found.candidates.is_some() { write(&found) } else { write(&found.findings) })
}

/// The answer to a question about a preview, as JSON text. The request is JSON text, too: see `Engine::ask`.
///
/// # Errors
/// A plain object `{ code: "request" }`: there is no such kind of question; else see `Refusal`.
#[wasm_bindgen]
pub fn ask(kind: &str, request: &str) -> Result<String, JsValue> {
    let kind: QuestionKind = kind.parse().map_err(|_| write(&serde_json::json!({"code": "request"})))?;
    ENGINE.with(|engine| engine.ask(kind, request)).map_err(|refusal| write(&refusal.to_json()))
}

/// Every id in use, as JSON text.
#[wasm_bindgen(js_name = catalog)]
pub fn catalog_json() -> String {
    catalog::catalog().to_string()
}

/// The engine's version.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// Serde's message may quote what it met, so it is not passed on.
fn read<T: DeserializeOwned>(request: JsValue) -> Result<T, JsValue> {
    let refuse = |_| write(&serde_json::json!({"code": "request"}));
    serde_wasm_bindgen::from_value(request).map_err(refuse)
}

/// Plain objects, as `JSON.parse` would make them. Strings, numbers and string keys cannot fail.
fn write<T: Serialize>(value: &T) -> JsValue {
    value.serialize(&Serializer::json_compatible()).unwrap_or(JsValue::NULL)
}
