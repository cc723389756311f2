//! [`Options`]: what a host passes to `mount` and `update`, read strictly, because settings are decided on it.

use super::host::{get, set};
use crate::policy::{Error, Instant, Organization, Plan, Product, Salvaged, Settings};
use crate::state::{Given, Kept, Key, Rules, Sample, Surroundings};
use std::sync::Arc;
use wasm_bindgen::JsValue;

/// What the host passed, kept so that a patch can be laid over it.
#[derive(Clone, Default)]
pub(super) struct Options {
    organization: Option<String>,
    organizations: Option<String>,
    policy: Option<String>,
    samples: Option<JsValue>,
    draft: Option<String>,
    now: Option<String>,
    seed: Option<String>,
    /// The tag of the locale.
    pub(super) locale: String,
    /// The section that a deep link names; empty for none.
    pub(super) view: String,
    readonly: bool,
    key: String,
}

impl Options {
    /// Lays a patch over the options: what it does not name stays, null takes away.
    pub(super) fn patch(&mut self, patch: &JsValue) -> Result<(), JsValue> {
        if self.key.is_empty() {
            self.key = super::browser::random_key();
        }
        document(patch, "organization", &mut self.organization)?;
        document(patch, "organizations", &mut self.organizations)?;
        document(patch, "policy", &mut self.policy)?;
        document(patch, "draft", &mut self.draft)?;
        for (name, slot) in [("now", &mut self.now), ("seed", &mut self.seed)] {
            if let Some(value) = named(patch, name) {
                *slot = value.as_string();
            }
        }
        if let Some(samples) = named(patch, "samples") {
            self.samples = samples.is_object().then_some(samples);
        }
        if let Some(locale) = named(patch, "locale") {
            self.locale = locale.as_string().unwrap_or_default();
        }
        if let Some(view) = named(patch, "view") {
            let is_name = |view: &String| view.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
            self.view = view.as_string().filter(is_name).unwrap_or_default();
        }
        if let Some(readonly) = named(patch, "readonly") {
            self.readonly = readonly.is_truthy();
        }
        Ok(())
    }

    /// The options as the page takes them.
    pub(super) fn given(&self) -> Result<Given, JsValue> {
        let organizations = self.organizations.as_deref().map(organizations).unwrap_or_default();
        let Salvaged { organization, faults, is_sound } = match (&self.organization, organizations.first()) {
            (Some(json), _) => Organization::salvage(json),
            (None, Some(first)) => first.clone(),
            (None, None) => Salvaged { organization: Organization::of_plan(Plan::Standard), faults: Vec::new(), is_sound: true },
        };
        let rules = match &self.policy {
            Some(json) => Rules::read(json).map_err(|error| refused("policy", &error))?,
            None => Rules::default(),
        };
        let now = match &self.now {
            Some(text) => Instant::parse(text).ok_or_else(|| problem("now", "", "a date or an RFC 3339 date-time"))?,
            None => Instant::from_unix_milliseconds(js_sys::Date::now() as i64).unwrap_or(Instant::IN_EFFECT),
        };
        // What was left out of the organization must not reach the engine either.
        let organization_json = Arc::from(serde_json::to_string(&organization).unwrap_or_default());
        let organizations = Arc::new(organizations);
        let key = self.seed.clone().map_or_else(|| Key::Drawn(self.key.clone()), Key::Seed);
        Ok(Given {
            organization,
            organization_json,
            rules,
            policy_json: self.policy.as_deref().map(Arc::from),
            samples: self.samples(),
            key,
            now,
            readonly: self.readonly,
            surroundings: Surroundings { ahead: super::browser::ahead, faults, is_sound, organizations },
        })
    }

    /// A draft that the host kept for us, if it is one.
    pub(super) fn draft(&self) -> Option<Kept> {
        Settings::parse(self.draft.as_deref()?).ok().map(Kept::of)
    }

    /// The host's samples `[{ id, title, record }]`, else ours.
    fn samples(&self) -> Vec<Sample> {
        let list = self.samples.as_ref().map(|samples| js_sys::Array::from(samples).to_vec()).unwrap_or_default();
        let given: Vec<_> = list.iter().filter_map(sample).collect();
        let ours = Product::ALL.iter().flat_map(|product| product.row().samples);
        if given.is_empty() { ours.map(|id| Sample::BuiltIn { id }).collect() } else { given }
    }
}

/// Every organization of a list, each with what is wrong with it.
fn organizations(json: &str) -> Vec<Salvaged> {
    let all: Vec<serde_json::Value> = serde_json::from_str(json).unwrap_or_default();
    all.iter().map(|organization| Organization::salvage(&organization.to_string())).collect()
}

fn sample(value: &JsValue) -> Option<Sample> {
    let id = get(value, "id").as_string()?;
    let record = get(value, "record");
    let text = record.as_string().or_else(|| stringify(&record))?;
    let title = get(value, "title").as_string().unwrap_or_else(|| id.clone());
    Some(Sample::Given { id, title, text: Arc::from(text) })
}

/// A member that the patch names, be it null.
fn named(patch: &JsValue, name: &str) -> Option<JsValue> {
    let value = get(patch, name);
    (!value.is_undefined()).then_some(value)
}

/// Takes a document as JSON text, so that its errors can say where.
fn document(patch: &JsValue, name: &str, slot: &mut Option<String>) -> Result<(), JsValue> {
    match named(patch, name) {
        None => {}
        Some(value) if value.is_null() => *slot = None,
        Some(value) => *slot = Some(stringify(&value).ok_or_else(|| problem(name, "", "a plain object"))?),
    }
    Ok(())
}

fn stringify(value: &JsValue) -> Option<String> {
    js_sys::JSON::stringify(value).ok().and_then(|text| text.as_string())
}

fn refused(which: &str, error: &Error) -> JsValue {
    problem(which, &error.place, &error.demand)
}

fn problem(which: &str, place: &str, demand: &str) -> JsValue {
    let object = js_sys::Error::new(&format!("{which}: {demand}"));
    for (name, value) in [("code", "options"), ("which", which), ("place", place), ("demand", demand)] {
        set(&object, name, &JsValue::from_str(value));
    }
    object.into()
}
