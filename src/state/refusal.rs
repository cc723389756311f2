//! [`Refusal`]: why there is no preview, as it arrives from the engine's side. It says what and where, never what stood there.

use crate::record::parse;
use crate::table::table;

/// The row of a refusal code.
#[derive(Debug)]
pub struct RefusalRow {
    /// Stable id, as the host's promise rejects with it.
    pub id: &'static str,
}

table! {
    /// Why there is no preview.
    pub enum RefusalCode: RefusalRow {
        /// There is nothing but white space.
        Empty => RefusalRow { id: "empty" },
        /// The bytes are no text.
        NotText => RefusalRow { id: "not-text" },
        /// It starts like JSON and is not; [`Refusal::fault`] says how.
        Malformed => RefusalRow { id: "malformed" },
        /// It is well-formed and no known record.
        NoRecord => RefusalRow { id: "no-record" },
        /// One of the host's documents cannot be used.
        Document => RefusalRow { id: "document" },
        /// The engine does not carry this sample.
        UnknownSample => RefusalRow { id: "unknown-sample" },
        /// The file of the samples did not arrive.
        LoadSamples => RefusalRow { id: "load-samples" },
        /// The pseudonym key is no key.
        MalformedKey => RefusalRow { id: "malformed-key" },
        /// The engine needed more than its five seconds and was restarted.
        EngineTimeout => RefusalRow { id: "engine-timeout" },
        /// The engine stopped on this record and was restarted.
        EngineTrap => RefusalRow { id: "engine-trap" },
        /// The engine does not start, or did not understand the question.
        EngineStart => RefusalRow { id: "engine-start" },
    }
}

table! {
    /// What is wrong with malformed JSON.
    pub enum Fault: RefusalRow {
        /// A character that JSON does not allow there.
        Syntax => RefusalRow { id: "syntax" },
        /// It ends in the middle.
        Truncated => RefusalRow { id: "truncated" },
        /// It is nested deeper than the engine reads.
        TooDeep => RefusalRow { id: "too-deep" },
        /// A row of a table has another number of cells than its header.
        Columns => RefusalRow { id: "columns" },
    }
}

/// Why there is no preview, and where.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Refusal {
    /// What is wrong.
    pub code: RefusalCode,
    /// For malformed JSON: what is wrong with it.
    pub fault: Fault,
    /// Line and column, from 1.
    pub at: Option<(u32, u32)>,
    /// Byte offset of the first byte that does not fit; in a host's document UTF-16 code units of the text at the place.
    pub offset: Option<u32>,
    /// JSON pointer of the place.
    pub pointer: Option<String>,
    /// A code for what was expected there.
    pub expected: Option<String>,
    /// Which of the host's documents.
    pub which: Option<String>,
    /// What is demanded there.
    pub demand: Option<String>,
}

impl Refusal {
    /// A refusal without a place.
    pub fn of(code: RefusalCode) -> Self {
        Self { code, fault: Fault::Syntax, at: None, offset: None, pointer: None, expected: None, which: None, demand: None }
    }

    /// Whether the engine itself is at fault, not the record.
    pub fn is_of_engine(&self) -> bool {
        matches!(self.code, RefusalCode::EngineTimeout | RefusalCode::EngineTrap | RefusalCode::EngineStart)
    }
}

/// Reads the bytes of a file as text.
///
/// # Errors
/// [`RefusalCode::NotText`] with the offset of the first byte that does not fit.
pub fn decode(bytes: &[u8]) -> Result<String, Refusal> {
    match parse::decode(bytes) {
        Ok(text) => Ok(text.into_owned()),
        Err(parse::Error::NotText { offset }) => {
            Err(Refusal { offset: u32::try_from(offset).ok(), ..Refusal::of(RefusalCode::NotText) })
        }
        Err(parse::Error::Empty | parse::Error::Malformed { .. } | parse::Error::NoRecord { .. }) => {
            Err(Refusal::of(RefusalCode::NotText))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_image_is_no_text_and_a_mark_is_cut() {
        let png = decode(&[0x89, b'P', b'N', b'G']).unwrap_err();
        assert_eq!((png.code, png.offset), (RefusalCode::NotText, Some(0)));
        assert_eq!(decode("\u{feff}a".as_bytes()).unwrap(), "a");
        assert_eq!(decode(&[0xff, 0xfe, b'a', 0]).unwrap(), "a");
    }
}
