//! What the part about many records asks of its worker. A file never becomes text of the page's: the worker gets it slice by slice.

use super::driver::{plain, spawn};
use super::host::{Host, set};
use crate::state::{Duty, Event, Move, Records, Refusal, RefusalCode};
use crate::ui::Page;
use serde_json::{Value as Json, json};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::{HtmlInputElement, HtmlTextAreaElement};

/// Generated organizations, and records of all of them.
const GENERATED: (u32, u32) = (12, 3000);

pub(super) fn run(page: Page, host: &Rc<Host>, errand: Duty) {
    let host = Rc::clone(host);
    match errand {
        Duty::Cancel => spawn(async move { drop(host.ask_batch("cancel", &JsValue::NULL, &JsValue::NULL).await) }),
        Duty::Look(number, parameters) => spawn(async move {
            let parameters = JsValue::from_str(&json!(parameters).to_string());
            if let Ok(Some(json)) = host.ask_batch("look", &parameters, &JsValue::NULL).await.map(|text| parse(&text)) {
                page.send(Event::Aggregate(Move::Looked(number, json)));
            }
        }),
        Duty::Rarity(text) => spawn(async move {
            let asked = JsValue::from_str(&text);
            if let Ok(Some(json)) = host.ask_batch("rarity", &asked, &JsValue::NULL).await.map(|text| parse(&text)) {
                page.send(Event::Aggregate(Move::Rare(text, json)));
            }
        }),
        Duty::Read { number, records, request, options, parameters } => {
            let job = js_sys::Object::new();
            set(&job, "request", &plain(&request));
            set(&job, "options", &JsValue::from_str(&json!(options).to_string()));
            set(&job, "parameters", &JsValue::from_str(&json!(parameters).to_string()));
            source(page, records, &job);
            let news = Closure::<dyn FnMut(String)>::new(move |news: String| {
                if let Some(json) = parse(&news) {
                    page.send(Event::Aggregate(Move::Progressed(number, json)));
                }
            });
            spawn(async move {
                let answer = host.ask_batch("run", &job, news.as_ref()).await;
                let answer = answer.and_then(|text| parse(&text).ok_or_else(|| Refusal::of(RefusalCode::EngineStart)));
                page.send(Event::Aggregate(Move::Ended(number, answer)));
            });
        }
    }
}

fn parse(text: &str) -> Option<Json> {
    serde_json::from_str(text).ok()
}

/// Puts the file, the pasted text, or what is to be generated into the job.
fn source(page: Page, records: Records, job: &js_sys::Object) {
    let find = |name: &str| {
        let id = format!("#{}", page.id(name));
        super::roots().iter().find_map(|root| root.query_selector(&id).ok().flatten())
    };
    match records {
        Records::File => {
            let input = find("aggregate-file").and_then(|element| element.dyn_into::<HtmlInputElement>().ok());
            if let Some(file) = input.and_then(|input| input.files()).and_then(|files| files.get(0)) {
                set(job, "file", &file);
            }
        }
        Records::Text => {
            let text = find("aggregate-text").and_then(|element| element.dyn_into::<HtmlTextAreaElement>().ok());
            set(job, "text", &JsValue::from_str(&text.map(|text| text.value()).unwrap_or_default()));
        }
        Records::Generated => {
            let sample = js_sys::Object::new();
            set(&sample, "seed", &JsValue::from_str("aggregate"));
            set(&sample, "organizations", &JsValue::from_f64(GENERATED.0.into()));
            set(&sample, "records", &JsValue::from_f64(GENERATED.1.into()));
            set(job, "sample", &sample);
        }
    }
}
