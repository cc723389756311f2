//! Browser tests: the page is mounted with a host that is played here, pressed, and read from the document.
#![cfg(target_arch = "wasm32")]

use data_contribution::embed::{Host, discard, is_dirty, mount, settings, unmount, update};
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::HtmlElement;

wasm_bindgen_test_configure!(run_in_browser);

/// A preview of one field with an emoji before its only finding, as the engine writes it.
const PREVIEW: &str = r#"{
  "engine": { "version": "1", "policyDigest": "0", "names": null },
  "records": [{
    "id": "WEB-1", "product": "jira", "recordType": "jira-issue",
    "fields": [{
      "path": "/fields/summary", "label": "Summary", "lane": "in-app-data", "decision": "contribute",
      "reason": { "code": "org-value", "lane": "in-app-data", "value": "on" },
      "attribute": "insensitive", "assumption": false,
      "original": "👩‍🚀 Zoë rang", "contributed": "👩‍🚀 PERSON_1 rang",
      "text": { "original": "👩‍🚀 Zoë rang", "visible": 14, "contributed": "👩‍🚀 PERSON_1 rang", "contributedVisible": 19 },
      "findings": [{
        "start": 6, "end": 9, "node": "", "entity": "PERSON", "class": "PERSON", "score": 100, "recognizer": "known-person",
        "evidence": [{ "kind": "typed-field", "detail": "assignee" }], "operator": "replace", "replacement": "PERSON_1",
        "assumption": false, "text": { "original": [6, 9], "contributed": [6, 14] }
      }],
      "steps": []
    }],
    "contributed": { "metadata": [], "inAppData": { "fields": { "summary": "👩‍🚀 PERSON_1 rang" } } }
  }],
  "risk": { "records": 1, "quasiIdentifiers": [], "classes": { "smallest": 1, "unique": 1, "sizes": [[1, 1]] }, "techniques": [] },
  "warnings": []
}"#;

const OPTIONS: &str = r#"{
  "organization": { "id": "o", "name": "Northwind", "plans": [{ "app": "jira", "plan": "enterprise" }],
    "apps": [{ "id": "jira", "name": "Jira" }], "spaces": [{ "id": "s", "key": "SEC", "name": "Security", "app": "jira" }] },
  "now": "2026-11-23T09:00:00Z", "seed": "test"
}"#;

/// A host that answers every preview alike, confirms every save, and remembers the events.
fn host(events: &Array) -> Host {
    let object = Object::new();
    let method = |name: &str, body: &str| set(&object, name, &Function::new_with_args("a, b", body));
    set(&object, "answer", &JsValue::from_str(PREVIEW));
    set(&object, "events", events);
    method("preview", "return Promise.resolve(this.answer);");
    method("engine", "return Promise.resolve({ version: '1', sandboxed: true });");
    method("load", "return Promise.resolve({ settings: null, revision: null });");
    method("save", "this.events.push(['save', a]); return Promise.resolve({ revision: '1' });");
    method("emit", "this.events.push([a, b]);");
    method("forget", "this.events.push(['forget', null]);");
    object.unchecked_into()
}

/// A mounted page in the document.
struct Mounted {
    id: u32,
    root: HtmlElement,
    events: Array,
}

impl Mounted {
    async fn new() -> Self {
        let document = web_sys::window().and_then(|window| window.document()).expect("a browser has a document");
        let root: HtmlElement = document.create_element("div").expect("a div can be made").unchecked_into();
        document.body().expect("the document has a body").append_child(&root).expect("the body takes a div");
        let mut mounted = Self { id: 0, root, events: Array::new() };
        mounted.mount().await;
        mounted
    }

    async fn mount(&mut self) {
        let options = js_sys::JSON::parse(OPTIONS).expect("the options are JSON");
        let ready = self.heard("dc-ready");
        self.id = mount(self.root.clone(), options, host(&self.events)).expect("the options are right");
        self.until("dc-ready", |page| page.heard("dc-ready") > ready).await;
        settle().await;
    }

    /// Waits for what is drawn or told in a later task.
    async fn until(&self, what: &str, holds: impl Fn(&Self) -> bool) {
        for _ in 0..50 {
            if holds(self) {
                return;
            }
            settle().await;
        }
        panic!("waited in vain: {what}");
    }

    fn find(&self, selector: &str) -> Option<HtmlElement> {
        self.root.query_selector(selector).expect("the selector is right").map(JsCast::unchecked_into)
    }

    fn text(&self, selector: &str) -> String {
        self.find(selector).and_then(|element| element.text_content()).unwrap_or_default()
    }

    async fn press(&self, selector: &str) {
        self.find(selector).unwrap_or_else(|| panic!("nothing to press: {selector}")).click();
        settle().await;
    }

    fn heard(&self, event: &str) -> usize {
        self.events.iter().filter(|entry| Array::from(entry).get(0).as_string().as_deref() == Some(event)).count()
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        unmount(self.id);
        self.root.remove();
    }
}

/// Lets promises, effects and timers of no delay have their turn.
async fn settle() {
    for _ in 0..12 {
        let turn = Promise::new(&mut |resolve, _| {
            let window = web_sys::window().expect("a browser has a window");
            let later = Closure::once_into_js(move || drop(resolve.call0(&JsValue::NULL)));
            Reflect::get(&window, &"setTimeout".into())
                .map(Function::from)
                .and_then(|timeout| timeout.call2(&window, &later, &JsValue::from_f64(5.0)))
                .expect("a timer can be set");
        });
        JsFuture::from(turn).await.expect("a timer ends");
    }
}

fn set(object: &Object, name: &str, value: &JsValue) {
    Reflect::set(object, &name.into(), value).expect("a plain object takes members");
}

const IN_APP: &str = "[role=switch][aria-labelledby$=in-app-name]";

#[wasm_bindgen_test]
async fn a_switch_makes_a_draft_and_saves_nothing() {
    let page = Mounted::new().await;
    assert_eq!(page.find(IN_APP).and_then(|switch| switch.get_attribute("aria-checked")).as_deref(), Some("false"));
    page.press(IN_APP).await;
    assert_eq!(page.find(IN_APP).and_then(|switch| switch.get_attribute("aria-checked")).as_deref(), Some("true"));
    assert!(is_dirty(page.id));
    assert_eq!(page.text(".dc-savebar__status"), "1 unsaved change");
    assert_eq!((page.heard("dc-change"), page.heard("save")), (1, 0));
    discard(page.id);
    settle().await;
    assert!(!is_dirty(page.id));
    assert_eq!(page.find(IN_APP).and_then(|switch| switch.get_attribute("aria-checked")).as_deref(), Some("false"));
}

#[wasm_bindgen_test]
async fn contributing_more_is_confirmed_before_it_is_saved() {
    let page = Mounted::new().await;
    page.press(IN_APP).await;
    page.press(".dc-savebar [data-kind=primary]").await;
    assert_eq!(page.heard("save"), 0, "first it is asked");
    page.press("dialog[open] [data-kind=primary]").await;
    assert_eq!((page.heard("save"), page.heard("dc-saved")), (1, 1));
    assert!(!is_dirty(page.id));
}

#[wasm_bindgen_test]
async fn contributing_less_is_saved_at_once() {
    let page = Mounted::new().await;
    page.press("[role=switch][aria-labelledby$=metadata-name]").await;
    page.press(".dc-savebar [data-kind=primary]").await;
    assert_eq!(page.heard("save"), 1);
}

#[wasm_bindgen_test]
async fn marks_stand_right_after_an_emoji_and_open_their_lineage() {
    let page = Mounted::new().await;
    let original = "[data-lane=original] mark > button";
    let contributed = ".dc-lane[data-lane=in-app-data] mark > button";
    page.until("a mark in what leaves", |page| page.find(contributed).is_some()).await;
    assert_eq!((page.text(original).as_str(), page.text(contributed).as_str()), ("Zoë", "PERSON_1"));
    assert_eq!(page.find(original).and_then(|mark| mark.get_attribute("aria-label")).as_deref(), Some("PERSON, replace: Zoë"));
    assert_eq!(page.text("[data-lane=original] .dc-text"), "👩‍🚀 Zoë rang");
    page.press(original).await;
    page.until("why", |page| page.text(".dc-why").contains("known-person")).await;
    assert!(page.text(".dc-why").contains("Why “Zoë” becomes PERSON_1"));
    assert!(page.text(".dc-why").contains("known-person · score 100"));
}

#[wasm_bindgen_test]
async fn an_exception_is_added_and_removed_in_the_draft() {
    let page = Mounted::new().await;
    page.press(".dc-exceptions__head button:last-child").await;
    page.press("dialog[open] input[type=checkbox]").await;
    page.press("dialog[open] .dc-dialog__foot [data-kind=primary]").await;
    assert!(page.text(".dc-exceptions table").contains("Security"));
    let draft = js_sys::JSON::stringify(&settings(page.id)).ok().and_then(|json| json.as_string()).unwrap_or_default();
    assert!(draft.contains(r#""exceptions":[{"kind":"space","id":"s"}]"#), "{draft}");
    page.press(".dc-exceptions tbody button").await;
    assert!(!is_dirty(page.id));
}

#[wasm_bindgen_test]
async fn clearing_removes_the_text_and_the_engines_copy() {
    let page = Mounted::new().await;
    page.press(".dc-toolbar button").await;
    let text: web_sys::HtmlTextAreaElement = page.find("textarea").expect("there is a text box").unchecked_into();
    text.set_value("Zoë rang");
    let event = web_sys::Event::new("input").expect("an event can be made");
    text.dispatch_event(&event).expect("the event is sent");
    settle().await;
    page.press(".dc-own__foot button:last-child").await;
    assert_eq!((text.value().as_str(), page.heard("forget")), ("", 1));
    assert!(page.find("[data-lane=original]").is_none());
}

#[wasm_bindgen_test]
async fn unmounting_frees_and_mounting_again_starts_anew() {
    let mut page = Mounted::new().await;
    page.press(IN_APP).await;
    let first = page.id;
    unmount(first);
    assert_eq!(page.root.child_element_count(), 0);
    assert!(settings(first).is_undefined() && !is_dirty(first));
    page.mount().await;
    assert!(page.id != first && !is_dirty(page.id));
    assert!(page.find(IN_APP).is_some());
}

#[wasm_bindgen_test]
async fn two_pages_share_no_id_and_no_draft() {
    let (left, right) = (Mounted::new().await, Mounted::new().await);
    left.press(IN_APP).await;
    assert!(is_dirty(left.id) && !is_dirty(right.id));
    let id = |page: &Mounted| page.find("h1").map(|heading| heading.id());
    assert_ne!(id(&left), id(&right));
}

#[wasm_bindgen_test]
async fn what_the_host_gives_wrong_is_said_with_its_place_and_nothing_can_be_decided_on_it() {
    let page = Mounted::new().await;
    let patch = js_sys::JSON::parse(r#"{ "organization": { "id": "o", "name": "", "plans": [] } }"#).expect("the patch is JSON");
    update(page.id, patch).expect("the page renders what it can");
    settle().await;
    assert_eq!(page.heard("dc-error"), 1);
    assert!(page.text(".dc-message").contains("/plans: needs at least one subscription"));
    page.press(IN_APP).await;
    assert!(!is_dirty(page.id), "nobody decides on a wrong basis");
}
