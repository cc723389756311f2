//! TABLE pack: opaque values behind names that promise a secret, whoever issued it.

use super::{MIXED, NO_UUID, Proof, announced, token};
use crate::detect::{Anchor, Check, Edge, Edges, Entity, Recognizer, Score, check};

const BASIC: &[Check] = &[Check::must("credentials", check::authorization)];
const ASSIGNED: &[Check] = &[Check::must("no-placeholder", check::assigned_secret)];

/// What stands between a name and its value in configuration, code and markup.
macro_rules! assigns {
    () => {
        r#"(?:["'`)\]]{0,3}(?::[\x20]?[A-Za-z]{3,12})?[\x20\t]*(?::=|=>|->|\?=|\|\|=|={1,3}|[:>])[\x20\t\r\n]*\\{0,3}["'`]?|\\{1,3}["'][\x20]?[:=][\x20]?\\{1,3}["']|["']["'/>]{0,2}[,;{]?[\x20\t\r\n]{0,12}(?:<string>|\{?[\x20\t\r\n]{0,8}["']?(?i:value|default)["']?[\x20]{0,6}[:=][\x20]?["']?)|["'][\x20]?,[\x20]{0,2}["'`]|[\x20]{0,2}\r?\n[\x20\t]{0,16}(?i:value|default)[\x20]{0,6}[:=][\x20]?["']?)"#
    };
}

const VALUE: &str = r"[A-Za-z0-9_+/.~!%^&*$@#-]{9,}[A-Za-z0-9_+/~!%^&*$@#-]={0,2}";

pub(crate) const ROWS: &[Recognizer] = &[
    announced(
        Entity::AccessToken,
        r#"(?i:authorization|auth)["'\]]{0,3}[\x20\t]{0,3}(?:[:=,]|=>)[\x20\t]{0,3}["'`]?(?i:(?:basic|bearer|token|api-?token|api-?key|apikey|key|sso|ssws|geniekey|bot|oauth|oauth2|pve|hawk|digest|splunk|client-id|discogs|deepl-auth-key|token[\x20]token=|zoho-oauthtoken)[\x20=:]{1,3})["']?"#,
        token(
            "authorization-header",
            r"[A-Za-z0-9_.~+/%-]{8,}={0,2}",
            BASIC,
            Proof {
                finds: &[
                    "Authorization: Basic «bWlhOnRpZ2VyN21vb24=»",
                    "-H \"Authorization: Bearer «f4k3f4k3a1b2c3d4e5»\"",
                    "'authorization' => 'Token «f4k3f4k3a1b2c3d4e5»'",
                ],
                skips: &[
                    "Authorization: Basic dXNlcjpwYXNzd29yZA==",
                    "Authorization: Bearer YOUR_TOKEN",
                    "Authorization: Bearer token",
                ],
                source: "RFC 7235, section 4.2; RFC 7617; RFC 6750",
            },
        ),
    ),
    Recognizer {
        score: Score::STRONG,
        anchor: Anchor::Bytes(b"=:"),
        ..announced(
            Entity::AccessToken,
            r#"(?i:aws|secret)[A-Za-z0-9_ .-]*["']?[ \t]{0,3}(?::=|=>|[:=])[ \t]{0,3}["']?"#,
            token(
                "aws-secret-access-key",
                r"[A-Za-z0-9/+]{40}",
                &[Check::must("no-placeholder", check::aws_secret)],
                Proof {
                    finds: &[
                        concat!("aws_secret_access_key = «Fake/fake+Fake0fake1Fake2", "fake3Fake4fake5»"),
                        concat!("AWS_SECRET_ACCESS_KEY=\"«Fake/fake+Fake0fake1Fake2", "fake3Fake4fake5»\""),
                    ],
                    skips: &[
                        "aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
                        "secret = 0123456789abcdef0123456789abcdef01234567",
                    ],
                    source: "AWS IAM User Guide, Manage access keys",
                },
            ),
        )
    },
    announced(
        Entity::AccessToken,
        r#"(?i:bearer|oauth2?|x-api-key|x-auth-token)[\x20\t]{1,3}["']?"#,
        token(
            "bearer-token",
            r"[A-Za-z0-9_.~+/-]{15,}[A-Za-z0-9_~+/-]={0,2}",
            MIXED,
            Proof {
                finds: &["send Bearer «f4k3f4k3a1b2c3d4e5»", "a `bearer «F4k3-f4k3-a1b2-c3d4-e5»`"],
                skips: &["Bearer authentication", "bearer YOUR_TOKEN_12345678"],
                source: "RFC 6750, section 2.1",
            },
        ),
    ),
    announced(
        Entity::AccessToken,
        r#"--?(?i:(?:[a-z0-9]+-){0,3}(?:token|secret|api-?key|apikey|access-?key|pat|auth|credential))[\x20\t=]{1,3}["']?"#,
        token(
            "secret-argument",
            VALUE,
            ASSIGNED,
            Proof {
                finds: &["push --api-key «f4k3f4k3a1b2c3d4e5»", "x --auth-token='«F4k3-f4k3-a1b2-c3d4»'"],
                skips: &["x --token $TOKEN", "use --api-key to sign in", "x --secret <secret>"],
                source: "OWASP Secrets Management Cheat Sheet",
            },
        ),
    ),
    Recognizer {
        edges: Edges { before: Edge::Any, after: Edge::Word },
        anchor: Anchor::Bytes(b"=:>,"),
        ..announced(
            Entity::Password,
            concat!(
                r"(?i:(?:(?:api|app|access|auth|account|admin|client|consumer|deploy|private|signing|encryption|shared|service|session|storage|master|secret|subscription|webhook|ssh|hmac|jwt|license)[_.\x20-]?key|token|secret|credentials?|passkey|_auth|sharedaccesssignature|[_.-](?:pat|salt|crumb)|sonar[_.]login)(?:[_.-]?(?:base|value|prod(?:uction)?|dev|test|live|default|staging|string|b64|hash|[0-9]{1,2}))?)",
                assigns!()
            ),
            token(
                "secret-assignment",
                VALUE,
                ASSIGNED,
                Proof {
                    finds: &[
                        "api_key = «f4k3f4k3a1b2c3d4e5»",
                        "\"clientSecret\": \"«F4k3-f4k3-a1b2-c3d4»\"",
                        "TOKEN=«a9b8c7d6e5f4g3h2»;",
                        "- name: API_TOKEN\n  value: «a9b8c7d6e5f4g3h2»",
                        "env('X_SECRET', '«a9b8c7d6e5f4g3h2»')",
                        "let apiKey: String = \"«a9b8c7d6e5f4g3h2»\"",
                    ],
                    skips: &["token: undefined", "secret = config.secret.value", "api_key=YOUR_API_KEY_12345", "api_key: <key>"],
                    source: "OWASP Secrets Management Cheat Sheet",
                },
            ),
        )
    },
    Recognizer {
        unless: &[
            "bucket",
            "cache",
            "column",
            "composite",
            "count",
            "foreign",
            "group",
            "hash",
            "host",
            "idempotency",
            "index",
            "issue",
            "kms",
            "known",
            "map",
            "object",
            "partition",
            "primary",
            "product",
            "project",
            "pub",
            "public",
            "registry",
            "row",
            "routing",
            "s3",
            "schema",
            "sort",
            "storage",
            "translation",
            "unique",
        ],
        ..announced(
            Entity::Password,
            concat!(r"(?i:keys?|pat|authtoken|access)", assigns!()),
            token(
                "secret-key",
                r"[A-Za-z0-9_+/.~-]{15,}[A-Za-z0-9_+/~-]={0,2}",
                NO_UUID,
                Proof {
                    finds: &["mail_key: «f4k3f4k3a1b2c3d4e5»", "key = '«F4k3f4k3a1b2c3d4e5»'"],
                    skips: &["public_key = f4k3f4k3a1b2c3d4e5", "cache key: f4k3f4k3a1b2c3d4e5", "key: some-slug-2024"],
                    source: "OWASP Secrets Management Cheat Sheet",
                },
            ),
        )
    },
    Recognizer {
        unless: &["cache", "csrf", "foreign", "issue", "partition", "primary", "public", "sort"],
        ..announced(
            Entity::Password,
            r#"(?i:(?:(?:api|app|access|auth|private|secret|service|license|admin|deploy|personal)[_\x20-]?){0,2}(?:key|token|secret|pat))(?i:[\x20](?:is|was|ist|est|es|to))?(?:[\x20\t\r\n]{1,4}|[\x20]?-[\x20]?|[\x20]?\()["'`]?"#,
            token(
                "secret-mentioned",
                r"[A-Za-z0-9_+/.~-]{15,}[A-Za-z0-9_+/~-]={0,2}",
                NO_UUID,
                Proof {
                    finds: &[
                        "the API key is «f4k3f4k3a1b2c3d4e5».",
                        "use token «F4k3f4k3a1b2c3d4e5» for it",
                        "key\n«f4k3f4k3a1b2c3d4e5»",
                    ],
                    skips: &["the key is in the vault", "cache key f4k3f4k3a1b2c3d4e5", "token expired-2024-11-23"],
                    source: "OWASP Secrets Management Cheat Sheet",
                },
            ),
        )
    },
    Recognizer {
        edges: Edges { before: Edge::Any, after: Edge::Word },
        anchor: Anchor::Bytes(b"=:"),
        ..announced(
            Entity::SessionId,
            r#"(?i:(?:sessionid|phpsessid|session_id|sessid|session|connect\.sid|sess|_sid|auth_?cookie|remember_?token|xsrf-?token|csrf-?token|aspxauth|cfid|cftoken|cookie[_-]?secret|atl\.xsrf\.token|cloud\.session\.token))(?:["']?[\x20]?:[\x20]{0,2}["']?|["']?=["']?)"#,
            token(
                "session-id",
                r"[A-Za-z0-9_.%+/|:-]{16,}={0,2}",
                MIXED,
                Proof {
                    finds: &["Cookie: JSESSIONID=«F4k3f4k3A1b2c3d4E5f6»; x=1", "PHPSESSID=«f4k3f4k3a1b2c3d4e5»"],
                    skips: &["session=anonymous", "JSESSIONID=xxxxxxxxxxxxxxxx", "sessionId: undefined"],
                    source: "OWASP Session Management Cheat Sheet, session id name",
                },
            ),
        )
    },
];
