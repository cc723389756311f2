//! Reads a [`Preview`] back from its JSON, for the page. Written out because derived readers would weigh more than all of the
//! page's own code: every type would bring a visitor of its own, and tagged enums a second parser.

use super::{
    AttributeEvidence, AttributePreview, CandidatePreview, Contributed, Engine, FieldPreview, FieldText, FindingPreview, KeyPart,
    NodeRange, Preview, RecordPreview, Step, TextRange,
};
use crate::detect::Evidence;
use crate::policy::{Instant, Place, Reason};
use crate::record::parse::Warning;
use crate::risk::{Classes, Risk, Technique};
use crate::transform::Risks;
use serde::Deserialize;
use serde_json::Value as Json;
use std::str::FromStr;

impl Preview {
    /// The preview that this JSON text is; none if it is no preview of this version's shape.
    pub fn read(json: &str) -> Option<Self> {
        let mut json: Json = serde_json::from_str(json).ok()?;
        // What is large moves from the document into the preview; copies of it would cost more than reading it.
        let records = list_of(&mut json, "records", record)?;
        let engine = |json: &Json| {
            Some(Engine {
                version: text(json, "version")?,
                policy_digest: text(json, "policyDigest")?,
                names: text(json, "names"),
            })
        };
        Some(Self {
            engine: engine(json_at(&json, "engine")?)?,
            format: id(&json, "format"),
            records,
            risk: risk(json_at(&json, "risk")?)?,
            warnings: list(&json, "warnings", warning)?,
        })
    }
}

fn warning(json: &Json) -> Option<Warning> {
    Some(Warning {
        code: text(json, "code")?,
        path: text(json, "path"),
        lines: list(json, "lines", |line| usize::try_from(line.as_u64()?).ok()).unwrap_or_default(),
        count: number(json, "count"),
    })
}

fn record(json: &mut Json) -> Option<RecordPreview> {
    let fields = list_of(json, "fields", field)?;
    let in_app_data = json.get_mut("contributed")?.get_mut("inAppData")?.take();
    let contributed = json_at(json, "contributed")?;
    Some(RecordPreview {
        id: text(json, "id")?,
        product: id(json, "product"),
        record_type: id(json, "recordType")?,
        container: text(json, "container"),
        fields,
        contributed: Contributed { metadata: list(contributed, "metadata", attribute)?, in_app_data },
    })
}

fn attribute(json: &Json) -> Option<AttributePreview> {
    Some(AttributePreview {
        attribute: text(json, "attribute")?,
        derived: word(json, "derived"),
        value: json_at(json, "value")?.clone(),
        from: text(json, "from")?,
        sources: list(json, "sources", |json| json.as_str().map(str::to_owned)).unwrap_or_default(),
        evidence: list(json, "evidence", weighed).unwrap_or_default(),
        assumption: is(json, "assumption")?,
    })
}

fn weighed(json: &Json) -> Option<AttributeEvidence> {
    Some(AttributeEvidence { detail: text(json, "detail")?, weight: json_at(json, "weight")?.as_i64()?.try_into().ok()? })
}

fn field(json: &mut Json) -> Option<FieldPreview> {
    let original = json.get_mut("original")?.take();
    let contributed = json.get_mut("contributed").map(Json::take);
    let shown = json_at(json, "text")?;
    Some(FieldPreview {
        path: text(json, "path")?,
        label: text(json, "label")?,
        lane: word(json, "lane")?,
        decision: word(json, "decision")?,
        reason: reason(json_at(json, "reason")?)?,
        attribute: word(json, "attribute"),
        assumption: is(json, "assumption")?,
        original,
        // What leaves may itself be null.
        contributed: contributed.filter(|_| shown.get("contributed").is_some_and(Json::is_string)),
        text: FieldText {
            original: text(shown, "original")?,
            visible: number(shown, "visible")?,
            contributed: text(shown, "contributed"),
            contributed_visible: number(shown, "contributedVisible"),
        },
        findings: list(json, "findings", finding)?,
        candidates: list(json, "candidates", candidate).unwrap_or_default(),
        steps: list(json, "steps", step)?,
    })
}

fn finding(json: &Json) -> Option<FindingPreview> {
    let shown = json_at(json, "text")?;
    Some(FindingPreview {
        start: number(json, "start")?,
        end: number(json, "end")?,
        node: text(json, "node")?,
        part: json.get("part").map(|_| KeyPart::Key),
        continued: list(json, "continued", node_range).unwrap_or_default(),
        entity: id(json, "entity")?,
        class: id(json, "class")?,
        score: word(json, "score")?,
        recognizer: text(json, "recognizer")?,
        evidence: list(json, "evidence", evidence)?,
        operator: id(json, "operator")?,
        replacement: text(json, "replacement")?,
        assumption: is(json, "assumption")?,
        text: TextRange { original: pair(json_at(shown, "original")?)?, contributed: shown.get("contributed").and_then(pair) },
    })
}

fn candidate(json: &Json) -> Option<CandidatePreview> {
    Some(CandidatePreview {
        text: pair(json_at(json, "text")?)?,
        entity: id(json, "entity")?,
        score: word(json, "score")?,
        recognizer: text(json, "recognizer")?,
        evidence: list(json, "evidence", evidence)?,
    })
}

fn evidence(json: &Json) -> Option<Evidence> {
    Some(Evidence { kind: word(json, "kind")?, detail: text(json, "detail")?.into(), score: word(json, "score") })
}

fn node_range(json: &Json) -> Option<NodeRange> {
    Some(NodeRange { node: text(json, "node")?, start: number(json, "start")?, end: number(json, "end")? })
}

fn step(json: &Json) -> Option<Step> {
    Some(match json_at(json, "kind")?.as_str()? {
        "raw" => Step::Raw { length: number(json, "length")? },
        "normalized" => Step::Normalized { finding: number(json, "finding")?, how: text(json, "how")? },
        "found" => Step::Found { finding: number(json, "finding")? },
        "operator" => Step::Operator {
            finding: number(json, "finding")?,
            operator: id(json, "operator")?,
            rule: json.get("rule").cloned().unwrap_or_default(),
        },
        "settled" => Step::Settled { reason: reason(json_at(json, "reason")?)? },
        "leaves" => Step::Leaves { bytes: number(json, "bytes")? },
        _ => return None,
    })
}

fn reason(json: &Json) -> Option<Reason> {
    Some(match json_at(json, "code")?.as_str()? {
        "plan-lock" => Reason::PlanLock { plan: id(json, "plan")? },
        "org-value" => Reason::OrgValue { lane: word(json, "lane")?, value: word(json, "value")? },
        "exception" => Reason::Exception { place: place(json)?, value: word(json, "value")? },
        "platform-app" => Reason::PlatformApp { product: id(json, "product")?, value: word(json, "value")? },
        "not-covered" => Reason::NotCovered { what: word(json, "what")? },
        "excluded-organization" => Reason::ExcludedOrganization { exclusion: text(json, "exclusion")? },
        "not-in-effect" => Reason::NotInEffect { since: Instant::parse(&text(json, "since")?)? },
        "unknown-field" => Reason::UnknownField,
        "unknown-format" => Reason::UnknownFormat,
        "attachment" => Reason::Attachment,
        "secret-found" => Reason::SecretFound { entity: id(json, "entity")? },
        "entity-dropped" => Reason::EntityDropped { entity: id(json, "entity")? },
        _ => return None,
    })
}

fn place(json: &Json) -> Option<Place> {
    let id = text(json, "id")?;
    Some(match json_at(json, "kind")?.as_str()? {
        "space" => Place::Space(id),
        "app" => Place::App(id),
        "connector" => Place::Connector(id),
        _ => return None,
    })
}

fn risk(json: &Json) -> Option<Risk> {
    let classes = json_at(json, "classes")?;
    let technique = |json: &Json| {
        let remains = json_at(json, "risks")?;
        let risks = Risks {
            singling_out: word(remains, "singlingOut")?,
            linkability: word(remains, "linkability")?,
            inference: word(remains, "inference")?,
        };
        Some(Technique { operator: id(json, "operator")?, findings: number(json, "findings")?, risks })
    };
    Some(Risk {
        records: number(json, "records")?,
        quasi_identifiers: list(json, "quasiIdentifiers", |json| json.as_str().map(str::to_owned))?,
        classes: Classes {
            smallest: number(classes, "smallest")?,
            unique: number(classes, "unique")?,
            sizes: list(classes, "sizes", pair)?,
        },
        techniques: list(json, "techniques", technique)?,
    })
}

fn json_at<'a>(json: &'a Json, key: &str) -> Option<&'a Json> {
    json.get(key)
}

fn text(json: &Json, key: &str) -> Option<String> {
    json_at(json, key)?.as_str().map(str::to_owned)
}

fn number(json: &Json, key: &str) -> Option<usize> {
    usize::try_from(json_at(json, key)?.as_u64()?).ok()
}

fn is(json: &Json, key: &str) -> Option<bool> {
    json_at(json, key)?.as_bool()
}

/// A row of one of our tables.
fn id<T: FromStr>(json: &Json, key: &str) -> Option<T> {
    json_at(json, key)?.as_str()?.parse().ok()
}

/// A word of a small closed set, or a score.
fn word<'a, T: Deserialize<'a>>(json: &'a Json, key: &str) -> Option<T> {
    T::deserialize(json_at(json, key)?).ok()
}

fn list<T>(json: &Json, key: &str, item: impl Fn(&Json) -> Option<T>) -> Option<Vec<T>> {
    let items = json_at(json, key)?.as_array()?;
    let mut list = Vec::with_capacity(items.len());
    for json in items {
        list.push(item(json)?);
    }
    Some(list)
}

/// The same, of items that give up what is in them.
fn list_of<T>(json: &mut Json, key: &str, item: impl Fn(&mut Json) -> Option<T>) -> Option<Vec<T>> {
    json.get_mut(key)?.as_array_mut()?.iter_mut().map(item).collect()
}

fn pair(json: &Json) -> Option<(usize, usize)> {
    let at = |index: usize| usize::try_from(json.get(index)?.as_u64()?).ok();
    Some((at(0)?, at(1)?))
}
