//! TABLE pack: web addresses, cut where the address ends and the text goes on.

use super::row::{Proof, plain};
use crate::detect::{Anchor, Check, Edge, Edges, Entity, Recognizer, Score, check};

/// What a web address goes on with behind its host: it ends in no punctuation, and in a parenthesis only where it opened it.
macro_rules! path {
    () => {
        concat!("(?:", url_sign!(), r"*(?:[A-Za-z0-9_~%$&+=@/#-]|[\xC3-\xD4][\x80-\xBF]|\(", url_sign!(), r"*\)))*",)
    };
}

/// A character of a web address (RFC 3986, section 2, and letters of RFC 3987), without those that enclose it in wiki markup,
/// Markdown and prose.
macro_rules! url_sign {
    () => {
        r"(?:[A-Za-z0-9_~%$&+=@/#*:?!;,.'-]|[\xC3-\xD4][\x80-\xBF])"
    };
}

/// A host of two labels or more.
macro_rules! host {
    () => {
        "[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:[.][A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?){0,6}[.]"
    };
}

pub(crate) const ROWS: &[Recognizer] = &[
    Recognizer {
        edges: Edges { before: Edge::Handle, after: Edge::Handle },
        anchor: Anchor::Bytes(b"."),
        checks: &[Check::must("domain", check::domain)],
        ..plain(
            "domain-name",
            Entity::Url,
            Score::FAIR,
            concat!(host!(), "(?i:com|org|net|edu|gov|mil|co\\.uk)(?:/", path!(), ")?"),
            Proof {
                finds: &["see «docs.example.com/x(y)», or", "on «example.org».", "\"«shop.example.co.uk»\""],
                skips: &["ASP.NET", "asp.net", "com.example.web", "mia@localhost.com", "example.com.Main", "x.community"],
                source: "RFC 1035, section 2.3.1; IANA Root Zone Database",
            },
        )
    },
    Recognizer {
        edges: Edges { before: Edge::Word, after: Edge::Any },
        ..plain(
            "meeting-url",
            Entity::PrivateUrl,
            Score::STRONG,
            concat!(
                r"https?://(?:[A-Za-z0-9-]+\.)*(?:zoom\.us/(?:j|my|s|w|wc)/|teams\.(?:microsoft|live)\.com/(?:l/meetup-join|meet)/",
                r"|meet\.google\.com/[a-z]|webex\.com/|whereby\.com/|meet\.jit\.si/|calendly\.com/",
                ")",
                path!(),
            ),
            Proof {
                finds: &[
                    "join «https://us02web.zoom.us/j/81234567890?pwd=FAKE», then",
                    "(«https://meet.google.com/abc-defg-hij»)",
                ],
                skips: &["https://zoom.us/", "zoom.us/download", "meet.google.com"],
                source: "Zoom, Teams, Google Meet and Webex help pages on links",
            },
        )
    },
    Recognizer {
        edges: Edges { before: Edge::Word, after: Edge::Any },
        checks: &[Check::must("host", check::web_host)],
        ..plain(
            "url",
            Entity::Url,
            Score::LIKELY,
            concat!(
                "(?:(?i:https?|ftps?|sftp|wss?|rtsp|rtmp|ssh|git|ldaps?|smb)://(?:[A-Za-z0-9_]|[\\xC3-\\xD4][\\x80-\\xBF])|(?i:www)[.][A-Za-z0-9])",
                path!(),
            ),
            Proof {
                finds: &[
                    "on «http://www.example.org/», or",
                    "[text](«https://example.org/a_(b)»)",
                    "[text|«https://example.org/x»|smart-link]",
                    "(see «https://example.org/x»).",
                    "«https://example.org/?q=1&b=2#top»!",
                    "{«HTTPS://EXAMPLE.ORG»}",
                    "\"«www.example.org/x»\"",
                    "<«ftp://example.org/x»>",
                ],
                skips: &["http://", "https://${HOST}/x", "http://<host>/", "http://...", "http://server", "www.server", "wwwx"],
                source: "RFC 3986, section 3 and appendix C",
            },
        )
    },
];
