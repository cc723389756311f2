//! Rows of a CSV text (RFC 4180, and whatever else spreadsheets write), each with the line it starts on.

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

/// One row.
#[derive(PartialEq, Eq, Debug)]
pub(super) struct Row {
    /// The line it starts on, from 1; cells may hold line breaks.
    pub(super) line: usize,
    pub(super) cells: Vec<String>,
    /// Whether every quote that opens in it closes again.
    pub(super) is_closed: bool,
}

/// The rows of a text; empty lines are none.
pub(super) struct Rows<'a> {
    reader: Reader,
    /// What is left to read; then one line break, so that only an open quote can make the last row end with the text.
    rest: &'a [u8],
    last: &'static [u8],
    line: usize,
    out: Vec<u8>,
    ends: Vec<usize>,
}

impl<'a> Rows<'a> {
    pub(super) fn new(text: &'a str, delimiter: u8) -> Self {
        let reader = ReaderBuilder::new().delimiter(delimiter).build();
        Self { reader, rest: text.as_bytes(), last: b"\n", line: 1, out: vec![0; 1 << 12], ends: vec![0; 1 << 6] }
    }

    fn advance(&mut self, read: usize) {
        self.line += self.rest[..read].iter().filter(|&&byte| byte == b'\n').count();
        self.rest = &self.rest[read..];
        if self.rest.is_empty() {
            self.rest = std::mem::take(&mut self.last);
        }
    }

    fn row(&self, line: usize, cells: usize, is_closed: bool) -> Row {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        let ends = self.ends[..cells].iter();
        // Cells are cut at ASCII characters of valid UTF-8: nothing is lost here.
        let cell = |(start, end): (usize, &usize)| String::from_utf8_lossy(&self.out[start..*end]).into_owned();
        Row { line, cells: starts.zip(ends).map(cell).collect(), is_closed }
    }
}

impl Iterator for Rows<'_> {
    type Item = Row;

    fn next(&mut self) -> Option<Row> {
        self.advance(self.rest.iter().take_while(|byte| b"\r\n".contains(byte)).count());
        let line = self.line;
        let (mut written, mut cells) = (0, 0);
        loop {
            let is_closed = !self.rest.is_empty();
            let (out, ends) = (&mut self.out[written..], &mut self.ends[cells..]);
            let (result, read, wrote, ended) = self.reader.read_record(self.rest, out, ends);
            self.advance(read);
            (written, cells) = (written + wrote, cells + ended);
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => self.out.resize(self.out.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
                ReadRecordResult::Record => return Some(self.row(line, cells, is_closed)),
                ReadRecordResult::End => return None,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<(usize, Vec<String>, bool)> {
        Rows::new(text, b',').map(|row| (row.line, row.cells, row.is_closed)).collect()
    }

    fn row(line: usize, cells: &[&str], is_closed: bool) -> (usize, Vec<String>, bool) {
        (line, cells.iter().map(|cell| (*cell).to_owned()).collect(), is_closed)
    }

    #[test]
    fn quotes_hold_breaks_and_quotes() {
        let text = "a,b\r\n\r\n\"x\r\ny\",\"say \"\"hi\"\"\"\r\nü,";
        let wanted = [row(1, &["a", "b"], true), row(3, &["x\r\ny", "say \"hi\""], true), row(5, &["ü", ""], true)];
        assert_eq!(rows(text), wanted);
    }

    #[test]
    fn an_open_quote_is_noticed() {
        let found = rows("a,b\nx,\"y\nz");
        assert_eq!((found.len(), found[1].0, found[1].2), (2, 2, false));
        assert_eq!(rows(""), []);
    }

    #[test]
    fn long_and_wide_rows_are_whole() {
        let text = format!("{},{}\n{}", "x".repeat(100_000), "y".repeat(9), "z,".repeat(1000));
        let found = rows(&text);
        assert_eq!((found[0].1[0].len(), found[1].1.len(), found[1].0), (100_000, 1001, 2));
    }
}
