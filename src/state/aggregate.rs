//! [`Aggregate`]: the part of the page about many records together.

use super::{Effect, File, Refusal, State};
use crate::batch::{Options, Parameters};
use crate::door;
use crate::engine::PreviewRequest;
use crate::risk::Mechanism;
use serde_json::Value as Json;
use std::sync::Arc;

/// Where the records come from. What they are stays with the browser: a file is not text of the page's.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Records {
    /// A file that was dropped or picked.
    File,
    /// A text that was pasted.
    Text,
    /// Generated organizations.
    Generated,
}

/// How far it is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Stage {
    /// No records yet.
    Empty,
    /// They are being read.
    Reading,
    /// They could not be.
    Refused(Refusal),
    /// They were read.
    Read,
}

/// JSON of the engine's. Equal to itself only.
#[derive(Clone, Debug)]
pub struct Told(pub Arc<Json>);

impl PartialEq for Told {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// A number that can be changed after the records were read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Knob {
    /// The least class.
    K,
    /// The fewest sensitive values.
    L,
    /// The largest distance.
    T,
    /// The budget.
    Epsilon,
    /// The probability that it does not hold.
    Delta,
    /// Groups of a contributor.
    Groups,
    /// Records of a contributor in a group.
    Records,
    /// The least value that counts.
    Lowest,
    /// The greatest.
    Highest,
    /// Hundredths of all records that may be suppressed.
    Suppression,
}

impl Knob {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 10] = [
        Self::K,
        Self::Suppression,
        Self::L,
        Self::T,
        Self::Epsilon,
        Self::Delta,
        Self::Groups,
        Self::Records,
        Self::Lowest,
        Self::Highest,
    ];
}

/// What is compared and counted: the records are read again when one of these changes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Axis {
    /// Whose contributions count as one.
    Unit,
    /// The field that groups records.
    Group,
    /// The number that is summed up.
    Value,
    /// The field that must not be inferred.
    Sensitive,
}

impl Axis {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 4] = [Self::Unit, Self::Group, Self::Value, Self::Sensitive];
}

/// The figure of each group that is drawn with its noise.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Measured {
    /// How many records.
    #[default]
    Records,
    /// How many contributors.
    Units,
    /// The sum of the values.
    Sum,
    /// Their mean.
    Mean,
}

impl Measured {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 4] = [Self::Records, Self::Units, Self::Sum, Self::Mean];

    /// Its key in the aggregate.
    pub fn id(self) -> &'static str {
        match self {
            Self::Records => "records",
            Self::Units => "units",
            Self::Sum => "sum",
            Self::Mean => "mean",
        }
    }
}

/// What can be grouped by and inferred, and what can be summed up: each an id and what people call it.
pub type Choices = [Vec<(String, Option<String>)>; 2];

/// Many records together.
#[derive(Clone, PartialEq, Debug)]
pub struct Aggregate {
    /// How far it is.
    pub stage: Stage,
    /// Where the records come from.
    pub records: Records,
    /// What the source is called; empty where it has no name.
    pub name: String,
    /// How far the reading is.
    pub progress: Option<Told>,
    /// What is known of all records.
    pub result: Option<Told>,
    /// What is compared.
    pub options: Options,
    /// What can be changed.
    pub parameters: Parameters,
    /// The knobs as they were typed, where that is no number that can be used.
    pub typed: Vec<(Knob, String)>,
    /// The scope of pseudonyms that is drawn.
    pub scope: usize,
    /// The figure of each group that is drawn.
    pub measured: Measured,
    /// The group whose values are drawn, by its place.
    pub group: usize,
    /// What can be grouped by, summed up and inferred: id and label, as far as records were read.
    pub choices: Choices,
    /// How rare the words of the previewed record are, with its text.
    pub rarity: Option<(Arc<str>, Told)>,
    /// Grows with everything that pictures and controls depend on.
    pub version: usize,
    number: u32,
}

impl Default for Aggregate {
    fn default() -> Self {
        Self {
            stage: Stage::Empty,
            records: Records::Generated,
            name: String::new(),
            progress: None,
            result: None,
            options: Options::default(),
            parameters: Parameters::default(),
            typed: Vec::new(),
            scope: 2,
            measured: Measured::Records,
            group: 0,
            choices: [Vec::new(), Vec::new()],
            rarity: None,
            version: 0,
            number: 0,
        }
    }
}

/// What happened in this part.
#[derive(Clone, Debug)]
pub enum Move {
    /// Records were chosen, from a source of this name.
    Chosen(Records, String),
    /// The worker told how far it is.
    Progressed(u32, Json),
    /// The records were read, or could not be.
    Ended(u32, Result<Json, Refusal>),
    /// The same records were looked at under other parameters.
    Looked(u32, Json),
    /// The reading is given up, or what was read is forgotten.
    Canceled,
    /// A number was typed.
    Turned(Knob, String),
    /// A field counts as a quasi-identifier, or no more.
    Compared(String),
    /// Something else is compared or counted.
    AxisChosen(Axis, String),
    /// Another scope is drawn.
    Scoped(usize),
    /// Another figure of each group is drawn.
    Measured(Measured),
    /// Other noise is shown.
    Mechanism(Mechanism),
    /// The values of another group are drawn.
    Grouped(usize),
    /// The rarity of the words of a text was asked for.
    RarityAsked,
    /// It is there.
    Rare(Arc<str>, Json),
    /// Something is to be kept as a file.
    Kept(File),
}

/// What the outside must do for this part.
#[derive(Clone, Debug)]
pub enum Duty {
    /// Read records.
    Read {
        /// Grows with every question.
        number: u32,
        /// From where.
        records: Records,
        /// Under which documents.
        request: Box<PreviewRequest>,
        /// What is compared.
        options: Options,
        /// What can be changed.
        parameters: Box<Parameters>,
    },
    /// Look again at what was read.
    Look(u32, Box<Parameters>),
    /// Say how rare the words of a text are.
    Rarity(Arc<str>),
    /// End the worker.
    Cancel,
}

/// Changes this part by one step.
pub(super) fn go(state: &mut State, step: Move) -> Option<Effect> {
    let version = state.aggregate.version + usize::from(!matches!(step, Move::Progressed(..) | Move::Kept(_)));
    let effect = step_on(state, step);
    state.aggregate.version = version;
    effect
}

fn step_on(state: &mut State, step: Move) -> Option<Effect> {
    let own = &mut state.aggregate;
    match step {
        Move::Chosen(records, name) => {
            let (options, parameters) = (own.options.clone(), own.parameters.clone());
            *own = Aggregate {
                records,
                name,
                stage: Stage::Reading,
                options,
                parameters,
                scope: own.scope,
                measured: own.measured,
                choices: std::mem::take(&mut own.choices),
                number: own.number + 1,
                ..Aggregate::default()
            };
            let (number, options, parameters) = (own.number, own.options.clone(), Box::new(own.parameters.clone()));
            let request = Box::new(PreviewRequest { input: None, sample: None, ..state.case() });
            Some(duty(Duty::Read { number, records, request, options, parameters }))
        }
        Move::Progressed(number, json) if number == own.number => {
            own.progress = Some(Told(Arc::new(json)));
            None
        }
        Move::Ended(number, Ok(mut json)) if number == own.number => {
            own.stage = Stage::Read;
            own.progress = Some(Told(Arc::new(json["progress"].take())));
            own.choices = ["/classes/columns", "/numbers"].map(|of| named(json["aggregate"].pointer(of)));
            own.result = Some(Told(Arc::new(json["aggregate"].take())));
            None
        }
        Move::Ended(number, Err(refusal)) if number == own.number => {
            own.stage = Stage::Refused(refusal);
            None
        }
        Move::Looked(number, json) if number == own.number && own.stage == Stage::Read => {
            own.result = Some(Told(Arc::new(json)));
            None
        }
        Move::Progressed(..) | Move::Ended(..) | Move::Looked(..) => None,
        Move::Canceled => {
            *own = Aggregate {
                options: own.options.clone(),
                parameters: own.parameters.clone(),
                number: own.number + 1,
                ..Aggregate::default()
            };
            Some(duty(Duty::Cancel))
        }
        Move::Turned(knob, text) => turn(own, knob, text),
        Move::Compared(field) => {
            let all = || own.columns().into_iter().map(|(id, _, _)| id).filter(|id| *id != own.options.sensitive).collect();
            let mut chosen: Vec<String> =
                if own.parameters.quasi_identifiers.is_empty() { all() } else { own.parameters.quasi_identifiers.clone() };
            match chosen.iter().position(|other| *other == field) {
                Some(place) => drop(chosen.remove(place)),
                None => chosen.push(field),
            }
            // None at all is said by a name that no field has, for an empty list means all.
            if chosen.is_empty() {
                chosen.push("-".to_owned());
            }
            chosen.retain(|field| field != "-" || own.parameters.quasi_identifiers.len() == 1);
            own.parameters.quasi_identifiers = chosen;
            own.look()
        }
        Move::AxisChosen(axis, id) => {
            own.choose(axis, id);
            let again = Move::Chosen(own.records, own.name.clone());
            if own.stage == Stage::Empty { None } else { step_on(state, again) }
        }
        Move::Scoped(scope) => {
            own.scope = scope;
            None
        }
        Move::Measured(measured) => {
            own.measured = measured;
            None
        }
        Move::Grouped(group) => {
            own.group = group;
            None
        }
        Move::Mechanism(mechanism) => {
            own.parameters.mechanism = mechanism;
            own.look()
        }
        Move::RarityAsked => {
            let text = state.leaving_text();
            (!text.is_empty()).then(|| duty(Duty::Rarity(Arc::from(text))))
        }
        Move::Rare(text, json) => {
            own.rarity = Some((text, Told(Arc::new(json))));
            None
        }
        Move::Kept(file) => Some(Effect::Desk(super::Task::Keep(file))),
    }
}

/// Ids and labels of a list.
fn named(list: Option<&Json>) -> Vec<(String, Option<String>)> {
    let text = |json: &Json| json.as_str().map(str::to_owned);
    let all = list.and_then(Json::as_array).into_iter().flatten();
    all.map(|of| (text(&of["id"]).unwrap_or_default(), text(&of["label"]))).collect()
}

fn duty(duty: Duty) -> Effect {
    Effect::Aggregate(duty)
}

fn turn(own: &mut Aggregate, knob: Knob, text: String) -> Option<Effect> {
    own.typed.retain(|(other, _)| *other != knob);
    let mut parameters = own.parameters.clone();
    let number = door::number(&text.replace(',', ".")).unwrap_or(f64::NAN);
    // `as` saturates and makes 0 of what is no number: the check below refuses it.
    match knob {
        Knob::K => parameters.k = number as usize,
        Knob::L => parameters.l = number as usize,
        Knob::T => parameters.t = number,
        Knob::Epsilon => parameters.epsilon = number,
        Knob::Delta => parameters.delta = number,
        Knob::Groups => parameters.groups = number as u32,
        Knob::Records => parameters.records = number as u32,
        Knob::Lowest | Knob::Highest if number.is_nan() => parameters.groups = 0,
        Knob::Lowest => parameters.lowest = number as i64,
        Knob::Highest => parameters.highest = number as i64,
        Knob::Suppression => parameters.suppression = if number >= 0.0 { number as u64 } else { u64::MAX },
    }
    if parameters.check().is_err() {
        own.typed.push((knob, text));
        return None;
    }
    own.parameters = parameters;
    own.look()
}

impl Options {
    /// What is chosen, by its id.
    pub fn chosen(&self, axis: Axis) -> &str {
        match axis {
            Axis::Unit => self.unit.id(),
            Axis::Group => &self.group,
            Axis::Value => &self.value,
            Axis::Sensitive => &self.sensitive,
        }
    }
}

impl Aggregate {
    fn look(&self) -> Option<Effect> {
        (self.stage == Stage::Read).then(|| duty(Duty::Look(self.number, Box::new(self.parameters.clone()))))
    }

    /// A knob as it is shown.
    pub fn knob(&self, knob: Knob) -> String {
        let typed = self.typed.iter().find(|(other, _)| *other == knob).map(|(_, text)| text.clone());
        typed.unwrap_or_else(|| match knob {
            Knob::K => self.parameters.k.to_string(),
            Knob::L => self.parameters.l.to_string(),
            Knob::T => self.parameters.t.to_string(),
            Knob::Epsilon => self.parameters.epsilon.to_string(),
            Knob::Delta => self.parameters.delta.to_string(),
            Knob::Groups => self.parameters.groups.to_string(),
            Knob::Records => self.parameters.records.to_string(),
            Knob::Lowest => self.parameters.lowest.to_string(),
            Knob::Highest => self.parameters.highest.to_string(),
            Knob::Suppression => self.parameters.suppression.to_string(),
        })
    }

    fn choose(&mut self, axis: Axis, id: String) {
        match axis {
            Axis::Unit => self.options.unit = id.parse().unwrap_or(self.options.unit),
            Axis::Group => self.options.group = id,
            Axis::Value => self.options.value = id,
            Axis::Sensitive => self.options.sensitive = id,
        }
        // Which fields count was said of other columns.
        self.parameters.quasi_identifiers.clear();
    }

    /// The fields that records are compared by: id, what people call it, and whether it counts.
    pub fn columns(&self) -> Vec<(String, Option<String>, bool)> {
        let result = self.result.as_ref().map(|told| &told.0["classes"]["columns"]);
        let columns = result.and_then(Json::as_array).into_iter().flatten();
        let text = |json: &Json| json.as_str().map(str::to_owned);
        columns.map(|of| (text(&of["id"]).unwrap_or_default(), text(&of["label"]), of["quasi"] == true)).collect()
    }

    /// Records that were read, as the source of every figure.
    pub fn read(&self) -> u64 {
        self.result.as_ref().and_then(|told| told.0["source"]["records"].as_u64()).unwrap_or(0)
    }
}

impl State {
    /// The text of the previewed record as it leaves.
    fn leaving_text(&self) -> String {
        let records = self.shown().map(|shown| &shown.0.records);
        let fields = records.and_then(|records| records.get(self.record)).into_iter().flat_map(|record| &record.fields);
        let texts = fields.filter_map(|field| field.text.contributed.as_deref()).filter(|text| !text.trim().is_empty());
        texts.collect::<Vec<_>>().join("\n")
    }
}

#[cfg(test)]
mod tests;
