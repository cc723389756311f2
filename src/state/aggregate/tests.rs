//! Numbers as they are typed, and choices that read records again.

use super::*;

#[test]
fn a_number_that_cannot_be_used_stays_as_typed_and_changes_nothing() {
    let mut own = Aggregate { stage: Stage::Read, ..Aggregate::default() };
    for (knob, wrong) in [
        (Knob::K, "1"),
        (Knob::K, "many"),
        (Knob::Epsilon, "0"),
        (Knob::Epsilon, "-2"),
        (Knob::T, "1.5"),
        (Knob::Groups, ""),
        (Knob::Lowest, "x"),
        (Knob::Highest, "0"),
        (Knob::Suppression, "-1"),
    ] {
        assert!(turn(&mut own, knob, wrong.to_owned()).is_none());
        assert_eq!((own.knob(knob), &own.parameters), (wrong.to_owned(), &Parameters::default()));
    }
    assert!(matches!(turn(&mut own, Knob::Epsilon, "0,5".to_owned()), Some(Effect::Aggregate(Duty::Look(..)))));
    assert_eq!((own.parameters.epsilon, own.knob(Knob::Epsilon)), (0.5, "0.5".to_owned()));
}

#[test]
fn what_is_compared_is_read_again_and_what_was_learned_of_the_records_stays() {
    let mut state = crate::state::update::tests::page(crate::policy::Plan::Standard);
    let read = |effect: Option<Effect>| match effect {
        Some(Effect::Aggregate(Duty::Read { number, options, .. })) => Some((number, options)),
        _ => None,
    };
    let choose = |state: &mut State, id: &str| read(go(state, Move::AxisChosen(Axis::Unit, id.to_owned())));
    assert!(choose(&mut state, "space").is_none());
    let (number, options) = read(go(&mut state, Move::Chosen(Records::Generated, "x".to_owned()))).unwrap();
    assert_eq!(options.unit.id(), "space");
    let ended = serde_json::json!({"progress": {}, "aggregate": {"classes": {"columns": [{"id": "/a", "label": "A"}]}, "numbers": [{"id": "n"}]}});
    go(&mut state, Move::Ended(number, Ok(ended)));
    let (again, options) = choose(&mut state, "organization").unwrap();
    assert_eq!((again > number, options.unit.id()), (true, "organization"));
    assert_eq!(state.aggregate.choices, [vec![("/a".to_owned(), Some("A".to_owned()))], vec![("n".to_owned(), None)]]);
    assert_eq!((state.aggregate.stage.clone(), state.aggregate.name.as_str()), (Stage::Reading, "x"));
}
