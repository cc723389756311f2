//! The invariants of the architecture that the compiler does not hold by itself.

use std::fs;
use std::path::{Path, PathBuf};

/// Floor of each top-level module; a file may use its own floor and lower ones.
const FLOORS: &[(&str, u8)] = &[
    ("door", 0),
    ("order", 0),
    ("runs", 0),
    ("table", 0),
    ("record", 1),
    ("detect", 2),
    ("transform", 3),
    ("derive", 3),
    ("risk", 4),
    ("policy", 5),
    ("preview", 6),
    ("batch", 6),
    ("engine", 6),
    ("catalog", 6),
    ("state", 7),
    ("ui", 8),
    ("embed", 9),
];

/// Files that are nothing but rows may be longer than 500 lines.
const TABLES: &[&str] = &[
    "src/ui/locale/en.rs",
    "secret/cloud.rs",
    "secret/code.rs",
    "secret/data.rs",
    "secret/model.rs",
    "secret/payment.rs",
    "secret/chat.rs",
    "secret/file.rs",
    "secret/generic.rs",
    "secret/observability.rs",
];

fn sources() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    collect(&root.join("src"), &mut files);
    files.sort();
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).expect("a source file is readable");
        (path.strip_prefix(root).expect("it lies below the root").to_path_buf(), text)
    };
    files.into_iter().map(read).collect()
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a source folder is readable") {
        let path = entry.expect("an entry is readable").path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

/// The code of a file without its unit tests and without comments.
fn code(text: &str) -> String {
    let end = text.find("#[cfg(test)]").unwrap_or(text.len());
    text[..end].lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

fn floor(module: &str) -> Option<u8> {
    FLOORS.iter().find(|(name, _)| *name == module).map(|&(_, floor)| floor)
}

/// The top-level module that a file belongs to; none for the map and the binaries.
fn module(path: &Path) -> Option<String> {
    let step = path.components().nth(1)?.as_os_str().to_str()?;
    let name = step.trim_end_matches(".rs");
    (!["lib", "main", "bin"].contains(&name)).then(|| name.to_owned())
}

#[test]
fn every_file_opens_with_what_it_is_for() {
    for (path, text) in sources() {
        assert!(text.starts_with("//! "), "{} does not open with //!", path.display());
    }
}

#[test]
fn no_file_is_longer_than_500_lines_except_tables() {
    for (path, text) in sources() {
        let table = TABLES.iter().any(|table| path.ends_with(table));
        assert!(table || text.lines().count() <= 500, "{} has {} lines", path.display(), text.lines().count());
    }
}

#[test]
fn every_module_has_a_floor_and_uses_only_lower_ones() {
    for (path, text) in sources() {
        let Some(module) = module(&path) else { continue };
        let own = floor(&module).unwrap_or_else(|| panic!("{module} has no floor"));
        for used in code(&text).split("crate::").skip(1) {
            let inside = used.strip_prefix('{').unwrap_or(used);
            let name: String = inside.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            let lower = floor(&name).unwrap_or_else(|| panic!("{} uses crate::{name}, which has no floor", path.display()));
            assert!(lower <= own, "{} (floor {own}) uses {name} (floor {lower})", path.display());
        }
    }
}

#[test]
fn the_core_reads_no_clock_rolls_no_dice_and_logs_nothing() {
    let banned = [
        "SystemTime",
        "std::time",
        "Date::now",
        "getrandom",
        "rand::",
        "println!",
        "eprintln!",
        " log::",
        "thread_local!",
        "static mut",
    ];
    for (path, text) in sources() {
        let core = module(&path).and_then(|module| floor(&module)).is_some_and(|floor| floor <= 7);
        for word in banned.iter().filter(|_| core) {
            assert!(!code(&text).contains(word), "{} uses {word}", path.display());
        }
    }
}

#[test]
fn nothing_depends_on_the_order_of_a_hash_map() {
    for (path, text) in sources() {
        assert!(!code(&text).contains("HashMap") && !code(&text).contains("HashSet"), "{} uses a hash map", path.display());
    }
}

#[test]
fn only_the_web_floors_know_the_browser() {
    for (path, text) in sources() {
        let core = module(&path).and_then(|module| floor(&module)).is_some_and(|floor| floor <= 7);
        for word in ["web_sys", "js_sys", "wasm_bindgen", "leptos", "gloo"] {
            assert!(!core || !code(&text).contains(word), "{} uses {word}", path.display());
        }
    }
}

#[test]
fn widgets_know_no_domain_word() {
    for (path, text) in sources().into_iter().filter(|(path, _)| path.starts_with("src/ui/widgets")) {
        for module in ["record", "detect", "transform", "derive", "risk", "policy", "preview", "engine", "state"] {
            assert!(!code(&text).contains(&format!("crate::{module}")), "{} uses {module}", path.display());
        }
    }
}
