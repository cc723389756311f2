//! TABLE pack: what gives access. Values in `finds` are invented, and put together from parts so that no scanner takes them
//! for live ones.

use crate::detect::{Anchor, Check, Edge, Edges, Entity, Lead, Recognizer, Score, check, compiled, proving};

const NO_PLACEHOLDER: Check = Check::must("no-placeholder", check::not_placeholder);

const fn token(id: &'static str, pattern: &'static str, checks: &'static [Check], proof: Proof) -> Recognizer {
    Recognizer {
        id,
        entity: Entity::AccessToken,
        score: Score::STRONG,
        lead: Lead::None,
        pattern,
        edges: Edges::both(Edge::Token),
        anchor: Anchor::Start,
        checks,
        reserved: None,
        context: &[],
        unless: &[],
        finds: proving(proof.finds),
        skips: proving(proof.skips),
        source: proof.source,
    }
}

/// What proves a token's row; the rest is the same for all of them.
struct Proof {
    finds: &'static [&'static str],
    skips: &'static [&'static str],
    source: &'static str,
}

pub(crate) const ROWS: &[Recognizer] = &[
    token(
        "atlassian-api-token",
        r"(?:ATATT3|ATCTT3|ATSTT3|ATOAT3)[A-Za-z0-9_=-]{50,}|ATBB[A-Za-z0-9]{28,}",
        &[NO_PLACEHOLDER],
        Proof {
            finds: &[
                concat!("token «ATATT3", "FakeFakeFakeFakeFakeFakeFakeFakeFakeFakeFakeFakeFake", "=00000000»"),
                concat!("«ATBB", "FakeFakeFakeFakeFakeFakeFake0000»"),
            ],
            skips: &["ATATT3", "ATBBfake", concat!("ATATT3", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")],
            source: "Atlassian Support, Manage API tokens; Bitbucket app passwords",
        },
    ),
    token(
        "aws-access-key-id",
        r"(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}",
        &[NO_PLACEHOLDER],
        Proof {
            finds: &[concat!("id=«AKIA", "FAKEFAKEFAKE2345»"), concat!("«ASIA", "FAKE2345FAKE2345» x")],
            skips: &["AKIAIOSFODNN7EXAMPLE", "AKIAFAKE", "AKIAXXXXXXXXXXXXXXXX"],
            source: "AWS IAM User Guide, IAM identifiers, unique ID prefixes",
        },
    ),
    Recognizer {
        id: "aws-secret-access-key",
        entity: Entity::AccessToken,
        score: Score::STRONG,
        lead: Lead::Form(r#"(?i:aws|secret)[A-Za-z0-9_ .-]*["']?[ \t]{0,3}(?::=|=>|[:=])[ \t]{0,3}["']?"#),
        pattern: compiled(r"[A-Za-z0-9/+]{40}"),
        edges: Edges { before: Edge::Word, after: Edge::Token },
        anchor: Anchor::Bytes(b"=:"),
        checks: &[Check::must("no-placeholder", check::aws_secret)],
        reserved: None,
        context: &[],
        unless: &[],
        finds: proving(&[
            concat!("aws_secret_access_key = «Fake/fake+Fake0fake1Fake2", "fake3Fake4fake5»"),
            concat!("AWS_SECRET_ACCESS_KEY=\"«Fake/fake+Fake0fake1Fake2", "fake3Fake4fake5»\""),
        ]),
        skips: proving(&[
            "aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
            "secret = 0123456789abcdef0123456789abcdef01234567",
        ]),
        source: "AWS IAM User Guide, Manage access keys",
    },
    token(
        "github-fine-grained-token",
        r"github_pat_[0-9A-Za-z]{22}_[0-9A-Za-z]{59}",
        &[NO_PLACEHOLDER],
        Proof {
            finds: &[
                concat!(
                    "«github_pat_",
                    "FakeFakeFakeFakeFake00_",
                    "FakeFakeFakeFakeFakeFakeFakeFakeFakeFakeFakeFakeFakeFakeFak»"
                ),
                concat!(
                    "t=«github_pat_",
                    "0000FakeFakeFakeFake00_",
                    "FakeFakeFakeFakeFakeFakeFakeFakeFakeFakeFakeFakeFakeFake000»."
                ),
            ],
            skips: &["github_pat_Fake"],
            source: "GitHub Docs, About authentication to GitHub, token formats",
        },
    ),
    token(
        "github-token",
        r"gh[pousr]_[0-9A-Za-z]{36,}",
        &[NO_PLACEHOLDER, Check::proves("crc-32", check::github_token)],
        Proof {
            finds: &[
                concat!("«ghp_", "FakeFakeFakeFakeFakeFakeFakeFake0000»"),
                concat!("ghs token «ghs_", "FakeFakeFakeFakeFakeFakeFakeFake0000»!"),
            ],
            skips: &[
                "ghp_Fake",
                concat!("ghp_", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"),
                concat!("aghp_", "FakeFakeFakeFakeFakeFakeFakeFake0000"),
            ],
            source: "GitHub Docs, About authentication to GitHub, token formats",
        },
    ),
    Recognizer {
        id: "json-web-token",
        entity: Entity::JsonWebToken,
        score: Score::STRONG,
        lead: Lead::None,
        pattern: compiled(r"eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{2,}\.[A-Za-z0-9_-]*"),
        edges: Edges { before: Edge::Token, after: Edge::Token },
        anchor: Anchor::Start,
        checks: &[Check::must("jwt-header", check::jwt)],
        reserved: None,
        context: &[],
        unless: &[],
        finds: proving(&["Bearer «eyJhbGciOiJub25lIn0.eyJzdWIiOiJmYWtlIn0.RmFrZQ»", "jwt=«eyJhbGciOiJub25lIn0.e30.» x"]),
        skips: proving(&["eyJhIjoxfQo.e30.RmFrZQ", "eyJ.eyJ.x"]),
        source: "RFC 7519, section 3; RFC 7515, section 4.1.1",
    },
    Recognizer {
        id: "password-plain",
        entity: Entity::Password,
        score: Score::LIKELY,
        lead: Lead::Form(
            r#"(?i:[a-z0-9_.-]*(?:password|passwd|passphrase|passwort|kennwort|pwd|[_.-]pass))[A-Za-z0-9_]*["'\]]{0,2}[ \t]{0,4}(?::=|=>|[:=>])[ \t]{0,4}"#,
        ),
        pattern: compiled(
            r#"[!#$%+\-./0-9=?@A-Z^_a-z{~*(\[\\][!#$%+\-./0-9:=?@A-Z^_a-z{}~*(\\\[]{2,126}[!#$%+\-/0-9=@A-Z^_a-z}~*)\]]"#,
        ),
        edges: Edges { before: Edge::Word, after: Edge::Any },
        anchor: Anchor::Bytes(b"=:>"),
        checks: &[Check::must("no-placeholder", check::secret_value)],
        reserved: None,
        context: &[],
        unless: &[],
        finds: proving(&["PASSWORD=«tiger7moon»\n", "db.password: «m00n!tiger».", "<password>«tiger7moon»</password>"]),
        skips: proving(&[
            "password=<password>",
            "password: ${DB_PASS}",
            "password: string",
            "password = getPassword()",
            "pwd=xxxxxxxx",
        ]),
        source: "OWASP Secrets Management Cheat Sheet",
    },
    Recognizer {
        id: "password-quoted",
        entity: Entity::Password,
        score: Score::LIKELY,
        lead: Lead::Form(
            r#"(?i:[a-z0-9_.-]*(?:password|passwd|passphrase|passwort|kennwort|pwd|[_.-]pass))[A-Za-z0-9_]*["'\]]{0,2}[ \t]{0,4}(?::=|=>|[:=])[ \t]{0,4}["']"#,
        ),
        pattern: compiled(r#"[^\x00-\x20"'\x7F][^\x00-\x1F"'\x7F]{2,126}"#),
        edges: Edges { before: Edge::Word, after: Edge::Quote },
        anchor: Anchor::Bytes(b"=:"),
        checks: &[Check::must("no-placeholder", check::not_placeholder)],
        reserved: None,
        context: &[],
        unless: &[],
        finds: proving(&[
            "user=\"mia\" password=\"«mule%40123»\" path",
            r#"{"db_password": "«tiger moon»"}"#,
            "pwd := '«tiger»'",
        ]),
        skips: proving(&["password=\"${env.PASS}\"", "password: 'changeme'", "password: \"\"", "passwords"]),
        source: "OWASP Secrets Management Cheat Sheet",
    },
    Recognizer {
        id: "private-key",
        entity: Entity::PrivateKey,
        score: Score::STRONG,
        lead: Lead::None,
        pattern: compiled(concat!(
            r"-----BEGIN [A-Z0-9 ]*PRIVATE ",
            "KEY(?: BLOCK)?-----(?:",
            r"(?:-?[A-Za-z0-9+/=\s\\:,.()])*-----END [A-Z0-9 ]*PRIVATE ",
            "KEY(?: BLOCK)?-----",
            r"|(?:(?:\s|\\[nr])+[A-Za-z0-9+/=]{16,})+)"
        )),
        edges: Edges::both(Edge::Any),
        anchor: Anchor::Start,
        checks: &[],
        reserved: None,
        context: &[],
        unless: &[],
        finds: proving(&[
            concat!(
                "key:\n«-----BEGIN RSA PRIVATE ",
                "KEY-----\nRmFrZUZha2VGYWtlRmFrZQ==\n-----END RSA PRIVATE ",
                "KEY-----»\nend"
            ),
            concat!("«-----BEGIN OPENSSH PRIVATE ", "KEY-----\nRmFrZUZha2VGYWtlRmFrZQ==»\n\ncut off"),
        ]),
        skips: proving(&[
            "-----BEGIN PUBLIC KEY-----\nRmFrZUZha2VGYWtlRmFrZQ==\n-----END PUBLIC KEY-----",
            concat!("the line -----BEGIN PRIVATE ", "KEY----- is missing"),
        ]),
        source: "RFC 7468, section 2; OpenSSH PROTOCOL.key",
    },
    Recognizer {
        id: "secret-assignment",
        entity: Entity::Password,
        score: Score::LIKELY,
        lead: Lead::Form(
            r#"(?i:[a-z0-9_.-]*(?:(?:api|access|auth|account|client|private|signing|encryption|shared)[_.-]?(?:key|token|secret)|token|secret|credentials?))["'\]]{0,2}[ \t]{0,4}(?::=|=>|[:=>])[ \t]{0,4}["']?"#,
        ),
        pattern: compiled(r"[A-Za-z0-9_+/.~-]{12,}={0,2}"),
        edges: Edges { before: Edge::Word, after: Edge::Word },
        anchor: Anchor::Bytes(b"=:>"),
        checks: &[Check::must("no-placeholder", check::assigned_secret)],
        reserved: None,
        context: &[],
        unless: &[],
        finds: proving(&[
            "api_key = «f4k3f4k3a1b2c3d4e5»",
            "\"clientSecret\": \"«F4k3-f4k3-a1b2-c3d4»\"",
            "TOKEN=«a9b8c7d6e5f4g3h2»;",
        ]),
        skips: proving(&["token: undefined", "secret = config.secret.value", "api_key=YOUR_API_KEY_12345", "api_key: <key>"]),
        source: "OWASP Secrets Management Cheat Sheet",
    },
    token(
        "slack-token",
        r"xox[abeoprs]-[A-Za-z0-9-]{10,}|xapp-[0-9]-[A-Za-z0-9-]{10,}",
        &[NO_PLACEHOLDER],
        Proof {
            finds: &[concat!("«xoxb-", "0000-1111-FakeFakeFake»"), concat!("app «xapp-", "1-A0000FAKE-1111-fakefake»")],
            skips: &["xoxb-fake", "xoxz-0000-1111-FakeFakeFake"],
            source: "Slack API, Token types",
        },
    ),
    Recognizer {
        id: "slack-webhook",
        entity: Entity::AccessToken,
        score: Score::STRONG,
        lead: Lead::Form(r"hooks\.slack\.com/(?:services|workflows|triggers)/"),
        pattern: compiled(r"[A-Z0-9]{6,16}/[A-Z0-9]{6,16}/[A-Za-z0-9]{16,}"),
        edges: Edges { before: Edge::Any, after: Edge::Token },
        anchor: Anchor::Start,
        checks: &[NO_PLACEHOLDER],
        reserved: None,
        context: &[],
        unless: &[],
        finds: proving(&[
            concat!("https://hooks.slack.com/services/«T000FAKE0/B000FAKE0/", "FakeFakeFakeFakeFakeFake»"),
            concat!("POST hooks.slack.com/services/«T111FAKE1/B111FAKE1/", "FakeFakeFakeFakeFakeFake» now"),
        ]),
        skips: proving(&[
            "https://hooks.slack.com/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX",
            "https://slack.com/services/x",
        ]),
        source: "Slack API, Incoming webhooks",
    },
];
