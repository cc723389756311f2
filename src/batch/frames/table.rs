//! Where the rows of a CSV text end: at line breaks outside of quotes (RFC 4180).

/// Where in a row the last byte stood.
#[derive(Debug)]
pub(super) struct Table {
    at: usize,
    /// None before the header has told: then whatever could separate does.
    delimiter: Option<u8>,
    place: Place,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Place {
    CellStart,
    Cell,
    Quoted,
    /// After a quote within quotes: it ends them, or stands for one together with the next.
    Quote,
}

impl Default for Table {
    fn default() -> Self {
        Self { at: 0, delimiter: None, place: Place::CellStart }
    }
}

impl Table {
    /// What separates the cells, once the header has told.
    pub(super) fn delimit(&mut self, delimiter: u8) {
        self.delimiter = Some(delimiter);
    }

    /// Where the next row ends, its line break included.
    pub(super) fn next_row(&mut self, text: &[u8]) -> Option<usize> {
        while let Some(&byte) = text.get(self.at) {
            self.at += 1;
            self.place = match (self.place, byte) {
                (Place::CellStart, b'"') | (Place::Quote, b'"') => Place::Quoted,
                (Place::Quoted, b'"') => Place::Quote,
                (Place::Quoted, _) => Place::Quoted,
                (_, b'\n') => {
                    self.place = Place::CellStart;
                    return Some(self.at);
                }
                (_, byte) if self.delimiter.map_or(b",;\t|".contains(&byte), |delimiter| delimiter == byte) => Place::CellStart,
                _ => Place::Cell,
            };
        }
        None
    }

    /// The first bytes of the text are gone.
    pub(super) fn move_back(&mut self, done: usize) {
        self.at -= done;
    }
}
