//! Makes the names file: `train OUT` from all texts, `train --folds FOLDER` five times, each time without a fifth of them.
//! `scripts/train.sh` runs it.

use data_contribution::detect::name::train::{FOLDS, Setting, collect, train};
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("train: {message}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), String> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let mut setting = Setting::default();
    let option = |name: &str| std::env::var(name).ok().and_then(|value| value.parse::<f32>().ok());
    setting.rounds = option("ROUNDS").map_or(setting.rounds, |rounds| rounds as usize);
    setting.step = option("STEP").unwrap_or(setting.step);
    setting.thrift = option("THRIFT").unwrap_or(setting.thrift);
    let lists = Path::new("target/names");
    let texts = collect(Path::new("target/data/labelled"), &lists.join("invented.jsonl"))?;
    let write = |path: &Path, bytes: &[u8]| std::fs::write(path, bytes).map_err(|error| format!("{}: {error}", path.display()));
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["--folds", folder] => {
            let only = option("FOLD").map(|fold| fold as u8);
            for fold in (0..FOLDS).filter(|fold| only.is_none_or(|only| only == *fold)) {
                let rest: Vec<_> = texts.iter().filter(|text| text.fold != fold).cloned().collect();
                write(&Path::new(folder).join(format!("fold-{fold}.bin")), &train(&rest, lists, &setting)?)?;
            }
            Ok(())
        }
        [out] => write(Path::new(out), &train(&texts, lists, &setting)?),
        _ => Err("give the file to write, or --folds and a folder".to_owned()),
    }
}
