//! What the in-browser bench calls: the detector as it is shipped, one text in, the number of findings out. Built for
//! WebAssembly with the profile of the engine; `browser.mjs` runs it beside two peers.

/// The functions that the page calls.
#[cfg(target_arch = "wasm32")]
pub mod exports {
    use data_contribution::detect::{Detector, Hints, Names, People, Score};
    use std::sync::Arc;
    use wasm_bindgen::prelude::wasm_bindgen;

    const THRESHOLD: i32 = 50;

    thread_local! {
        static READY: (Detector, People) = {
            let names = Names::parse(include_bytes!("../www/names.bin")).expect("our own file");
            (Detector::default().with_names(Some(Arc::new(names))), People::default())
        };
    }

    /// Detects, weighs the context, resolves overlaps, and says how much was found.
    #[wasm_bindgen]
    pub fn found(text: &str) -> usize {
        READY.with(|(detector, people)| detector.detect(text, Hints { people, known: &[] }, Score::new(THRESHOLD)).findings.len())
    }
}

fn main() {}
