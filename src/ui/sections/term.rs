//! A word of the vendor's with its meaning behind it.

use crate::state::Term;
use crate::ui::Page;
use crate::ui::widgets::{el, many, small, tip};
use leptos::prelude::*;

/// The word as a button that explains it. `place` tells apart the places where it stands.
pub(super) fn term(page: Page, term: Term, place: &str) -> AnyView {
    let words = page.words.desk;
    let name = (words.term)(term);
    let note = many()
        .with(el("span", "dc-tip__title").with(name))
        .with(el("span", "").with((words.term_about)(term)))
        .with(small((words.term_source)(term).to_owned()));
    tip(page.id(&format!("term-{place}-{}", term.id())), (words.explain)(name), name, note)
}

/// Several words in a row.
pub(super) fn terms(page: Page, terms: &[Term], place: &str) -> AnyView {
    let words: Vec<_> = terms.iter().map(|of| term(page, *of, place)).collect();
    el("span", "dc-terms").set("role", "group").set("aria-label", page.words.desk.glossary).with(words).into_any()
}
