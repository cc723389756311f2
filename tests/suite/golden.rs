//! Golden files: `check` compares with what is committed; `UPDATE_GOLDEN=1` rewrites it.

use std::fs;
use std::path::Path;

/// Compares `actual` with the golden file of this name, below `tests/suite/golden`.
pub(crate) fn check(name: &str, actual: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite/golden").join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::create_dir_all(path.parent().expect("a golden file lies in a folder")).expect("the folder can be made");
        fs::write(&path, format!("{}\n", actual.trim_end())).expect("the golden file can be written");
    }
    let expected = fs::read_to_string(&path).unwrap_or_else(|_| panic!("no golden file {name}: make it with UPDATE_GOLDEN=1"));
    if expected.trim_end() != actual.trim_end() {
        let differs = expected.lines().zip(actual.lines()).position(|(left, right)| left != right).unwrap_or(0);
        let (left, right) = (expected.lines().nth(differs).unwrap_or(""), actual.lines().nth(differs).unwrap_or(""));
        panic!("{name} differs from line {}:\n  golden: {left}\n  actual: {right}", differs + 1);
    }
}
