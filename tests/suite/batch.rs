//! Floor 6: batches. Whatever the chunks, the split and the order, the same records give the same bytes.

use data_contribution::batch::{Options, Parameters, Reference, State, StateError, Unit, aggregate, rarity, sample};
use data_contribution::engine::{Engine, PreviewRequest};
use data_contribution::policy::{Instant, Plan};
use data_contribution::risk::Mechanism;
use proptest::prelude::*;
use serde_json::{Value as Json, json};
use std::sync::LazyLock;

static ENGINE: LazyLock<Engine> = LazyLock::new(Engine::default);

fn request() -> PreviewRequest {
    PreviewRequest {
        plan: Some(Plan::Standard),
        now: Some(Instant::IN_EFFECT),
        seed: Some("test".to_owned()),
        ..PreviewRequest::default()
    }
}

/// What is remembered of a text that arrives in pieces.
fn state(text: &str, piece: usize, options: &Options) -> State {
    let mut batch = ENGINE.batch(&request(), options.clone()).expect("the documents are ours");
    text.as_bytes().chunks(piece).for_each(|piece| batch.push(piece));
    batch.finish().expect("there are records").0
}

fn all(text: &str) -> Json {
    let options = Options::default();
    aggregate(&state(text, 4096, &options), None, &Parameters::default())
}

fn problems(json: &Json) -> Vec<&str> {
    json["problems"].as_array().expect("a list").iter().map(|problem| problem["code"].as_str().expect("a code")).collect()
}

/// Forty records, each with its state, and the state of all.
static PARTS: LazyLock<(Vec<State>, String)> = LazyLock::new(|| {
    let text = sample::organizations("parts", 3, 40);
    let options = Options::default();
    (text.lines().map(|line| state(line, 1000, &options)).collect(), state(&text, 777, &options).write())
});

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    #[test]
    fn parts_merge_to_the_same_bytes_in_any_order_and_grouping(order in Just((0..40_usize).collect::<Vec<_>>()).prop_shuffle(), groups in 1_usize..9) {
        let (parts, whole) = &*PARTS;
        let mut merged: Vec<Option<State>> = vec![None; groups];
        for (turn, part) in order.into_iter().enumerate() {
            match &mut merged[turn % groups] {
                Some(state) => state.merge(parts[part].clone()).expect("they are parts of one"),
                none => *none = Some(parts[part].clone()),
            }
        }
        let mut all: Option<State> = None;
        for state in merged.into_iter().flatten() {
            // Written down and read again, as between machines.
            let state = State::read(&state.write()).expect("it is a state");
            match &mut all {
                Some(all) => all.merge(state).expect("they are parts of one"),
                none => *none = Some(state),
            }
        }
        prop_assert!(all.expect("there are parts").write() == *whole);
    }
}

#[test]
fn states_of_other_rules_or_shapes_are_refused() {
    let text = sample::organizations("a", 1, 2);
    let mut one = state(&text, 100, &Options::default());
    let other = state(&text, 100, &Options { group: "recordType".to_owned(), ..Options::default() });
    assert_eq!(one.merge(other), Err(StateError::Config));
    assert_eq!(State::read("{}").err(), Some(StateError::Shape));
    assert_eq!(State::read(&one.write().replace("\"batchState\":2", "\"batchState\":1")).err(), Some(StateError::Version));
    assert_eq!(State::read(&one.write()[..900]).err(), Some(StateError::Shape));
}

#[test]
fn an_aggregate_says_what_leaves_and_what_is_dropped() {
    let json = all(&sample::organizations("many", 4, 150));
    assert_eq!((&json["source"]["records"], &json["source"]["leaving"]), (&json!(150), &json!(150)));
    assert_eq!(json["classes"]["records"], json!(150));
    assert!(problems(&json).is_empty(), "{}", json["problems"]);
    assert!(json["generalized"]["smallest"].as_u64() >= Some(10) && json["generalized"]["loss"].as_f64() < Some(1.0));
    // The rare status has too few contributors, and is not alone in being withheld.
    let cells = json["cells"]["cells"][0].as_array().expect("cells");
    assert!(cells.iter().filter(|cell| cell["shown"] != "yes").count() >= 2);
    let statuses =
        json["patterns"].as_array().expect("kinds").iter().find(|kind| kind["kind"] == "/fields/status").expect("statuses");
    let kept: Vec<_> = statuses["kept"].as_array().expect("texts").iter().map(|of| of["text"].as_str().unwrap_or("")).collect();
    assert!(kept.contains(&"to do") && !kept.contains(&"waiting for legal"), "{kept:?}");
    let noise = &json["noise"];
    assert_eq!((&noise["drawn"], noise["groups"][0]["units"]["drawn"].is_null()), (&json!(false), true));
    assert_eq!(noise["ledger"]["left"]["epsilon"].as_f64().map(|left| left < 1e-9), Some(true));
    let linked = |scope: &str| {
        let scopes = json["linkage"]["scopes"].as_array().expect("scopes").iter();
        scopes.clone().find(|of| of["scope"] == scope).and_then(|of| of["largest"].as_u64())
    };
    assert!(linked("record") == Some(1) && linked("organization") > linked("week") && linked("week") > Some(1));
}

#[test]
fn no_name_and_no_address_is_in_an_aggregate_or_a_state() {
    let text = sample::organizations("names", 2, 60);
    let options = Options::default();
    let state = state(&text, 4096, &options);
    let out = state.write() + &aggregate(&state, None, &Parameters::default()).to_string();
    for name in ["Archer", "Lindqvist", "archer@", "5b00", "org-1.example"] {
        assert!(!out.to_lowercase().contains(&name.to_lowercase()), "{name}");
    }
}

#[test]
fn noise_is_drawn_from_a_seed_and_the_truth_is_not_beside_it() {
    let options = Options::default();
    let state = state(&sample::organizations("noise", 2, 120), 4096, &options);
    let draw = |seed: &str| {
        aggregate(&state, None, &Parameters { seed: Some(seed.to_owned()), epsilon: 4.0, delta: 0.01, ..Parameters::default() })
    };
    let (one, again, other) = (draw("a"), draw("a"), draw("b"));
    assert_eq!(one, again);
    assert_ne!(one["noise"], other["noise"]);
    assert!(!one.to_string().contains("\"seed\""));
    let groups = one["noise"]["groups"].as_array().expect("groups");
    assert!(
        !groups.is_empty()
            && groups.iter().all(|group| group["records"]["exact"].is_null() && group["records"]["drawn"].is_i64())
    );
    assert!(
        one["noise"]["bounded"].is_null()
            && one["noise"]["kept"].is_null()
            && groups.iter().all(|group| group["clamped"].is_null())
    );
}

#[test]
fn parameters_that_cannot_be_used_are_named_and_all_else_is_there() {
    let options = Options::default();
    let some = state(&sample::organizations("odd", 2, 12), 4096, &options);
    let with = |parameters: Parameters| aggregate(&some, None, &parameters);
    for epsilon in [0.0, -1.0, f64::NAN] {
        let json = with(Parameters { epsilon, ..Parameters::default() });
        assert_eq!(
            (problems(&json), json["noise"].is_null(), json["classes"]["records"].as_u64()),
            (vec!["budget"], true, Some(12))
        );
    }
    let json = with(Parameters { k: 13, ..Parameters::default() });
    assert!(problems(&json).contains(&"k-too-large") && json["generalized"].is_null());
    assert!(problems(&with(Parameters { k: 1, ..Parameters::default() })).contains(&"k"));
    let json = with(Parameters { quasi_identifiers: vec!["/nothing".to_owned()], ..Parameters::default() });
    assert!(problems(&json).contains(&"no-quasi-identifier"));
    assert_eq!(json["classes"]["sizes"], json!([[12, 1]]));
}

#[test]
fn odd_files_are_told_from_one_another() {
    let finish = |text: &str| {
        let mut batch = ENGINE.batch(&request(), Options::default()).expect("the documents are ours");
        batch.push(text.as_bytes());
        batch.finish().map(|(_, progress)| progress).map_err(|error| error.code())
    };
    assert_eq!(finish(""), Err("empty"));
    assert_eq!(finish("just words\nand more\n"), Err("no-record"));
    let one = sample::organizations("one", 1, 1);
    let json = all(&one);
    assert_eq!((json["classes"]["unique"].as_u64(), json["attack"]["prosecutor"].as_f64()), (Some(1), Some(1.0)));
    let alike = all(&one.repeat(30));
    assert_eq!((alike["classes"]["unique"].as_u64(), alike["classes"]["smallest"].as_u64()), (Some(0), Some(30)));
    let page = "{\"id\":\"7\",\"status\":\"current\",\"title\":\"Tide table\",\"body\":{\"storage\":{\"value\":\"<p>High</p>\",\"representation\":\"storage\"}}}\n";
    assert!(problems(&all(&(one.clone() + page))).contains(&"mixed"));
    let cut = finish(&format!("[{},{}", one.trim(), &one[..40])).expect("one record is whole");
    assert_eq!((cut.records, cut.ends_early), (1, true));
    let bad = finish(&format!("{one}nonsense\n{one}")).expect("two records are whole");
    assert_eq!((bad.records, bad.unread, bad.lines), (2, 1, vec![2]));
}

#[test]
fn rare_words_are_told_from_common_ones() {
    let options = Options::default();
    let state = state(&sample::organizations("words", 6, 150), 4096, &options);
    let text = "😀 the Zyzzogeton";
    let [the, rare] = rarity(&state, None, text)[..] else { panic!("two words") };
    assert_eq!((&the[..2], &rare[..2]), (&[3, 6][..], &[7, 17][..]));
    assert!(the[2] > 10 && rare[2] < 3, "{the:?} {rare:?}");
}

/// Work items of so many people, all of whom write the same sentence, and one who writes another.
fn alike(people: usize) -> String {
    let line = |person: usize, text: &str| {
        json!({"key": format!("WEB-{person}"), "fields": {
            "summary": text, "issuetype": {"name": "Task"}, "status": {"name": "Done"},
            "reporter": {"displayName": "Ada Archer", "accountId": format!("5b10a2844c20165700ede{person:03}")},
        }})
        .to_string()
    };
    let mut lines: Vec<_> = (0..people).map(|person| line(person, "the tide table is late again")).collect();
    lines.push(line(people, "zanzibar crane never opens twice. late again"));
    lines.join("\n") + "\n"
}

#[test]
fn rows_of_words_are_kept_from_enough_contributors_and_end_with_the_sentence() {
    let json = all(&alike(12));
    let kept = |place: usize| -> Vec<_> {
        json["grams"][place]["kept"]
            .as_array()
            .expect("a list")
            .iter()
            .filter_map(|of| Some((of["text"].as_str()?, of["contributors"].as_u64()?)))
            .collect()
    };
    assert_eq!(kept(0), [("is late again", 12), ("table is late", 12), ("the tide table", 12), ("tide table is", 12)]);
    assert_eq!(kept(1), [("table is late again", 12), ("the tide table is", 12), ("tide table is late", 12)]);
    // Of the other sentence: crane never opens, never opens twice, zanzibar crane never; nothing over its end.
    assert_eq!((&json["grams"][0]["dropped"], &json["grams"][1]["dropped"]), (&json!(3), &json!(2)));
    assert!(!json.to_string().contains("zanzibar"));
}

#[test]
fn a_reference_says_what_is_common_elsewhere() {
    let options = Options::default();
    let own = state(&alike(12), 4096, &options);
    let elsewhere = |text: &str| Reference::of(&state(text, 4096, &options));
    // Each state is one customer; nine of them know "late again", and nobody "tide table".
    let mut reference = elsewhere(&alike(0));
    for customer in 1..9 {
        reference.merge(elsewhere(&(alike(0) + &sample::organizations(&customer.to_string(), 1, 3)))).expect("they fit");
    }
    let look = |reference: Option<&Reference>, k: usize| aggregate(&own, reference, &Parameters { k, ..Parameters::default() });
    let texts = |json: &Json| -> Vec<String> {
        let kept = json["phrases"]["kept"].as_array().expect("a list").iter();
        kept.filter_map(|of| of["text"].as_str().map(str::to_owned)).collect()
    };
    let (local, beside) = (texts(&look(None, 5)), texts(&look(Some(&reference), 5)));
    assert!(local.iter().any(|text| text == "tide table") && local.iter().any(|text| text == "late again"), "{local:?}");
    assert!(!beside.iter().any(|text| text == "tide table") && beside.iter().any(|text| text == "late again"), "{beside:?}");
    let json = look(Some(&reference), 5);
    assert_eq!(json["reference"]["digest"], json!(reference.digest()));
    assert!((8..11).contains(&json["reference"]["contributors"].as_u64().expect("a count")));
    assert!(look(None, 5)["reference"].is_null());
    // A whole value counts, too: the status that is known here is not known there by five.
    let of = |json: &Json| {
        json["patterns"].as_array().and_then(|all| all.iter().find(|of| of["kind"] == "/fields/issuetype").cloned())
    };
    assert_eq!(of(&json).expect("types")["kept"][0]["text"], "task");
    let [late, again, ..] = rarity(&own, Some(&reference), "late again zanzibar")[..] else { panic!("three words") };
    assert!(late[2] >= 8 && again[2] >= 8);
}

#[test]
fn the_values_of_a_group_are_counted_in_parts_that_the_bounds_alone_give() {
    let options = Options::default();
    let some = state(&sample::organizations("values", 3, 150), 4096, &options);
    let json = aggregate(&some, None, &Parameters { lowest: 0, highest: 50, ..Parameters::default() });
    assert_eq!(json["noise"]["parts"], json!([0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50]));
    for group in json["noise"]["groups"].as_array().expect("groups") {
        let values: Vec<_> = group["values"].as_array().expect("parts").iter().filter_map(|of| of["exact"].as_i64()).collect();
        assert_eq!((values.len(), values.iter().sum::<i64>()), (10, group["records"]["exact"].as_i64().expect("a count")));
    }
    let spent = json["noise"]["ledger"]["entries"].as_array().expect("entries");
    assert_eq!(spent.iter().filter(|entry| entry["what"] == "values").count(), 1, "{spent:?}");
    let drawn = Parameters { seed: Some("a".to_owned()), epsilon: 9.0, delta: 0.01, ..Parameters::default() };
    let drawn = aggregate(&some, None, &drawn);
    assert!(
        drawn["noise"]["groups"][0]["values"][0]["drawn"].is_i64() && drawn["noise"]["groups"][0]["values"][0]["exact"].is_null()
    );
}

#[test]
fn what_is_clamped_is_told_with_what_it_changes() {
    let some = state(&sample::organizations("clamped", 3, 150), 4096, &Options::default());
    let within =
        |lowest, highest| aggregate(&some, None, &Parameters { lowest, highest, ..Parameters::default() })["noise"].take();
    let (wide, tight) = (within(0, 1000), within(5, 8));
    let groups = |noise: &Json| noise["groups"].as_array().expect("groups").clone();
    assert_eq!(wide["bounded"]["values"], 0);
    let mut sides = [0, 0];
    for (group, whole) in groups(&tight).iter().zip(groups(&wide)) {
        let of = |name: &str| group["clamped"][name].as_i64().expect("a number");
        assert_eq!(group["sum"]["exact"].as_i64().map(|sum| sum - of("moved")), whole["sum"]["exact"].as_i64());
        let ends = [0, 9].map(|part| group["values"][part]["exact"].as_i64().expect("a count"));
        assert!(of("below") <= ends[0] && of("above") <= ends[1]);
        sides = [sides[0] + of("below"), sides[1] + of("above")];
    }
    assert!(sides[1] > 0 && tight["bounded"]["values"] == sides[0] + sides[1], "{sides:?}");
}

#[test]
fn exactly_the_fields_that_are_asked_for_are_compared() {
    let asked = Options { quasi_identifiers: vec!["/fields/issuetype".to_owned()], ..Options::default() };
    let json = aggregate(&state(&sample::organizations("asked", 2, 60), 4096, &asked), None, &Parameters::default());
    let columns = json["classes"]["columns"].as_array().expect("columns").iter();
    let quasi: Vec<_> = columns.clone().filter(|of| of["quasi"] == true).filter_map(|of| of["id"].as_str()).collect();
    // The group and the sensitive field are counted, too, and tell nobody apart here.
    assert_eq!((quasi, columns.count()), (vec!["/fields/issuetype"], 4));
    assert!(json["classes"]["count"].as_u64() <= Some(4) && json["classes"]["records"] == 60);
}

#[test]
fn whoever_counts_as_one_contributor_is_bounded_as_one() {
    let text = sample::organizations("units", 3, 150);
    let with = |unit| {
        let json = aggregate(&state(&text, 4096, &Options { unit, ..Options::default() }), None, &Parameters::default());
        let groups = json["noise"]["groups"].as_array().expect("groups").clone();
        let sum = |of: &dyn Fn(&Json) -> Option<u64>| groups.iter().filter_map(of).sum::<u64>();
        let (records, beyond) = (sum(&|of| of["records"]["exact"].as_u64()), sum(&|of| of["beyond"].as_u64()));
        assert_eq!((records + beyond, &json["noise"]["bounded"]["records"]), (150, &json!(beyond)));
        (json["noise"]["kept"].as_u64().expect("a count"), records)
    };
    let [persons, spaces, organizations] = [Unit::Person, Unit::Space, Unit::Organization].map(with);
    assert_eq!((spaces.0, organizations.0), (3, 3));
    // Three units in three groups with five records each are all that can count.
    assert!(
        persons.0 > 20 && persons.1 > 100 && spaces.1 <= 45 && organizations.1 <= 45,
        "{persons:?} {spaces:?} {organizations:?}"
    );
}

#[test]
fn queries_prompts_and_names_of_fields_are_kept_from_enough_contributors_alone() {
    let sample = |name: &str, place: &str, person: usize, text: &str| {
        let path = format!("{}/src/policy/samples/{name}.json", env!("CARGO_MANIFEST_DIR"));
        let mut json: Json = serde_json::from_str(&std::fs::read_to_string(path).expect("it is there")).expect("it is JSON");
        *json.pointer_mut(place).expect("the sample has it") = json!(text);
        if !json["user"].is_null() {
            json["user"] = json!({"accountId": format!("5b10a2844c20165700ede{person:03}"), "displayName": "Ada Archer"});
        }
        json.to_string() + "\n"
    };
    // Nobody stands behind a field's definition, so that all of them count as one contributor's.
    for (name, place, kept) in
        [("rovo-search", "/query", 1), ("rovo-chat-turn", "/prompt/content", 1), ("jira-field", "/name", 0)]
    {
        let text: String = (0..12).map(|person| sample(name, place, person, "Tide table")).collect();
        let json = all(&(text + &sample(name, place, 12, "Zanzibar merger")));
        let of = json["patterns"].as_array().expect("kinds").iter().find(|of| of["kind"] == place).expect("it is a pattern");
        let texts: Vec<_> = of["kept"].as_array().expect("texts").iter().filter_map(|of| of["text"].as_str()).collect();
        assert_eq!((texts, &of["dropped"]), (vec!["tide table"; kept], &json!(2 - kept)), "{name}");
        assert!(!json.to_string().to_lowercase().contains("zanzibar"), "{name}");
    }
}

#[test]
fn both_kinds_of_noise_are_there_for_every_usual_budget() {
    let some = state(&sample::organizations("noises", 2, 40), 4096, &Options::default());
    let mut before = f64::INFINITY;
    for epsilon in [0.1, 0.5, 1.0, 8.0] {
        for mechanism in [Mechanism::Laplace, Mechanism::Gaussian] {
            let json = aggregate(&some, None, &Parameters { mechanism, epsilon, ..Parameters::default() });
            assert!(problems(&json).is_empty(), "{epsilon} {:?}", json["problems"]);
            let scale = json["noise"]["scales"][2].as_f64().expect("a number");
            assert!(scale > 1000.0 || epsilon > 1.0, "{scale}");
            if mechanism == Mechanism::Gaussian {
                assert!(scale < before, "more budget, less noise: {scale}, {before}");
                before = scale;
            }
        }
    }
}

/// What leaves a record does not depend on the records before it, whatever of them is remembered.
#[test]
fn what_is_remembered_of_earlier_records_changes_nothing() {
    use data_contribution::detect::Detector;
    use data_contribution::policy::{Case, Instant, Organization, Plan, Policy, Settings, samples};
    use data_contribution::preview::{Memory, leaving};
    use data_contribution::record::parse::{InputFormat, parse};
    use data_contribution::transform::PseudonymKey;
    let case = Case {
        policy: Policy::default(),
        settings: Settings::of_plan(Plan::Standard),
        organization: Organization::of_plan(Plan::Standard),
        now: Instant::parse("2026-11-23T00:00:00Z").expect("a time"),
    };
    let (detector, key) = (Detector::default(), PseudonymKey::from_seed("memory"));
    let texts = samples::ALL.iter().filter_map(|sample| samples::text(sample.id));
    let records: Vec<_> = texts.flat_map(|text| parse(text, InputFormat::Auto).expect("a sample").records).collect();
    let alone: Vec<_> = records.iter().map(|record| leaving(&detector, record, (&case, &key), &mut Memory::default())).collect();
    assert!(alone.iter().flat_map(|leaving| &leaving.fields).filter(|field| field.stays.is_none()).count() > 100);
    let mut memory = Memory::new();
    for _ in 0..3 {
        for (record, alone) in records.iter().zip(&alone) {
            assert_eq!(leaving(&detector, record, (&case, &key), &mut memory), *alone, "{}", record.id);
        }
    }
}
