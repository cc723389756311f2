//! [`locate`]: the line and column at which what a JSON pointer names stands in a text, so that an error can be shown where it is.

/// A place in a text, counted from 1; columns in characters.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Spot {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
    /// UTF-16 code units before it.
    pub offset: usize,
}

/// Where the value at `pointer` (RFC 6901) begins in a JSON text; as deep as the text has it. None where the text is no JSON.
pub fn locate(text: &str, pointer: &str) -> Option<Spot> {
    let mut reader = Reader { text, at: 0 };
    reader.blank();
    let mut begins = reader.at;
    for step in pointer.split('/').skip(1) {
        let step = step.replace("~1", "/").replace("~0", "~");
        match reader.enter(&step) {
            Some(()) => begins = reader.at,
            None => break,
        }
    }
    text.get(..begins).map(spot)
}

fn spot(before: &str) -> Spot {
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    Spot {
        line: before.matches('\n').count() + 1,
        column: before[line_start..].chars().count() + 1,
        offset: before.encode_utf16().count(),
    }
}

/// Reads just enough JSON to skip values.
struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn blank(&mut self) {
        while self.peek().is_some_and(|byte| byte.is_ascii_whitespace()) {
            self.at += 1;
        }
    }

    fn eat(&mut self, byte: u8) -> Option<()> {
        self.blank();
        (self.peek() == Some(byte)).then(|| self.at += 1)
    }

    /// Goes to the start of a member or an item of the value that begins here.
    fn enter(&mut self, step: &str) -> Option<()> {
        self.blank();
        let start = self.at;
        let is_object = self.peek() == Some(b'{');
        if !is_object && self.peek() != Some(b'[') {
            return None;
        }
        self.at += 1;
        for index in 0.. {
            let found = if is_object {
                self.blank();
                let key = self.string()?;
                self.eat(b':')?;
                // Keys with escapes are compared as JSON reads them.
                serde_json::from_str::<String>(key).is_ok_and(|key| key == step)
            } else {
                step.parse() == Ok(index)
            };
            self.blank();
            if found {
                return Some(());
            }
            self.skip()?;
            if self.eat(b',').is_none() {
                break;
            }
        }
        self.at = start;
        None
    }

    fn string(&mut self) -> Option<&'a str> {
        let start = self.at;
        self.eat(b'"')?;
        while let Some(byte) = self.peek() {
            self.at += if byte == b'\\' { 2 } else { 1 };
            if byte == b'"' {
                return self.text.get(start..self.at);
            }
        }
        None
    }

    /// Goes behind the value that begins here.
    fn skip(&mut self) -> Option<()> {
        let mut depth = 0_usize;
        loop {
            self.blank();
            match self.peek()? {
                b'"' => drop(self.string()?),
                b'{' | b'[' => (depth, self.at) = (depth + 1, self.at + 1),
                b'}' | b']' => (depth, self.at) = (depth.checked_sub(1)?, self.at + 1),
                b',' | b':' => self.at += 1,
                _ => {
                    while self.peek().is_some_and(|byte| !byte.is_ascii_whitespace() && !b",:]}[{\"".contains(&byte)) {
                        self.at += 1;
                    }
                }
            }
            if depth == 0 {
                return Some(());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str, pointer: &str) -> Option<(usize, usize)> {
        locate(text, pointer).map(|spot| (spot.line, spot.column))
    }

    #[test]
    fn a_pointer_leads_to_its_value() {
        let text = "{\n  \"a\": [1, {\"x/y\": \"ä\", \"b\": 2}],\n  \"é\\u0301\": {\"c\": [true]}\n}";
        assert_eq!(at(text, ""), Some((1, 1)));
        assert_eq!(at(text, "/a"), Some((2, 8)));
        assert_eq!(at(text, "/a/1/x~1y"), Some((2, 20)));
        assert_eq!(at(text, "/a/1/b"), Some((2, 30)));
        assert_eq!(at(text, "/e\u{301}"), Some((1, 1)), "another spelling is another key");
        assert_eq!(at(text, "/é\u{301}/c/0"), Some((3, 21)));
    }

    #[test]
    fn what_is_not_there_leads_as_deep_as_there_is() {
        assert_eq!(at("{\"a\": {\"b\": 1}}", "/a/c"), Some((1, 7)));
        assert_eq!(at("[1, 2", "/7"), Some((1, 1)));
        assert_eq!(at("no json", "/a"), Some((1, 1)));
        assert_eq!(locate("{\"😀\": 1}", "/😀").map(|spot| (spot.column, spot.offset)), Some((7, 7)));
    }
}
