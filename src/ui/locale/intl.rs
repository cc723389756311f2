//! Numbers and months as a language writes them, by the browser's own tables (ECMA-402).

use js_sys::{Date, Number, Object, Reflect};

/// A number in groups of digits, as the language groups them.
pub(super) fn grouped(language: &str, number: usize) -> String {
    // Below a thousand no language groups, and asking costs more than writing.
    if number < 1_000 { number.to_string() } else { Number::from(number as f64).to_locale_string(language).into() }
}

/// The name of a month, 0 to 11, `long` or `short`.
pub(super) fn month(language: &str, month: usize, length: &str) -> String {
    let options = Object::new();
    // The object is ours and plain: nothing can be refused there.
    for (name, value) in [("month", length), ("timeZone", "UTC")] {
        let _ = Reflect::set(&options, &name.into(), &value.into());
    }
    let day = Date::new(&Date::utc(2_000.0, month as f64).into());
    day.to_locale_date_string(language, &options).into()
}
