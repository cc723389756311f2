//! What stands for "a secret goes here": templates, documented examples, words that name a secret instead of being one.

/// Not what documentation writes where a secret belongs: `<password>`, `${TOKEN}`, `xxxx`, `changeme`, `…EXAMPLE`.
pub fn not_placeholder(value: &str) -> bool {
    let lower = value.to_ascii_lowercase();
    let named = NAMED.binary_search(&lower.trim_end_matches(|c: char| !c.is_ascii_alphanumeric())).is_ok();
    let mine = MINE.iter().any(|mark| lower.contains(mark)) && !lower.bytes().any(|byte| byte.is_ascii_digit());
    distinct(&lower) >= 4 && !named && !mine && !is_template(&lower) && !MARKS.iter().any(|mark| lower.contains(mark))
}

/// A token of a provider's own shape that is no documented example. What else is written in its place (the same letter again
/// and again) has the shape all the same, and is none of ours to call harmless.
pub fn complete_token(value: &str) -> bool {
    let lower = value.to_ascii_lowercase();
    !is_template(&lower) && !EXAMPLES.iter().any(|mark| lower.contains(mark))
}

/// An address with a path long enough to be a secret, and no documented example; the host may be one.
pub fn complete_address(value: &str) -> bool {
    let path = value.splitn(4, '/').nth(3).unwrap_or(value);
    path.len() >= 12 && complete_token(path)
}

/// A value behind `password=` and the like, without quotes around it, that is no expression of a programming language.
pub fn secret_value(value: &str) -> bool {
    let word = value.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'_');
    let code = value.contains(['(', '[', '{', '|']) || value.contains("::") || value.contains("->");
    let named = |part: &str| {
        part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_') && part.starts_with(|c: char| !c.is_ascii_digit())
    };
    let member = value.contains('.')
        && value.split('.').all(named)
        && value.split('.').filter(|part| part.bytes().any(|byte| byte.is_ascii_digit())).count() * 2 < value.split('.').count();
    not_placeholder(value) && !word && !code && !member
}

/// How many different bytes there are.
pub(super) fn distinct(value: &str) -> usize {
    let mut seen = [false; 256];
    value.bytes().filter(|&byte| !std::mem::replace(&mut seen[usize::from(byte)], true)).count()
}

/// Something that is replaced before it is used: a variable, a template's hole, a call.
fn is_template(lower: &str) -> bool {
    let lower = lower.trim_start_matches('\\');
    let entity = lower.strip_prefix('&').is_some_and(|rest| rest.starts_with("lt;") || rest.starts_with("quot;"));
    let wrapped = lower.starts_with(['<', '{', '[', '*', '#', '(']) || lower.ends_with(['>', '}', '*']);
    let variable = lower.strip_prefix(['$', '%', '@', ':']).is_some_and(|name| {
        let name = name.split('/').next().unwrap_or(name).trim_end_matches(['%', '@']);
        !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphabetic() || b"_.->[]'".contains(&byte))
    });
    entity || wrapped || variable || HOLES.iter().any(|hole| lower.contains(hole))
}

/// What opens a hole in a template, or calls something.
const HOLES: &[&str] = &["${", "{{", "$(", "#{", "<%", "%(", "%{", "$env:", "process.env", "os.environ", "getenv(", "secrets."];

/// What the documented examples of providers have in common.
const EXAMPLES: &[&str] = &["xxxxxx", "example", "......", "******", "your_", "your-", "placeholder"];

/// What marks a stand-in, wherever it appears in a value.
const MARKS: &[&str] = &[
    "xxxx",
    "example",
    "your-",
    "your_",
    "yourp",
    "yourt",
    "yours",
    "yourk",
    "youra",
    "placeholder",
    "redacted",
    "dummy",
    "...",
    "****",
    "changeme",
    "change_me",
    "change-me",
    "insert_",
    "insert-",
    "replace_",
    "replace-",
    "todo",
    "goes here",
    "goes_here",
    "/path/",
    "wjalrxutnfemi",
    "_here",
    "-here",
];

/// What marks a stand-in unless there is a digit in it: then somebody chose it as a password.
const MINE: &[&str] = &["mypass", "mysecret", "my_secret", "my-secret", "some_secret"];

/// What stands for "a password goes here", or for no value. Sorted.
#[rustfmt::skip]
const NAMED: &[&str] = &[
    "bool", "boolean", "changeit", "char", "clear", "config", "const", "default", "disabled", "empty", "enabled", "false",
    "function", "guest", "hidden", "integer", "invalid", "missing", "newpassword", "none", "not-set", "null", "number",
    "object", "optional", "pass", "passwd", "password", "passwort", "plain", "plaintext", "private", "public", "pwd",
    "required", "secret", "secure", "self", "str", "string", "test", "testing", "text", "this", "token", "true", "undefined",
    "unknown", "username", "value", "varchar", "void",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_no_secrets() {
        assert!(NAMED.is_sorted());
        for text in ["<password>", "${TOKEN}", "xxxxxxxx", "changeme", "AKIAIOSFODNN7EXAMPLE", "aaaa", "your-key", "********"] {
            assert!(!not_placeholder(text), "{text}");
        }
        for text in ["$PASSWORD", "%nothing%", "&lt;YOURPASSWORD&gt;", "#{pass}", "$config->pass", "process.env.PASS"] {
            assert!(!not_placeholder(text), "{text}");
        }
        assert!(!not_placeholder("my_secret_password") && not_placeholder("mySecret519"));
        assert!(not_placeholder("mule%40123") && not_placeholder("tiger7moon") && not_placeholder("$uper$ecret7"));
        assert!(!secret_value("getPassword()") && !secret_value("config.db.pass") && !secret_value("string"));
        assert!(!secret_value("cfg.db2.password.value") && secret_value("m00n.t1ger"));
    }

    #[test]
    fn a_complete_token_is_taken_at_its_word() {
        assert!(complete_token("zz_AAAAAAAAAAAA") && !complete_token("zz_xxxxxxxx") && !complete_token("AKIAIOSFODNN7EXAMPLE"));
    }
}
