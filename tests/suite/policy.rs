//! Decisions: the plan table, the reasons, and what must hold whatever is decided.

use data_contribution::policy::{
    App, Case, Certainty, Connector, Control, Coverage, DataKind, Decision, FieldRule, Instant, Known, Lane, Organization, Place,
    Plan, Policy, Product, Reason, Role, Scope, Settings, Space, Subscription, Switch, Uncovered, decide,
};
use data_contribution::record::document::Format;
use data_contribution::record::{Container, CustomField, Field, FieldPath, Record, RecordType};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

fn organization(plan: Plan) -> Organization {
    Organization {
        apps: vec![App { id: "jira".to_owned(), name: "Jira".to_owned() }],
        spaces: ["WEB", "SEC"].map(space).to_vec(),
        ..Organization::of_plan(plan)
    }
}

fn space(key: &str) -> Space {
    Space {
        id: format!("space-{key}"),
        key: key.to_owned(),
        name: key.to_owned(),
        app: "jira".to_owned(),
        labels: vec![],
        description: None,
    }
}

fn record(key: &str) -> Record {
    Record {
        id: format!("{key}-1"),
        record_type: RecordType::JiraIssue,
        container: Some(Container { key: key.to_owned(), name: None }),
        fields: vec![],
        people: vec![],
        value: serde_json::Value::Null,
    }
}

fn case(plan: Plan, coverage: Coverage) -> Case {
    let settings = Settings { in_app_data: coverage, ..Settings::of_plan(plan) };
    Case {
        policy: Policy::default(),
        settings,
        organization: organization(plan),
        now: Instant::parse("2026-11-23T00:00:00Z").unwrap(),
    }
}

fn of_kind(kind: DataKind) -> FieldRule {
    FieldRule { kind, ..FieldRule::content_attribute(RecordType::JiraIssue) }
}

fn decided(case: &Case, key: &str, kind: DataKind) -> Decision {
    decide(case, &record(key), Known { rule: Some(&of_kind(kind)), guessed: false })
}

fn off(places: &[Place]) -> Coverage {
    Coverage::new(Switch::Off, places.iter().cloned().collect::<BTreeSet<_>>())
}

fn on(places: &[Place]) -> Coverage {
    Coverage::new(Switch::On, places.iter().cloned().collect::<BTreeSet<_>>())
}

fn contributes(decision: &Decision) -> bool {
    matches!(decision, Decision::Contribute(..))
}

#[test]
fn plans_fix_and_propose_what_the_vendor_publishes() {
    use Control::{Always, Default};
    let expected = [
        (Plan::Free, Always, Default(Switch::On)),
        (Plan::Standard, Always, Default(Switch::On)),
        (Plan::Premium, Always, Default(Switch::Off)),
        (Plan::Enterprise, Default(Switch::On), Default(Switch::Off)),
    ];
    for (plan, metadata, in_app_data) in expected {
        assert_eq!((plan.row().metadata, plan.row().in_app_data), (metadata, in_app_data), "{plan}");
    }
}

#[test]
fn the_highest_active_plan_decides_and_trials_count() {
    let subscription = |plan, trial, until: Option<&str>| Subscription {
        app: "jira".to_owned(),
        plan,
        trial,
        until: until.map(|until| Instant::parse(until).unwrap()),
    };
    let plans = vec![
        subscription(Plan::Standard, false, None),
        subscription(Plan::Enterprise, true, Some("2026-12-01")),
        subscription(Plan::Premium, false, None),
    ];
    let organization = Organization { plans, ..organization(Plan::Free) };
    assert_eq!(organization.plan(Instant::parse("2026-11-30").unwrap()), Plan::Enterprise);
    assert_eq!(organization.plan(Instant::parse("2026-12-01").unwrap()), Plan::Premium);
}

#[test]
fn metadata_is_locked_below_enterprise_whatever_is_saved() {
    for plan in [Plan::Free, Plan::Standard, Plan::Premium] {
        let mut case = case(plan, off(&[]));
        case.settings.metadata = Switch::Off;
        assert_eq!(
            decided(&case, "WEB", DataKind::ContentAttribute),
            Decision::Contribute(Lane::Metadata, Reason::PlanLock { plan })
        );
    }
    let mut case = case(Plan::Enterprise, off(&[]));
    case.settings.metadata = Switch::Off;
    assert!(!contributes(&decided(&case, "WEB", DataKind::ContentAttribute)));
}

#[test]
fn a_listed_space_differs_from_the_organization() {
    let place = Place::Space("space-SEC".to_owned());
    let excluded = case(Plan::Standard, on(std::slice::from_ref(&place)));
    assert!(contributes(&decided(&excluded, "WEB", DataKind::InAppData)));
    let reason = Reason::Exception { place: place.clone(), value: Switch::Off };
    assert_eq!(decided(&excluded, "SEC", DataKind::InAppData), Decision::Withhold(reason));
    let included = case(Plan::Premium, off(&[place]));
    assert!(!contributes(&decided(&included, "WEB", DataKind::InAppData)));
    assert!(contributes(&decided(&included, "SEC", DataKind::InAppData)));
}

#[test]
fn a_listed_app_covers_its_spaces() {
    let excluded = case(Plan::Standard, on(&[Place::App("jira".to_owned())]));
    assert!(!contributes(&decided(&excluded, "WEB", DataKind::InAppData)));
    assert!(!contributes(&decided(&excluded, "UNHEARD", DataKind::InAppData)));
}

#[test]
fn nothing_leaves_before_the_day_or_from_an_excluded_organization() {
    let mut early = case(Plan::Free, on(&[]));
    early.now = Instant::parse("2026-08-16T23:59:59Z").unwrap();
    let mut excluded = case(Plan::Free, on(&[]));
    excluded.organization.exclusions = vec!["hipaa".to_owned()];
    for kind in [DataKind::ContentAttribute, DataKind::CommonPattern, DataKind::InAppData] {
        assert_eq!(decided(&early, "WEB", kind), Decision::Withhold(Reason::NotInEffect { since: Instant::IN_EFFECT }));
        let reason = Reason::ExcludedOrganization { exclusion: "hipaa".to_owned() };
        assert_eq!(decided(&excluded, "WEB", kind), Decision::Withhold(reason));
    }
}

#[test]
fn unknown_means_no() {
    let open = case(Plan::Free, on(&[]));
    let unknown = decide(&open, &record("WEB"), Known { rule: None, guessed: false });
    assert_eq!(unknown, Decision::Withhold(Reason::UnknownField));
    assert_eq!(decided(&open, "WEB", DataKind::Attachment), Decision::Withhold(Reason::Attachment));
    assert!(!contributes(&decided(&open, "WEB", DataKind::NotContributed)));
}

#[test]
fn every_record_type_belongs_to_at_most_one_product() {
    for &record_type in RecordType::ALL {
        let owners = Product::ALL.iter().filter(|product| product.row().record_types.contains(&record_type)).count();
        assert_eq!(owners, 1, "{record_type}");
    }
}

fn custom(id: &str, label: &str, type_key: Option<&str>) -> Field {
    Field {
        path: FieldPath::new(format!("/fields/{id}")),
        label: label.to_owned(),
        value: serde_json::Value::Null,
        format: Format::Json,
        custom: Some(CustomField { id: id.to_owned(), type_key: type_key.map(str::to_owned) }),
    }
}

#[test]
fn a_custom_field_is_known_by_the_record_then_by_the_admin_then_by_a_guess_that_says_so() {
    let none = BTreeMap::new();
    let by_type = custom("customfield_1", "Punkte", Some("com.pyxis.greenhopper.jira:jsw-story-points"));
    let by_name = custom("customfield_2", "Story Points", Some("com.atlassian.jira.plugin.system.customfieldtypes:float"));
    let by_id = custom("customfield_10016", "Custom field 10016", None);
    let unknown = custom("customfield_4711", "Custom field 4711", None);
    assert_eq!(Role::of(&by_type, &none), Some((Role::StoryPoints, Certainty::Stated)));
    assert_eq!(Role::of(&by_name, &none), Some((Role::StoryPoints, Certainty::Stated)));
    assert_eq!(Role::of(&by_id, &none), Some((Role::StoryPoints, Certainty::Guessed)));
    assert_eq!(Role::of(&unknown, &none), None);
    let mapping = BTreeMap::from([("customfield_4711".to_owned(), Role::Sprint), ("customfield_10016".to_owned(), Role::Sprint)]);
    assert_eq!(Role::of(&unknown, &mapping), Some((Role::Sprint, Certainty::Stated)));
    assert_eq!(Role::of(&by_id, &mapping), Some((Role::Sprint, Certainty::Stated)), "the admin's word beats a guess");
}

#[test]
fn settings_of_another_version_are_refused_with_the_demand() {
    let json = r#"{"version":2,"metadata":"on","inAppData":{"coverage":"on","exceptions":[]}}"#;
    let error = Settings::parse(json).unwrap_err().to_string();
    assert!(error.contains("version is 2, must be 1"), "{error}");
}

#[test]
fn an_error_of_a_document_never_quotes_it() {
    let canary = "Zaphod-Canary-4711";
    let documents = [
        format!(r#"{{"version":1,"metadata":"{canary}","inAppData":{{"coverage":"on"}}}}"#),
        format!(r#"{{"version":1,"metadata":"on","inAppData":{{"coverage":"on"}},"{canary}":1}}"#),
        format!(r#"{{"version":"{canary}"}}"#),
        format!(r#"{{"{canary}":{canary}}}"#),
    ];
    for document in documents {
        for error in [Settings::parse(&document).err(), Organization::parse(&document).err(), Policy::parse(&document).err()] {
            let text = error.map(|error| error.to_string()).unwrap_or_default();
            assert!(!text.contains(canary), "{text}");
        }
    }
}

/// A record of a type, and an organization with one app of every product and two connectors of one service.
fn record_of(record_type: RecordType, key: &str) -> Record {
    Record { record_type, ..record(key) }
}

fn whole_organization(plan: Plan) -> Organization {
    let app = |product: &Product| App { id: product.id().to_owned(), name: product.row().name.to_owned() };
    let connector = |(id, name): (&str, &str)| Connector { id: id.to_owned(), name: name.to_owned() };
    let connectors = [("slack-1", "Slack (sales)"), ("slack-2", "Slack (support)"), ("drive", "Google Drive")];
    Organization {
        apps: Product::ALL.iter().map(app).collect(),
        connectors: connectors.map(connector).to_vec(),
        ..organization(plan)
    }
}

fn decided_of(case: &Case, record: &Record, kind: DataKind) -> Decision {
    let rule = FieldRule { kind, ..FieldRule::content_attribute(record.record_type) };
    decide(case, record, Known { rule: Some(&rule), guessed: false })
}

fn whole_case(plan: Plan, coverage: Coverage) -> Case {
    Case { organization: whole_organization(plan), ..case(plan, coverage) }
}

#[test]
fn platform_apps_follow_the_organization_whatever_is_listed() {
    let everything: Vec<_> = Product::ALL.iter().map(|product| Place::App(product.id().to_owned())).collect();
    for &product in Product::ALL.iter().filter(|product| product.row().scope == Scope::Organization) {
        for &record_type in product.row().record_types {
            let record = record_of(record_type, "WEB");
            for (coverage, value) in [(on(&everything), Switch::On), (off(&everything), Switch::Off)] {
                let decision = decided_of(&whole_case(Plan::Standard, coverage), &record, DataKind::InAppData);
                let reason = Reason::PlatformApp { product, value };
                let expected = match value {
                    Switch::On => Decision::Contribute(Lane::InAppData, reason),
                    Switch::Off => Decision::Withhold(reason),
                };
                assert_eq!(decision, expected, "{record_type}");
            }
        }
    }
}

#[test]
fn the_platform_apps_are_those_that_the_vendor_names() {
    let names: Vec<_> = Product::ALL
        .iter()
        .map(|product| product.row())
        .filter(|row| row.scope == Scope::Organization)
        .map(|row| row.name)
        .collect();
    assert_eq!(names, ["Rovo", "Home", "Teams", "Projects", "Assets", "Goals", "Analytics", "Administration"]);
}

#[test]
fn a_listed_connector_differs_from_the_organization() {
    let drive = Place::Connector("drive".to_owned());
    let (document, message) = (record_of(RecordType::GoogleDoc, "X"), record_of(RecordType::SlackMessage, "X"));
    let excluded = whole_case(Plan::Standard, on(std::slice::from_ref(&drive)));
    let reason = Reason::Exception { place: drive.clone(), value: Switch::Off };
    assert_eq!(decided_of(&excluded, &document, DataKind::InAppData), Decision::Withhold(reason));
    assert!(contributes(&decided_of(&excluded, &message, DataKind::InAppData)));
    let included = whole_case(Plan::Premium, off(&[drive]));
    assert!(contributes(&decided_of(&included, &document, DataKind::InAppData)));
    assert!(!contributes(&decided_of(&included, &message, DataKind::InAppData)));
}

#[test]
fn what_no_connector_brings_in_stays() {
    let account = record_of(RecordType::SalesforceAccount, "X");
    let reason = || Reason::NotCovered { what: Uncovered::Connector };
    for kind in [DataKind::ContentAttribute, DataKind::InAppData] {
        let with = whole_case(Plan::Free, on(&[]));
        assert_eq!(decided_of(&with, &account, kind), Decision::Withhold(reason()));
        let unsaid = case(Plan::Free, on(&[]));
        assert!(contributes(&decided_of(&unsaid, &account, kind)), "the host names no connector at all");
    }
}

#[test]
fn of_two_places_that_a_record_could_come_from_the_narrower_word_holds() {
    let [one, two] = ["slack-1", "slack-2"].map(|id| Place::Connector(id.to_owned()));
    let message = record_of(RecordType::SlackMessage, "X");
    let decided = |coverage| contributes(&decided_of(&whole_case(Plan::Free, coverage), &message, DataKind::InAppData));
    assert!(!decided(on(std::slice::from_ref(&two))), "it may be the excluded one");
    assert!(!decided(off(std::slice::from_ref(&two))), "it may be the one that is not included");
    assert!(decided(off(&[one, two])));
}

#[test]
fn every_row_that_the_vendor_does_not_name_says_that_it_is_assumed() {
    let policy = Policy::default();
    let named = |record_type: RecordType| {
        let rows = policy.fields.iter().filter(move |rule| rule.record_type == record_type && !rule.assumption);
        rows.map(|rule| rule.field.as_ref()).collect::<Vec<&str>>()
    };
    assert_eq!(named(RecordType::RovoChatTurn), ["/prompt/content", "/response/content"]);
    assert_eq!(named(RecordType::RovoSearch), ["/query", "/results/*/title", "/results/*/excerpt"]);
    assert_eq!(named(RecordType::JiraSprint), ["/endDate"]);
    assert_eq!(named(RecordType::JiraField), ["/name"]);
    assert_eq!(named(RecordType::JiraStatus), ["/name"]);
    assert_eq!(named(RecordType::JsmSla), ["/completedCycles", "/ongoingCycle"]);
    let unnamed = Product::ALL.iter().filter(|product| !product.can_be_listed() && product.id() != "rovo");
    for &record_type in unnamed.flat_map(|product| product.row().record_types) {
        assert!(named(record_type).is_empty(), "{record_type}");
    }
}

fn any_place() -> impl Strategy<Value = Place> {
    prop_oneof![
        prop::sample::select(vec!["space-WEB", "space-SEC", "space-OTHER"]).prop_map(|id| Place::Space(id.to_owned())),
        prop::sample::select(Product::ALL).prop_map(|product| Place::App(product.id().to_owned())),
        prop::sample::select(vec!["slack-1", "slack-2", "drive"]).prop_map(|id| Place::Connector(id.to_owned())),
    ]
}

fn any_record() -> impl Strategy<Value = Record> {
    let key = prop::sample::select(vec!["WEB", "SEC", "UNHEARD"]);
    (prop::sample::select(RecordType::ALL), key).prop_map(|(record_type, key)| record_of(record_type, key))
}

fn any_kind() -> impl Strategy<Value = DataKind> {
    use DataKind::{Attachment, CommonPattern, ContentAttribute, InAppData, NotContributed};
    prop::sample::select(vec![ContentAttribute, CommonPattern, InAppData, Attachment, NotContributed])
}

fn any_settings() -> impl Strategy<Value = Settings> {
    let switch = || prop::sample::select(vec![Switch::On, Switch::Off]);
    (switch(), switch(), prop::collection::btree_set(any_place(), 0..4))
        .prop_map(|(metadata, value, except)| Settings { metadata, in_app_data: Coverage::new(value, except) })
}

proptest! {
    #[test]
    fn settings_come_back_from_json_as_they_were(settings in any_settings()) {
        let json = serde_json::to_string(&settings).unwrap();
        prop_assert_eq!(Settings::parse(&json).unwrap(), settings);
    }

    #[test]
    fn exceptions_never_touch_metadata(
        settings in any_settings(),
        plan in prop::sample::select(Plan::ALL.to_vec()),
        record in any_record(),
        kind in prop::sample::select(vec![DataKind::ContentAttribute, DataKind::CommonPattern]),
    ) {
        let flipped = Coverage::new(settings.in_app_data.switch().flipped(), BTreeSet::new());
        let bare = Settings { in_app_data: flipped, ..settings.clone() };
        let with = Case { settings, ..whole_case(plan, on(&[])) };
        let without = Case { settings: bare, ..whole_case(plan, on(&[])) };
        prop_assert_eq!(decided_of(&with, &record, kind), decided_of(&without, &record, kind));
    }

    #[test]
    fn narrower_settings_never_contribute_more(
        exceptions in prop::collection::btree_set(any_place(), 0..4),
        further in any_place(),
        record in any_record(),
        kind in any_kind(),
        plan in prop::sample::select(Plan::ALL.to_vec()),
    ) {
        let mut more = exceptions.clone();
        more.insert(further);
        let excluding = [Coverage::new(Switch::On, exceptions.clone()), Coverage::new(Switch::On, more.clone())];
        let including = [Coverage::new(Switch::Off, more), Coverage::new(Switch::Off, exceptions)];
        let [all, none] = [on(&[]), off(&[])];
        let ends = [[all.clone(), excluding[1].clone()], [all, including[0].clone()], [including[0].clone(), none]];
        for [wide, narrow] in ends.into_iter().chain([excluding, including]) {
            let wide = decided_of(&whole_case(plan, wide), &record, kind);
            let narrow = decided_of(&whole_case(plan, narrow), &record, kind);
            prop_assert!(contributes(&wide) || !contributes(&narrow));
        }
    }

    #[test]
    fn metadata_off_never_contributes_more(settings in any_settings(), record in any_record(), kind in any_kind()) {
        for plan in Plan::ALL {
            let of = |metadata| Case { settings: Settings { metadata, ..settings.clone() }, ..whole_case(*plan, on(&[])) };
            let [on, off] = [Switch::On, Switch::Off].map(|value| decided_of(&of(value), &record, kind));
            prop_assert!(contributes(&on) || !contributes(&off));
        }
    }

    #[test]
    fn unknown_withholds_and_so_does_what_never_contributes(
        settings in any_settings(),
        plan in prop::sample::select(Plan::ALL.to_vec()),
        record in any_record(),
        kind in any_kind(),
        exclusion in prop::option::of("[a-z-]{1,12}"),
        early in any::<bool>(),
    ) {
        let mut case = Case { settings, ..whole_case(plan, on(&[])) };
        let unknown = decide(&case, &record, Known { rule: None, guessed: false });
        prop_assert!(!contributes(&unknown));
        let decided = decided_of(&case, &record, kind);
        prop_assert!(kind.lane().is_some() || !contributes(&decided));
        case.organization.exclusions.extend(exclusion.clone());
        if early {
            case.now = Instant::parse("2026-08-16T23:59:59Z").unwrap();
        }
        prop_assert!(!(early || exclusion.is_some()) || !contributes(&decided_of(&case, &record, kind)));
    }
}

/// What stands around a secret (host, user, path) is sensitive, too.
#[test]
fn every_kind_of_secret_withholds_its_field_by_default() {
    use data_contribution::detect::{Detector, Entity, Hints, Identifies, People, Score, recognizers};
    use data_contribution::{policy::settle, transform::Operators};
    let (people, operators) = (People::default(), Operators::default());
    let secrets = Entity::ALL.iter().filter(|entity| entity.row().identifies == Identifies::Secret);
    let mut proven = 0;
    for &entity in secrets {
        let row = recognizers::all().find(|row| row.entity == entity);
        let Some(text) = row.map(|row| row.finds[0].replace(['«', '»'], "")) else { continue };
        let found = Detector::default().detect(&text, Hints { people: &people, known: &[] }, Score::new(50)).findings;
        let before = Decision::Contribute(Lane::InAppData, Reason::PlanLock { plan: Plan::ALL[0] });
        let settled = settle(before, &found, &operators);
        assert!(matches!(settled, Decision::Withhold(Reason::SecretFound { .. })), "{entity:?}: {settled:?}");
        proven += 1;
    }
    assert!(proven >= 6, "only {proven} kinds of secrets have rows");
}
