//! What the in-browser bench calls: the detector as it is shipped, with names and by rules alone, one text in, the number of
//! findings out. Built for WebAssembly with the profile of the engine; `browser.mjs` runs it beside two peers.

/// The functions that the page calls.
#[cfg(target_arch = "wasm32")]
pub mod exports {
    use data_contribution::detect::{Detector, Hints, Names, People, Score};
    use std::sync::Arc;
    use wasm_bindgen::prelude::wasm_bindgen;

    const THRESHOLD: i32 = 50;

    thread_local! {
        static RULES: Detector = Detector::default();
        static EVERYTHING: Detector = {
            let names = Names::parse(include_bytes!("../www/names.bin")).expect("our own file");
            Detector::default().with_names(Some(Arc::new(names)))
        };
        static NOBODY: People = People::default();
    }

    fn count(detector: &Detector, text: &str) -> usize {
        NOBODY.with(|people| detector.detect(text, Hints { people, known: &[] }, Score::new(THRESHOLD)).findings.len())
    }

    /// Detects, weighs the context, resolves overlaps, and says how much rules found.
    #[wasm_bindgen]
    pub fn rules(text: &str) -> usize {
        RULES.with(|detector| count(detector, text))
    }

    /// The same with the lexicon and the tagger.
    #[wasm_bindgen]
    pub fn everything(text: &str) -> usize {
        EVERYTHING.with(|detector| count(detector, text))
    }
}

fn main() {}
