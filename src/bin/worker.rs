//! The engine behind `postMessage`: the functions that `www/worker-start.js` calls.

use data_contribution::batch::{Batch, Options, Parameters, Reference, SketchError, State, aggregate, rarity, sample};
use data_contribution::catalog;
use data_contribution::engine::{DetectRequest, Engine, Offsets, PreviewRequest, QuestionKind, Refusal};
use serde::{Serialize, de::DeserializeOwned};
use serde_wasm_bindgen::Serializer;
use std::cell::RefCell;
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

thread_local! {
    static ENGINE: Engine = Engine::default();
    static BATCH: RefCell<Option<Under>> = const { RefCell::new(None) };
    static REFERENCE: RefCell<Option<Reference>> = const { RefCell::new(None) };
}

/// A batch that is under way, or over.
enum Under {
    Way(Box<Batch>),
    Done(Box<State>),
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
    Ok(if found.candidates.is_some() || found.misses.is_some() { write(&found) } else { write(&found.findings) })
}

/// Takes the names file, once. One that cannot be used changes nothing: previews say that there is none.
#[wasm_bindgen]
pub fn learn(file: &[u8]) -> bool {
    ENGINE.with(|engine| engine.learn(file).is_ok())
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

/// Begins a batch; one that was under way is given up. `options` are JSON text.
///
/// # Errors
/// A plain object `{ code: "request" }`: a request or its options have not their shape; else see `Refusal`.
#[wasm_bindgen(js_name = batchBegin)]
pub fn batch_begin(request: JsValue, options: &str) -> Result<(), JsValue> {
    let options: Options = serde_json::from_str(options).map_err(|_| malformed())?;
    let begun = ENGINE.with(|engine| engine.batch(&read(request)?, options).map_err(|refusal| write(&refusal.to_json())))?;
    BATCH.set(Some(Under::Way(Box::new(begun))));
    Ok(())
}

/// Takes what is frequent elsewhere, as `deid sketch` writes it; an empty text forgets it.
///
/// # Errors
/// A plain object `{ code: "reference", demand }`: it cannot be used, and none is.
#[wasm_bindgen(js_name = batchReference)]
pub fn batch_reference(text: &str) -> Result<(), JsValue> {
    REFERENCE.set(None);
    if !text.is_empty() {
        let refuse = |error: SketchError| write(&serde_json::json!({"code": "reference", "demand": error.demand()}));
        REFERENCE.set(Some(Reference::read(text).map_err(refuse)?));
    }
    Ok(())
}

/// Takes what arrived, and gives the progress as JSON text.
///
/// # Errors
/// A plain object `{ code: "request" }`: no batch was begun.
#[wasm_bindgen(js_name = batchPush)]
pub fn batch_push(bytes: &[u8]) -> Result<String, JsValue> {
    BATCH.with_borrow_mut(|batch| match batch {
        Some(Under::Way(batch)) => {
            batch.push(bytes);
            Ok(serde_json::json!(batch.progress()).to_string())
        }
        Some(Under::Done(_)) | None => Err(malformed()),
    })
}

/// Generated records instead of bytes: JSON Lines by a seed.
#[wasm_bindgen(js_name = batchSample)]
pub fn batch_sample(seed: &str, organizations: u32, records: u32) -> String {
    sample::organizations(seed, organizations, records)
}

/// Takes the end, or that the input broke off, and gives the progress as JSON text. From now on the batch can be looked at.
///
/// # Errors
/// A plain object `{ code, … }`: there was no record; see `Refusal`.
#[wasm_bindgen(js_name = batchEnd)]
pub fn batch_end(broke_off: bool) -> Result<String, JsValue> {
    let Some(Under::Way(mut batch)) = BATCH.take() else { return Err(malformed()) };
    if broke_off {
        batch.break_off();
    }
    let (state, progress) = batch.finish().map_err(|error| write(&Refusal::Record(error).to_json()))?;
    BATCH.set(Some(Under::Done(Box::new(state))));
    Ok(serde_json::json!(progress).to_string())
}

/// The aggregate under parameters, which are JSON text, as JSON text.
///
/// # Errors
/// A plain object `{ code: "request" }`: no batch was ended, or the parameters have not their shape.
#[wasm_bindgen(js_name = batchLook)]
pub fn batch_look(parameters: &str) -> Result<String, JsValue> {
    let parameters: Parameters = serde_json::from_str(parameters).map_err(|_| malformed())?;
    BATCH.with_borrow(|batch| match batch {
        Some(Under::Done(state)) => {
            Ok(REFERENCE.with_borrow(|reference| aggregate(state, reference.as_ref(), &parameters)).to_string())
        }
        Some(Under::Way(_)) | None => Err(malformed()),
    })
}

/// How many contributors used each word of a text: `[[start, end, count], …]` as JSON text, in UTF-16 code units.
///
/// # Errors
/// A plain object `{ code: "request" }`: no batch was ended.
#[wasm_bindgen(js_name = batchRarity)]
pub fn batch_rarity(text: &str) -> Result<String, JsValue> {
    BATCH.with_borrow(|batch| match batch {
        Some(Under::Done(state)) => {
            Ok(REFERENCE.with_borrow(|reference| serde_json::json!(rarity(state, reference.as_ref(), text))).to_string())
        }
        Some(Under::Way(_)) | None => Err(malformed()),
    })
}

fn malformed() -> JsValue {
    write(&serde_json::json!({"code": "request"}))
}

/// How many inputs were read and searched so far.
#[wasm_bindgen]
pub fn searched() -> usize {
    ENGINE.with(Engine::searched)
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
