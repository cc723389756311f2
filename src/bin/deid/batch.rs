//! `deid batch`, `deid merge` and `deid sketch`: records in any number become one aggregate, on one machine or on many.

use super::{Failure, Options, request, unreadable, write_out};
use data_contribution::batch::{Options as Compared, Parameters, Progress, Reference, SketchError, State, StateError, aggregate};
use data_contribution::engine::Refusal;
use data_contribution::risk::K;
use std::io::{BufRead, BufReader, Read, stdin};

/// What is compared and counted: said before the records are read.
pub(super) const COMPARED: &[&str] = &["quasi", "sensitive", "group", "value", "unit"];

/// What can be said afterwards, of a state.
pub(super) const AFTERWARDS: &[&str] = &[
    "reference",
    "partial",
    "k",
    "l",
    "t",
    "suppression",
    "epsilon",
    "delta",
    "mechanism",
    "groups",
    "records",
    "lowest",
    "highest",
    "noise-seed",
];

/// Bytes that are read at once.
const CHUNK: usize = 1 << 18;

pub(super) fn batch(options: &Options) -> Result<(), Failure> {
    let wanted = Wanted::read(options)?;
    let mut batch = super::engine().batch(&request(options)?, compared(options)?)?;
    let (mut input, is_packed) = unpacked().map_err(unreadable)?;
    let mut bytes = vec![0; CHUNK];
    loop {
        match input.read(&mut bytes) {
            Ok(0) => break,
            Ok(read) => batch.push(&bytes[..read]),
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            // What was packed and breaks off counts up to there.
            Err(_) if is_packed => {
                batch.break_off();
                break;
            }
            Err(error) => return Err(unreadable(error)),
        }
    }
    let (state, progress) = batch.finish().map_err(Refusal::Record)?;
    warn(&progress);
    wanted.of(&state)
}

/// The input, unpacked where it is gzip, and whether it is.
fn unpacked() -> std::io::Result<(Box<dyn Read>, bool)> {
    let mut input = BufReader::with_capacity(CHUNK, stdin());
    let is_packed = input.fill_buf()?.starts_with(&[0x1F, 0x8B]);
    #[cfg(not(target_arch = "wasm32"))]
    if is_packed {
        return Ok((Box::new(flate2::bufread::MultiGzDecoder::new(input)), true));
    }
    Ok((Box::new(input), is_packed))
}

pub(super) fn merge(options: &Options) -> Result<(), Failure> {
    let wanted = Wanted::read(options)?;
    let mut merged: Option<State> = None;
    files(options, |text| {
        let state = State::read(text).map_err(|error| error.demand())?;
        match &mut merged {
            Some(merged) => merged.merge(state).map_err(|error| error.demand())?,
            None => merged = Some(state),
        }
        Ok(())
    })?;
    wanted.of(&merged.ok_or_else(nothing)?)
}

/// What is frequent over all states and sketches; a state is one contributor.
pub(super) fn sketch(options: &Options) -> Result<(), Failure> {
    let least = options.parsed("k")?.map(|k| K::try_new(k).ok_or_else(|| Failure::Usage("k must be at least 2".to_owned())));
    let least = least.transpose()?;
    let mut merged: Option<Reference> = None;
    files(options, |text| {
        let reference = match State::read(text) {
            Ok(state) => Reference::of(&state),
            Err(StateError::Version) => return Err(StateError::Version.demand()),
            Err(_) => Reference::read(text).map_err(|error| error.demand())?,
        };
        match &mut merged {
            Some(merged) => merged.merge(reference).map_err(|error| error.demand())?,
            None => merged = Some(reference),
        }
        Ok(())
    })?;
    let merged = merged.ok_or_else(nothing)?;
    write_out(&least.map_or_else(|| merged.clone(), |k| merged.clone().published(k)).write())
}

fn nothing() -> Failure {
    Failure::Usage("the files of one state or more must be given".to_owned())
}

/// Reads every file that is given; what is wrong with one is said with its number.
fn files(options: &Options, mut take: impl FnMut(&str) -> Result<(), &'static str>) -> Result<(), Failure> {
    for (number, path) in options.1.iter().enumerate() {
        let wrong = |demand: &str| Failure::Input(format!("file {}: {demand}", number + 1));
        let text = std::fs::read_to_string(path).map_err(|error| wrong(&format!("cannot be read: {}", error.kind())))?;
        take(&text).map_err(wrong)?;
    }
    Ok(())
}

/// What is wanted of a state.
struct Wanted {
    is_partial: bool,
    parameters: Parameters,
    reference: Option<Reference>,
}

impl Wanted {
    fn read(options: &Options) -> Result<Self, Failure> {
        let wrong = |error: SketchError| Failure::Input(format!("--reference {}", error.demand()));
        let reference = options.file("reference")?.map(|text| Reference::read(&text).map_err(wrong)).transpose()?;
        Ok(Self { is_partial: options.0.contains_key("partial"), parameters: parameters(options)?, reference })
    }

    fn of(&self, state: &State) -> Result<(), Failure> {
        if self.is_partial {
            return write_out(&state.write());
        }
        write_out(&(aggregate(state, self.reference.as_ref(), &self.parameters).to_string() + "\n"))
    }
}

/// What was odd goes to stderr: numbers of lines, never what stands in them.
fn warn(progress: &Progress) {
    use std::io::Write;
    let mut out = std::io::stderr().lock();
    if progress.unread > 0 {
        let lines: Vec<_> = progress.lines.iter().map(u64::to_string).collect();
        let more = if progress.unread > progress.lines.len() as u64 { ", …" } else { "" };
        let _ = writeln!(out, "deid: {} lines or records could not be read: {}{more}", progress.unread, lines.join(", "));
    }
    if progress.ends_early {
        let _ = writeln!(out, "deid: the input ends in the middle of a record; what was read before is in the result");
    }
}

fn compared(options: &Options) -> Result<Compared, Failure> {
    let default = Compared::default();
    let list = |text: String| text.split(',').map(|field| field.trim().to_owned()).filter(|field| !field.is_empty()).collect();
    Ok(Compared {
        quasi_identifiers: options.text("quasi").map(list).unwrap_or_default(),
        sensitive: options.text("sensitive").unwrap_or(default.sensitive),
        group: options.text("group").unwrap_or(default.group),
        value: options.text("value").unwrap_or(default.value),
        unit: options.parsed("unit")?.unwrap_or(default.unit),
    })
}

fn parameters(options: &Options) -> Result<Parameters, Failure> {
    let default = Parameters::default();
    let noisy = options.text("epsilon").is_some();
    let parameters = Parameters {
        quasi_identifiers: Vec::new(),
        k: options.parsed("k")?.unwrap_or(default.k),
        l: options.parsed("l")?.unwrap_or(default.l),
        t: options.parsed("t")?.unwrap_or(default.t),
        suppression: options.parsed("suppression")?.unwrap_or(default.suppression),
        epsilon: options.parsed("epsilon")?.unwrap_or(default.epsilon),
        delta: options.parsed("delta")?.unwrap_or(default.delta),
        mechanism: match options.text("mechanism").as_deref() {
            None | Some("laplace") => data_contribution::risk::Mechanism::Laplace,
            Some("gaussian") => data_contribution::risk::Mechanism::Gaussian,
            Some(_) => return Err(Failure::Usage("--mechanism must be laplace or gaussian".to_owned())),
        },
        groups: options.parsed("groups")?.unwrap_or(default.groups),
        records: options.parsed("records")?.unwrap_or(default.records),
        lowest: options.parsed("lowest")?.unwrap_or(default.lowest),
        highest: options.parsed("highest")?.unwrap_or(default.highest),
        seed: if noisy { Some(options.text("noise-seed").map_or_else(randomness, Ok)?) } else { None },
    };
    parameters.check().map_err(|demand| Failure::Usage(demand.to_owned()))?;
    Ok(parameters)
}

/// 32 bytes that nobody can guess, as hexadecimal.
fn randomness() -> Result<String, Failure> {
    let mut bytes = [0; 32];
    let mut source = std::fs::File::open("/dev/urandom").map_err(|_| missing())?;
    source.read_exact(&mut bytes).map_err(|_| missing())?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

fn missing() -> Failure {
    Failure::Usage("this system offers no randomness; --noise-seed must give a secret one".to_owned())
}
