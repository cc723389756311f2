//! Tests of the folded view: what is undone, what stays, and that every span has one in the original.

use super::*;
use proptest::prelude::*;

fn folded(original: &str) -> String {
    View::new(original).text().to_owned()
}

fn cut(original: &str, needle: &str) -> String {
    let view = View::new(original);
    let at = view.text().find(needle).unwrap_or_else(|| panic!("{:?} has no {needle}", view.text()));
    let span = Span::new(view.text(), at..at + needle.len()).expect("a span");
    original[view.original(span).expect("inside").range()].to_owned()
}

#[test]
fn cuts_include_what_was_removed_inside_and_nothing_beside() {
    assert_eq!(cut(r"to \<mia\@example\.org\>", "mia@example.org"), r"mia\@example\.org");
    assert_eq!(cut("a\u{200b}M\u{ad}ia\u{200b} b", "Mia"), "M\u{ad}ia");
    assert_eq!(cut("４１５ x", "415"), "４１５");
    assert_eq!(cut(r"\_mia", "_mia"), "_mia");
    assert_eq!(cut("?to=mia%40example.org&x=1", "mia@example.org"), "mia%40example.org");
}

#[test]
fn a_part_of_what_was_one_sign_stands_for_all_of_it() {
    assert_eq!(cut("suﬀix", "f"), "ﬀ");
    assert_eq!(cut("suﬀix", "uf"), "uﬀ");
    assert_eq!(cut("suﬀix", "fi"), "ﬀi");
}

#[test]
fn escapes_of_every_writing_are_undone() {
    for (original, plain) in [
        ("mia&#64;example&period;org", "mia@example.org"),
        ("mia&#x40;example&#46;org", "mia@example.org"),
        ("mia&commat;example.org&nbsp;&lt;", "mia@example.org <"),
        ("R&D &unknown; &#xd800; a&b;", "R&D &unknown; &#xd800; a&b;"),
        ("mia=40example.org", "mia@example.org"),
        ("width=40 card=4012888888881881 x=3D", "width=40 card=4012888888881881 x=3D"),
        ("M=C3=BCller, a=3D\"b\"", "Müller, a=\"b\""),
        ("phone=%2B4930123456", "phone=+4930123456"),
        ("sig=ab%2Bcd%2Fe%3D", "sig=ab%2Bcd%2Fe%3D"),
        ("m%C3%BCller%2Bjira%40example%2Eorg /wiki/M%C3%BCller", "müller+jira@example.org /wiki/M%C3%BCller"),
        (
            r#"{\"mail\": \"mia@example.org\",\n\"url\": \"https:\/\/example.org\"}"#,
            "{\"mail\": \"mia@example.org\",\n\"url\": \"https://example.org\"}",
        ),
        (r"Hi Mia\nmia\u0040example.org", "Hi Mia\nmia@example.org"),
        (r"C:\Users\nina\test CORP\nina \\srv\nina\.x", r"C:\Users\nina\test CORP\nina \\srv\nina\.x"),
    ] {
        assert_eq!(folded(original), plain);
    }
}

#[test]
fn soft_line_breaks_join_and_underlines_stay() {
    let line = "a".repeat(70);
    assert_eq!(folded(&format!("{line}mia=\n@example.org")), format!("{line}mia@example.org"));
    assert_eq!(folded("owner=\nMia\n=====\nx"), "owner=\nMia\n=====\nx");
}

#[test]
fn styles_widths_and_scripts_become_plain() {
    for (original, plain) in [
        ("𝓶𝓲𝓪＠ｅｘａｍｐｌｅ。org", "mia@example.org"),
        ("٤١٥ ४१५ ๔๑๕ ４１５", "415 415 415 415"),
        ("⁴¹⁵ ④①⑤ 4️⃣1️⃣5️⃣", "415 415 415"),
        ("see 415¹² and m² ① first 1②", "see 415¹² and m² ① first 1②"),
        ("mіа.krueger@exаmple.org", "mia.krueger@example.org"),
        ("Привет мир, Jira-задача, сеть USBшина", "Привет мир, Jira-задача, сеть USBшина"),
        ("a\u{2009}b\u{2011}c", "a b-c"),
        ("ﬁle o\u{202e}ffi\u{2066}ce \u{e0041}x", "file office x"),
    ] {
        assert_eq!(folded(original), plain);
    }
}

#[test]
fn plain_text_is_borrowed() {
    for text in ["Grüße aus Köln 😀", r"C:\Users\mia\.ssh", "a = b & c % d, Привет «мир»", "“quoted” – no", "x=1&y=2"]
    {
        assert_eq!(matches!(View::new(text).text, Cow::Borrowed(_)), !text.contains('–'), "{text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_span_of_the_folded_text_has_one_in_the_original(
        pieces in proptest::collection::vec(
            prop_oneof![
                "\\PC{0,3}",
                "[a-z@. \\n0-9=%&\\\\]{1,4}",
                Just("&#64;".to_owned()), Just("=C3=BC".to_owned()), Just("\\u0040".to_owned()), Just("\u{200b}".to_owned()),
                Just("ﬃ".to_owned()), Just("𝐦".to_owned()), Just("е\u{301}".to_owned()), Just("4\u{fe0f}\u{20e3}".to_owned()),
                Just("👩‍👩‍👧".to_owned()), Just("&shy;".to_owned()), Just("%C3%BC@".to_owned()), Just("\\n".to_owned()),
            ],
            0..16,
        ),
        from in 0usize..64,
        length in 1usize..16,
    ) {
        let original = pieces.concat();
        let view = View::new(&original);
        let starts: Vec<usize> = view.text().char_indices().map(|(at, _)| at).chain([view.text().len()]).collect();
        let from = from.min(starts.len() - 1);
        let Some(span) = Span::new(view.text(), starts[from]..starts[(from + length).min(starts.len() - 1)]) else { return Ok(()) };
        let cut = view.original(span).expect("a span of the original");
        // What stands alone folds to itself or to a part of it; signs that need their neighbors may stay.
        let unchanged = view.evidence(span).is_empty();
        prop_assert!(!unchanged || original[cut.range()] == view.text()[span.range()]);
    }
}
