//! TABLE pack: machines, and the people whose names stand in paths and addresses.

use super::row::{Proof, plain};
use crate::detect::{Anchor, Check, Edge, Edges, Entity, Lead, Recognizer, Score, check, compiled, proving};

const VERSIONS: &[&str] = &["build", "release", "rev", "v", "ver", "version", "versions"];

/// Six or eight pairs of hexadecimal digits.
macro_rules! pairs {
    ($sign:literal) => {
        concat!("[0-9A-Fa-f]{2}(?:", $sign, "[0-9A-Fa-f]{2}){5}(?:(?:", $sign, "[0-9A-Fa-f]{2}){2})?")
    };
}

/// What a degree of latitude or longitude is written as.
macro_rules! degrees {
    () => {
        r"[0-9]{1,3}(?:\.[0-9]+)? ?\xC2\xB0 ?(?:[0-5]?[0-9](?:\.[0-9]+)? ?(?:'|\xE2\x80\xB2|\xE2\x80\x99) ?(?:[0-5]?[0-9](?:\.[0-9]+)? ?(?:\x22|''|\xE2\x80\xB3|\xE2\x80\x9D) ?)?)?"
    };
}

const PLACE_WORDS: &[&str] =
    &["coordinates", "coords", "geo", "gps", "koordinaten", "lat", "latitude", "lng", "location", "lon", "longitude", "position"];

pub(crate) const ROWS: &[Recognizer] = &[
    Recognizer {
        lead: Lead::trigger("(?:author|committer|tagger|Commit:|Merge:) {1,5}"),
        edges: Edges { before: Edge::Word, after: Edge::Handle },
        checks: &[Check::must("person-name", check::person_name)],
        context: &["author", "committer", "tagger", "commit", "merge"],
        ..plain(
            "commit-author",
            Entity::Person,
            Score::LIKELY,
            "(?u:[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁ][a-zß-öø-ÿĀ-žа-яё]+(?:[ -](?:[A-Z]\\. )?[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁ][a-zß-öø-ÿĀ-žа-яё]+){1,3})",
            Proof {
                finds: &["author «Mia Krüger» <x>", "Commit:     «Jean-Luc Moreau» <x>"],
                skips: &["author unknown", "authors Mia Krüger", "Commit: Fix tests"],
                source: "git-cat-file(1), git-log(1), format fuller",
            },
        )
    },
    Recognizer {
        edges: Edges { before: Edge::Number, after: Edge::Word },
        checks: &[Check::must("within-range", check::coordinates)],
        context: PLACE_WORDS,
        ..plain(
            "coordinates",
            Entity::Coordinates,
            Score::WEAK,
            r"[+-]?[0-9]{1,2}\.[0-9]{3,}(?:[,;/] ?| )[+-]?[0-9]{1,3}\.[0-9]{3,}",
            Proof {
                finds: &["GPS «48.20820, 16.37380» is", "location: «-33.8688,151.2093»"],
                skips: &["loss 0.1234, 0.5678", "GPS 98.2082, 16.3738", "GPS 48.2, 16.3", "1.2.3456, 7.8910"],
                source: "ISO 6709, annex D (text representation)",
            },
        )
    },
    Recognizer {
        lead: Lead::form(r#"(?i:lat|latitude|lng|lon|longitude)["']?[ ]?[:=][ ]?["']?"#),
        edges: Edges { before: Edge::Word, after: Edge::Number },
        ..plain(
            "coordinates-assigned",
            Entity::Coordinates,
            Score::LIKELY,
            r"[+-]?(?:1[0-7][0-9]|[0-9]{1,2})\.[0-9]{3,}",
            Proof {
                finds: &["{\"lat\": «48.20820», x", "longitude=«-151.2093»"],
                skips: &["flat: 48.2082", "lat: 48.2", "lon=248.2082"],
                source: "ISO 6709, clause 6",
            },
        )
    },
    Recognizer {
        edges: Edges { before: Edge::Number, after: Edge::Word },
        ..plain(
            "coordinates-degrees",
            Entity::Coordinates,
            Score::STRONG,
            concat!(
                degrees!(),
                "[NSns],? ?",
                degrees!(),
                "[EWOewo]",
                r"|geo:-?[0-9]{1,2}\.[0-9]+,-?[0-9]{1,3}\.[0-9]+|[+-][0-9]{2}(?:\.[0-9]+)[+-][01][0-9]{2}\.[0-9]+/",
            ),
            Proof {
                finds: &[
                    "at «48°12'30\"N 16°22'23\"E», near",
                    "«geo:48.2010,16.3695»;u=35",
                    "«+48.2082+016.3738/»",
                    "«48.2° N, 16.3° E»",
                ],
                skips: &["turn 48° now", "geo:home", "+48.2082"],
                source: "ISO 6709, annexes D and H; RFC 5870",
            },
        )
    },
    Recognizer {
        id: "home-directory",
        entity: Entity::Username,
        score: Score::STRONG,
        lead: Lead::form(r"(?:/var)?/home/|/Users/|[A-Za-z]:(?:\\{1,2}|/)(?:Users|home|Documents and Settings)(?:\\{1,2}|/)"),
        pattern: compiled(r"(?:[A-Za-z0-9]|[\xC3-\xD3][\x80-\xBF])(?:[._-]?(?:[A-Za-z0-9]|[\xC3-\xD3][\x80-\xBF])){1,31}"),
        edges: Edges { before: Edge::Word, after: Edge::Token },
        anchor: Anchor::Start,
        checks: &[Check::must("account-name", check::account_name)],
        reserved: None,
        context: &[],
        unless: &[],
        finds: proving(&[
            "at /home/«mkrueger»/src/main.rs",
            r"in C:\Users\«mia.krueger»\AppData",
            r"path C:\\Users\\«mia»\\x",
            "file:///Users/«mia»/web",
        ]),
        skips: proving(&["/home/ubuntu/app", "/Users/Shared/x", "example.org/home/news", "/homes/mia"]),
        source: "Filesystem Hierarchy Standard 3.0, section 3.8; Windows known folder FOLDERID_Profile",
    },
    Recognizer {
        edges: Edges { before: Edge::Token, after: Edge::Handle },
        anchor: Anchor::Bytes(b"."),
        checks: &[Check::must("machine-name", check::machine_name)],
        ..plain(
            "host-name",
            Entity::HostName,
            Score::LIKELY,
            r"[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?){0,6}\.(?i:local|internal|corp|lan|intra|intranet|localdomain|home\.arpa)(?::[0-9]{1,5})?",
            Proof {
                finds: &["ssh to «db-01.prod.internal» failed", "ping «nas2.local:80»", "on «build.eu.corp»."],
                skips: &[
                    "appsettings.local.json",
                    "settings.local",
                    "org.gradle.internal",
                    "sun.internal.Misc",
                    "the local network",
                ],
                source: "RFC 6762, section 3 and appendix G; RFC 8375; ICANN board resolution 2024.07.29.06 (.internal)",
            },
        )
    },
    Recognizer {
        id: "ipv4",
        entity: Entity::IpAddress,
        score: Score::LIKELY,
        lead: Lead::None,
        pattern: compiled(r"[0-9]{1,3}(?:\.[0-9]{1,3}){3}(?:/[0-9]{1,2})?"),
        edges: Edges::both(Edge::Address),
        anchor: Anchor::Start,
        checks: &[Check::must("ipv4", check::ipv4_not_version)],
        reserved: Some(check::reserved_ip),
        context: &["address", "client", "host", "ip", "server"],
        unless: VERSIONS,
        finds: proving(&[
            "from «203.0.113.9» port 22",
            "http://«192.168.2.11»:8080/x",
            r"host\[«198.51.100.7»\]:25",
            "route «192.168.1.0/24».",
        ]),
        skips: proving(&["version 1.2.3.4", "v1.2.3.4", "1.2.3.4.5", "256.1.1.1", "Chrome/98.0.4758.102", "01.02.03.04"]),
        source: "RFC 791; RFC 6943, section 3.1.1",
    },
    Recognizer {
        id: "ipv4-or-version",
        entity: Entity::IpAddress,
        score: Score::WEAK,
        lead: Lead::None,
        pattern: compiled(r"[0-9]{1,2}(?:\.[0-9]{1,2}){3}"),
        edges: Edges::both(Edge::Address),
        anchor: Anchor::Start,
        checks: &[Check::must("ipv4", check::ipv4)],
        reserved: Some(check::reserved_ip),
        context: &["address", "addr", "client", "dns", "host", "http", "https", "ip", "ping", "port", "server", "ssh"],
        unless: VERSIONS,
        finds: proving(&["server «1.1.1.1» answers", "http://«2.0.0.11»:80/"]),
        skips: proving(&["Firefox 2.0.0.11", "the 1.1.2.1 release", "1.2.3.4"]),
        source: "RFC 791; versions of four parts look the same",
    },
    Recognizer {
        id: "ipv6",
        entity: Entity::IpAddress,
        score: Score::LIKELY,
        lead: Lead::None,
        pattern: compiled(
            r"(?:[0-9A-Fa-f]{1,4}:|::)(?:[0-9A-Fa-f]{0,4}:){0,6}(?:[0-9A-Fa-f]{1,4}|[0-9]{1,3}(?:\.[0-9]{1,3}){3})?(?:/[0-9]{1,3}|%[A-Za-z0-9][A-Za-z0-9._-]{0,14})?",
        ),
        edges: Edges { before: Edge::Number, after: Edge::Pair },
        anchor: Anchor::Bytes(b":"),
        checks: &[Check::must("ipv6", check::ipv6)],
        reserved: Some(check::reserved_ip),
        context: &["address", "host", "ip", "ipv6"],
        unless: &[],
        finds: proving(&[
            "from «2001:db8::8a2e:370:7334» port",
            "[«fe80::1ff:fe23:4567:890a»]:80",
            "«::ffff:192.0.2.1»",
            "«fe80::1%eth0»",
            "«2001:db8::/32»",
            "route «::/0» is",
        ]),
        skips: proving(&[
            "at 12:34:56",
            "00:1b:44:11:3a:b7",
            "std::vec::Vec",
            "a::b",
            "dead::beef",
            "::",
            "::/129",
            "2001::db8::1",
        ]),
        source: "RFC 4291, section 2.2; RFC 5952",
    },
    Recognizer {
        edges: Edges::both(Edge::Token),
        checks: &[Check::must("ipv6", check::any_ipv6)],
        context: &["ip", "ipv6"],
        ..plain(
            "ipv6-unspecified",
            Entity::IpAddress,
            // Not even where it is all of the text: it is the address of no machine, and an operator of most languages.
            Score::WEAK,
            "::",
            Proof {
                finds: &["IPv6 «::»", "the ip «::» is"],
                skips: &["std::vec", "Foo :: Bar", "::"],
                source: "RFC 4291, section 2.5.2",
            },
        )
    },
    Recognizer {
        edges: Edges::both(Edge::Pair),
        checks: &[Check::must("hardware-address", check::hardware_address)],
        reserved: Some(check::reserved_hardware),
        ..plain(
            "mac",
            Entity::MacAddress,
            Score::LIKELY,
            concat!(pairs!(":"), "|", pairs!("-"), r"|[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4}"),
            Proof {
                finds: &[
                    "ether «00:1b:44:11:3a:b7» up",
                    "«00-00-5E-00-53-01»",
                    "mac «001b.4411.3ab7»",
                    "«00:1b:44:ff:fe:11:3a:b7»",
                ],
                skips: &["00:00:00:00:00:00", "00:1b:44:11:3a:b7:00:1b:44:11", "10:45:33", "00:1b-44:11:3a:b7"],
                source: "IEEE Std 802, clause 8; RFC 7042",
            },
        )
    },
    Recognizer {
        checks: &[Check::must("hardware-address", check::hardware_address), Check::must("mixed", check::mixed)],
        reserved: Some(check::reserved_hardware),
        context: &["bssid", "ether", "ethernet", "hwaddr", "lladdr", "mac", "macaddress"],
        ..plain(
            "mac-plain",
            Entity::MacAddress,
            Score::WEAK,
            "[0-9A-Fa-f]{12}",
            Proof {
                finds: &["MAC: «001b44113ab7»", "hwaddr=«001B44113AB7»"],
                skips: &["commit 001b44113ab7", "mac 123456789012"],
                source: "IEEE Std 802, clause 8",
            },
        )
    },
    Recognizer {
        lead: Lead::form("(?i:(?:meeting|webinar|konferenz|besprechungs)[- ]?(?:id|nummer|number)) ?[:=]? ?"),
        edges: Edges { before: Edge::Word, after: Edge::Number },
        ..plain(
            "meeting-id",
            Entity::PrivateUrl,
            Score::LIKELY,
            "[0-9]{3}[ -]?[0-9]{3,4}[ -]?[0-9]{3,4}(?:[ -]?[0-9]{3})?",
            Proof {
                finds: &["Meeting ID: «812 3456 7890»", "Meeting-ID «312 456 789 012»"],
                skips: &["meeting in 812 days", "Meeting ID: 12"],
                source: "Zoom Support, Meeting and webinar ids; Microsoft Support, Join a meeting in Teams",
            },
        )
    },
    Recognizer {
        lead: Lead::form("(?i:message-id|in-reply-to|references|x-message-id):[ \\t]*<"),
        edges: Edges { before: Edge::Word, after: Edge::Any },
        ..plain(
            "message-id",
            Entity::MessageId,
            Score::CERTAIN,
            r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+@[A-Za-z0-9._\[\]:-]*[A-Za-z0-9\]]",
            Proof {
                finds: &["Message-ID: <«17.0.FAKE@mail.example.org»>", "In-Reply-To: <«CAFAKE=x@mail.example.com»>"],
                skips: &["Message-ID: none", "the message id <mia>"],
                source: "RFC 5322, section 3.6.4",
            },
        )
    },
    Recognizer {
        id: "url-password",
        entity: Entity::Password,
        score: Score::STRONG,
        lead: Lead::form(r"[A-Za-z][A-Za-z0-9+.-]{1,15}://"),
        pattern: compiled(r"[A-Za-z0-9._~%!$&'*+,;=-]*:[^\x00-\x20/@:<>\x22\x7F-\xFF]+"),
        edges: Edges { before: Edge::Word, after: Edge::UserPart },
        anchor: Anchor::Bytes(b":"),
        checks: &[Check::must("no-placeholder", check::url_password)],
        reserved: None,
        context: &[],
        unless: &[],
        finds: proving(&["zk://«mesos:tiger7moon»@192.0.2.1:2181/x", "https://«web:s3cr3tive»@example.org/web"]),
        skips: proving(&["http://example.org:8080/@x", "https://user:password@example.org/", "ftp://u:${PASS}@example.org"]),
        source: "RFC 3986, section 3.2.1 (userinfo)",
    },
    Recognizer {
        id: "url-secret-parameter",
        entity: Entity::AccessToken,
        score: Score::STRONG,
        lead: Lead::form(
            r"[?&;#](?i:[a-z_-]*(?:token|secret|passw(?:or)?d|apikey|api_key|api-key|signature)|sig|key|code|auth|jwt|x-amz-signature|sessionid|jsessionid)=",
        ),
        pattern: compiled(r"[A-Za-z0-9._~%+/-]{8,}=?=?"),
        edges: Edges { before: Edge::Any, after: Edge::Word },
        anchor: Anchor::Start,
        checks: &[Check::must("no-placeholder", check::parameter_secret)],
        reserved: None,
        context: &[],
        unless: &[],
        finds: proving(&[
            "https://example.org/x?token=«a1b2c3d4e5f6a7b8»&y=1",
            "https://example.org/?id=3&sig=«k9J2mQ7xT4%2Fb»#top",
        ]),
        skips: proving(&[
            "https://example.org/x?token=abc",
            "https://example.org/?key=WEB-1482",
            "https://example.org/?code=javascript",
        ]),
        source: "RFC 6750, section 2.3 (tokens in the query)",
    },
    Recognizer {
        id: "url-user",
        entity: Entity::Username,
        score: Score::STRONG,
        lead: Lead::form(r"[A-Za-z][A-Za-z0-9+.-]{1,15}://"),
        pattern: compiled(r"[A-Za-z0-9._~%!$&'*+,;=-]+"),
        edges: Edges { before: Edge::Word, after: Edge::UserPart },
        anchor: Anchor::Bytes(b":"),
        checks: &[Check::must("personal-user-part", check::url_user)],
        reserved: None,
        context: &[],
        unless: &[],
        finds: proving(&["clone <https://«mkrueger»@bitbucket.org/web>.", "[repo|ssh://«mia»@example.org:22/web]"]),
        skips: proving(&["https://example.org/mia@web", "ssh://git@github.com/team/web.git", "https://example.org/"]),
        source: "RFC 3986, section 3.2.1 (userinfo)",
    },
    Recognizer {
        edges: Edges { before: Edge::Word, after: Edge::Any },
        ..plain(
            "user-agent",
            Entity::UserAgent,
            Score::LIKELY,
            r"Mozilla/[1-5]\.[0-9] \([^()\r\n]*\)(?: [A-Za-z]+/[0-9A-Za-z]+(?:\.[0-9A-Za-z]+)*| \([^()\r\n]*\)| (?:Mobile|Safari|Chrome))*",
            Proof {
                finds: &[
                    "UA: «Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/98.0.4758.102 Safari/537.36».",
                    "\"«Mozilla/5.0 (Windows NT 10.0; rv:97.0) Gecko/20100101 Firefox/97.0»\"",
                ],
                skips: &["Mozilla Firefox 97", "Mozilla/5"],
                source: "RFC 9110, section 10.1.5",
            },
        )
    },
    Recognizer {
        id: "user-assignment",
        entity: Entity::Username,
        score: Score::FAIR,
        lead: Lead::form(r#"(?i:[a-z0-9_.-]*(?:user(?:[_.-]?name)?|login))(?:["'\]]{1,2}[ \t]?|[ \t])?(?:=>|[:=])[ \t]?["']"#),
        pattern: compiled(r"[A-Za-z0-9](?:[._@-]?[A-Za-z0-9_]){1,63}"),
        edges: Edges { before: Edge::Word, after: Edge::Quote },
        anchor: Anchor::Bytes(b"=:"),
        checks: &[Check::must("account-name", check::account_name)],
        reserved: None,
        context: &[],
        unless: &[],
        finds: proving(&["<endpoint user=\"«mkrueger»\" password", r#"{"username": "«mia.krueger»"}"#]),
        skips: proving(&["user=\"root\"", "superuser: 'admin'", "userid=\"7\"", "user = \"${env.USER}\""]),
        source: "observed in configuration files",
    },
    Recognizer {
        ..plain(
            "uuid",
            Entity::Uuid,
            Score::LIKELY,
            "[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[1-8][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}",
            Proof {
                finds: &["id «f47ac10b-58cc-4372-a567-0e02b2c3d479».", "{«017F22E2-79B0-7CC3-98C4-DC0C0C07398F»}"],
                skips: &[
                    "00000000-0000-0000-0000-000000000000",
                    "f47ac10b-58cc-0372-a567-0e02b2c3d479",
                    "f47ac10b-58cc-4372-c567-0e02b2c3d479",
                ],
                source: "RFC 9562, sections 4.1 and 4.2",
            },
        )
    },
];
