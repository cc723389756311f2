//! TABLE pack: addresses that give access: databases with their passwords, webhooks, signed links.

use super::{NO_PLACEHOLDER, Proof, address, announced, token};
use crate::detect::{Anchor, Check, Edge, Edges, Entity, Recognizer, check};

pub(crate) const ROWS: &[Recognizer] = &[
    announced(
        Entity::ConnectionString,
        r"(?i:accountkey|sharedaccesskey|sharedsecret(?:value)?|primarykey|secondarykey|functionkey|instrumentationkey)[\x20]?[=:][\x20]?",
        token(
            "azure-account-key",
            r"[A-Za-z0-9+/-]{24,}={0,2}",
            &[NO_PLACEHOLDER],
            Proof {
                finds: &[
                    concat!("AccountName=web;AccountKey=«Fa4kE9x7Qz2Tf8Wb3Nd5", "Yh6Rc1Fa4kE9x7Qz2Tf8Wb3Nd5==»;x"),
                    concat!("SharedAccessKey=«Fa4kE9x7Qz2Tf8Wb3Nd5", "Yh6Rc1Fa4kE9x7Qz=»"),
                ],
                skips: &["AccountKey=<key>;", "SharedAccessKey=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"],
                source: "Azure Storage and Service Bus documentation, connection strings",
            },
        ),
    ),
    Recognizer {
        entity: Entity::ConnectionString,
        anchor: Anchor::Bytes(b":"),
        checks: &[Check::must("no-placeholder", check::connection)],
        ..address(
            "database-address",
            r#"(?i:(?:jdbc:|odbc:)?(?:mongodb|mysqlx?|mysql2|mariadb|postgres|postgresql|postgis|redshift|rediss?|amqps?|rabbitmq|mssql|sqlserver|oracle|clickhouse|couchdbs?|neo4j|bolt|cockroachdb|cassandra|kafka|nats|ldaps?|smtps?|imaps?|pop3s?|ftps?|sftp|mqtts?|influxdb|elasticsearch|snowflake|vertica|presto|trino|hive2|sybase|db2|celery|socks5h?|vnc|rtsp|rtmps?|telnet|ssh)(?:\+[a-z0-9]{2,12})?)://[^\x00-\x20"'`<>@/:\x7F]*:[^\x00-\x20"'`<>\x7F]{3,64}@(?:[A-Za-z0-9._\[-][A-Za-z0-9._,:\[\]-]*)?(?:[/?][A-Za-z0-9._~%!$&*+,;=:@/?#-]*)?[A-Za-z0-9_/=\]-]"#,
            Proof {
                finds: &[
                    "DB=\"«postgres://web:t1germ00n@db.example.org:5432/web?ssl=on»\"",
                    "«mongodb+srv://mia:t1ger%40moon@c0.example.org/x».",
                    "«amqp://mia:t1germ00n@mq», then",
                ],
                skips: &[
                    "mysql://web:${PASS}@db/x",
                    "postgres://db.example.org:5432/web",
                    "redis://user:password@db",
                    "mysql://web:web@db/x",
                ],
                source: "RFC 3986, section 3.2.1; the manuals of PostgreSQL (libpq), MongoDB and MySQL, connection URIs",
            },
        )
    },
    address(
        "discord-webhook",
        r"(?:https?://)?(?:(?:canary|ptb|www)\.)?discord(?:app)?\.com/api/(?:v[0-9]{1,2}/)?webhooks/[0-9]{17,20}/[A-Za-z0-9_-]{60,}",
        Proof {
            finds: &[
                concat!(
                    "«https://discord.com/api/webhooks/471150986247115098/",
                    "Fa4kE9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7Qz2Tf8Wb»"
                ),
                concat!(
                    "<«https://discordapp.com/api/webhooks/471150986247115098/",
                    "Fa4kE9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7Qz2Tf8Wb»>"
                ),
            ],
            skips: &["https://discord.com/api/webhooks/1", "https://discord.com/channels/471150986247115098"],
            source: "Discord developer documentation, webhook resource",
        },
    ),
    address(
        "flow-webhook",
        r"https?://(?:hooks\.zapier\.com/hooks/catch/[0-9]+/[A-Za-z0-9]+|maker\.ifttt\.com/(?:use|trigger/[A-Za-z0-9_]+/(?:json/)?with/key)/[A-Za-z0-9_-]+|hook\.(?:[a-z0-9]+\.)?(?:make|integromat)\.com/[a-z0-9]+|[a-z0-9]+\.m\.pipedream\.net|events\.pagerduty\.com/integration/[a-f0-9]{32}/enqueue|api\.day\.app/[A-Za-z0-9]+|oapi\.dingtalk\.com/robot/send\?access_token=[a-z0-9]+|open\.(?:feishu\.cn|larksuite\.com)/open-apis/bot/v2/hook/[a-z0-9-]+|qyapi\.weixin\.qq\.com/cgi-bin/webhook/send\?key=[a-z0-9-]+)/?",
        Proof {
            finds: &[
                "POST «https://hooks.zapier.com/hooks/catch/4711509/fa4ke9x/»",
                concat!("«https://maker.ifttt.com/use/Fa4kE9x7", "Qz2Tf8Wb3Nd5Yh»"),
            ],
            skips: &["https://hooks.zapier.com/hooks", "https://maker.ifttt.com/use/x"],
            source: "The documentation of Zapier, IFTTT, Make, Pipedream, PagerDuty, DingTalk, Lark and WeCom, incoming webhooks",
        },
    ),
    address(
        "google-chat-webhook",
        r"https://chat\.googleapis\.com/v1/spaces/[A-Za-z0-9_-]{6,}/messages\?key=[A-Za-z0-9_-]{20,}&token=[A-Za-z0-9_%=-]{20,}",
        Proof {
            finds: &[
                concat!(
                    "«https://chat.googleapis.com/v1/spaces/AAAAfake/messages?key=Fa4kE9x7Qz2Tf8Wb3Nd5Yh",
                    "&token=Fa4kE9x7Qz2Tf8Wb3Nd5Yh%3D»"
                ),
                concat!(
                    "x=«https://chat.googleapis.com/v1/spaces/AAAAfake/messages?key=Fa4kE9x7Qz2Tf8Wb3Nd5Yh",
                    "&token=4kE9x7Qz2Tf8Wb3Nd5Yh6»."
                ),
            ],
            skips: &["https://chat.googleapis.com/v1/spaces/AAAAfake/messages"],
            source: "Google Chat developer documentation, incoming webhooks",
        },
    ),
    address(
        "microsoft-webhook",
        r"https://(?:outlook\.office(?:365)?\.com/webhook/|[a-z0-9-]+\.webhook\.office\.com/webhookb[0-9]/)[0-9a-zA-Z@-]+/[A-Za-z0-9]+/[0-9a-zA-Z]{32}/[0-9a-zA-Z-]{36}(?:/[A-Za-z0-9_-]{10,})?",
        Proof {
            finds: &[
                concat!(
                    "«https://outlook.office.com/webhook/fa4e9b27-c1d8-0356-fa4e-9b27c1d80356@fa4e9b27-c1d8-0356-fa4e-9b27c1d80356",
                    "/IncomingWebhook/fa4e9b27c1d80356fa4e9b27c1d80356/fa4e9b27-c1d8-0356-fa4e-9b27c1d80356»"
                ),
                concat!(
                    "url: «https://web.webhook.office.com/webhookb2/fa4e9b27-c1d8-0356-fa4e-9b27c1d80356@fa4e9b27-c1d8-0356-fa4e-9b27c1d80356",
                    "/IncomingWebhook/fa4e9b27c1d80356fa4e9b27c1d80356/fa4e9b27-c1d8-0356-fa4e-9b27c1d80356»'"
                ),
            ],
            skips: &["https://outlook.office.com/webhook/", "https://web.webhook.office.com/webhookb2/x"],
            source: "Microsoft Teams documentation, incoming webhooks",
        },
    ),
    Recognizer {
        checks: &[],
        ..address(
            "sentry-dsn",
            r"https?://[a-f0-9]{32}(?::[a-f0-9]{32})?@[A-Za-z0-9.-]{3,80}/[0-9]{1,20}",
            Proof {
                finds: &[
                    concat!("dsn=«https://fa4e9b27c1d80356", "fa4e9b27c1d80356@o4711.ingest.sentry.io/4711»"),
                    concat!("«https://fa4e9b27c1d80356", "fa4e9b27c1d80356@sentry.example.org/2»"),
                ],
                skips: &["https://sentry.example.org/2", "https://fa4e@sentry.example.org/2"],
                source: "Sentry documentation, data source names",
            },
        )
    },
    address(
        "slack-webhook",
        r"(?:https?://)?hooks\.slack(?:-gov)?\.com/(?:services/T?[A-Za-z0-9_]{4,16}/B?[A-Za-z0-9_]{4,16}/[A-Za-z0-9]{8,64}|(?:workflows|triggers)/[A-Z][A-Za-z0-9_]{6,16}/[A-Za-z0-9_]{6,24}/(?:[0-9]{10,24}/)?[A-Za-z0-9_]{16,64})",
        Proof {
            finds: &[
                concat!("«https://hooks.slack.com/services/T000FAKE0/B000FAKE0/", "FakeFakeFakeFakeFakeFake»"),
                concat!("POST «hooks.slack.com/services/T111FAKE1/B111FAKE1/", "FakeFakeFakeFakeFakeFake» now"),
            ],
            skips: &[
                "https://hooks.slack.com/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX",
                "https://slack.com/services/x",
            ],
            source: "Slack API, Incoming webhooks",
        },
    ),
    Recognizer {
        edges: Edges { before: Edge::Any, after: Edge::Word },
        ..announced(
            Entity::AccessToken,
            r"/(?:bot|api/v1|app|hooks?|webhooks?|rest|c|dweet/for)/",
            token(
                "url-path-token",
                r"[A-Za-z0-9]{20,64}",
                &[Check::must("chance", check::opaque_mixed), NO_PLACEHOLDER],
                Proof {
                    finds: &[
                        "https://things.example.org/api/v1/«fa4ke9x7qz2tw3ndfa4k»/telemetry",
                        "https://chat.example.org/hooks/«fa4ke9x7qz2tw3ndfa4ke9x7qz»",
                    ],
                    skips: &["https://example.org/api/v1/projects", "https://example.org/hooks/useLocalStorageState"],
                    source: "The documentation of ThingsBoard and Mattermost, device tokens and incoming webhooks",
                },
            ),
        )
    },
];
