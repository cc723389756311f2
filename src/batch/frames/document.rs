//! The items of one JSON document, or of several in a row.

use crate::record::parse::LISTS;
use std::ops::Range;

/// Where in a document the last byte stood.
#[derive(Debug, Default)]
pub(super) struct Document {
    /// How many bytes of the text have been looked at.
    at: usize,
    depth: usize,
    /// How deep the items stand: 0 where the document itself is the record.
    items: usize,
    /// Where the item begins that has not ended.
    start: Option<usize>,
    quoted: bool,
    escaped: bool,
    /// The member of the document that is being read, as far as lists have such names.
    key: Vec<u8>,
    reads_key: bool,
    is_list: bool,
}

/// No list has a longer name.
const LONGEST_KEY: usize = 16;

impl Document {
    /// Gives the range of every item that ends in the text, and says how many bytes are done with.
    pub(super) fn cut(&mut self, text: &[u8], give: &mut dyn FnMut(Range<usize>)) -> usize {
        while let Some(&byte) = text.get(self.at) {
            if self.quoted {
                self.inside(byte);
            } else {
                self.outside(byte, give);
            }
            self.at += 1;
        }
        let done = self.start.unwrap_or(self.at);
        self.start = self.start.map(|_| 0);
        self.at -= done;
        done
    }

    /// Whether something that began has not ended.
    pub(super) fn is_open(&self) -> bool {
        self.depth > 0 || self.quoted
    }

    /// Gives up the item that began; its text is gone.
    pub(super) fn pass_over(&mut self) {
        (self.start, self.at) = (None, 0);
    }

    fn inside(&mut self, byte: u8) {
        match byte {
            _ if self.escaped => self.escaped = false,
            b'\\' => self.escaped = true,
            b'"' => (self.quoted, self.reads_key) = (false, false),
            _ if self.reads_key && self.key.len() < LONGEST_KEY => self.key.push(byte),
            _ => {}
        }
    }

    fn outside(&mut self, byte: u8, give: &mut dyn FnMut(Range<usize>)) {
        let is_top = self.depth == 1 && self.items == 0;
        match byte {
            b'"' => {
                self.quoted = true;
                if is_top && !self.is_list {
                    self.key.clear();
                    self.reads_key = true;
                }
            }
            b':' if is_top => self.is_list = LISTS.iter().any(|list| list.as_bytes() == self.key),
            b',' if is_top => self.is_list = false,
            b'[' | b'{' => self.open(byte, is_top),
            b']' | b'}' => self.close(give),
            _ => {}
        }
    }

    fn open(&mut self, byte: u8, is_top: bool) {
        if byte == b'[' && (self.depth == 0 || is_top && self.is_list) {
            // What stands around the list is no record.
            (self.items, self.start) = (self.depth + 1, None);
        } else if byte == b'{' && self.depth == self.items && self.start.is_none() {
            self.start = Some(self.at);
        }
        if self.depth == 0 {
            (self.is_list, self.key) = (false, Vec::new());
        }
        self.depth += 1;
    }

    fn close(&mut self, give: &mut dyn FnMut(Range<usize>)) {
        self.depth = self.depth.saturating_sub(1);
        if self.depth < self.items {
            (self.items, self.is_list) = (0, false);
            self.start = None;
        } else if self.depth == self.items
            && let Some(start) = self.start.take()
        {
            give(start..self.at + 1);
        }
    }
}
