//! Floor 6. [`catalog`]: every id in use with what its row says, for those who write policies, scorers and tests against them.

use crate::derive::{AttributeKind, TaskClass};
use crate::detect::{Class, Entity, Identifies, Recognizer, recognizers};
use crate::policy::{Control, Plan, Policy, Product, Role, Scope, Switch};
use crate::record::RecordType;
use crate::record::parse::InputFormat;
use crate::transform::Operator;
use serde_json::{Value as Json, json};

/// The codes of `policy::Reason`, in its order.
pub const REASONS: &[&str] = &[
    "plan-lock",
    "org-value",
    "exception",
    "platform-app",
    "not-covered",
    "excluded-organization",
    "not-in-effect",
    "unknown-field",
    "unknown-format",
    "attachment",
    "secret-found",
    "entity-dropped",
];

/// All tables as JSON (contract, section 4; the schema is `catalog.json`).
pub fn catalog() -> Json {
    json!({
        "version": env!("CARGO_PKG_VERSION"),
        "products": rows(Product::ALL, product),
        "recordTypes": rows(RecordType::ALL, |row| json!(row.id())),
        "formats": rows(InputFormat::ALL, |row| json!(row.id())),
        "plans": rows(Plan::ALL, plan),
        "classes": rows(Class::ALL, |row| json!(row.id())),
        "entities": rows(Entity::ALL, entity),
        "recognizers": recognizers::all().map(recognizer).collect::<Json>(),
        "operators": rows(Operator::ALL, operator),
        "reasons": REASONS,
        "attributes": AttributeKind::ALL,
        "taskClasses": rows(TaskClass::ALL, |class| json!({"id": class.id(), "words": class.row().words})),
        "fields": Policy::default().fields,
        "customFields": rows(Role::ALL, |row| json!(row.id())),
    })
}

fn rows<T: Copy>(all: &[T], row: impl Fn(T) -> Json) -> Json {
    all.iter().copied().map(row).collect()
}

fn product(product: Product) -> Json {
    let row = product.row();
    let scope = match row.scope {
        Scope::Spaces => "spaces",
        Scope::Connectors => "connectors",
        Scope::Organization => "organization",
    };
    json!({"id": row.id, "name": row.name, "scope": scope, "recordTypes": row.record_types, "samples": row.samples})
}

fn plan(plan: Plan) -> Json {
    let control = |control| match control {
        Control::Always => "always",
        Control::Default(Switch::On) => "on",
        Control::Default(Switch::Off) => "off",
    };
    let row = plan.row();
    json!({"id": row.id, "name": row.name, "metadata": control(row.metadata), "inAppData": control(row.in_app_data)})
}

fn entity(entity: Entity) -> Json {
    let identifies = match entity.row().identifies {
        Identifies::Direct => "direct",
        Identifies::Quasi => "quasi",
        Identifies::Secret => "secret",
        Identifies::Sensitive => "sensitive",
    };
    json!({"id": entity.id(), "class": entity.row().class, "identifies": identifies})
}

fn recognizer(row: &Recognizer) -> Json {
    json!({"id": row.id, "entity": row.entity, "score": row.score, "source": row.source})
}

fn operator(operator: Operator) -> Json {
    let row = operator.row();
    json!({"id": row.id, "technique": row.technique, "risks": row.risks})
}
