//! TABLE pack: keys and tokens for what watches systems: logs, errors, availability, security.

use super::{Proof, RANDOM, SHAPE, named, token};
use crate::detect::Recognizer;

pub(crate) const ROWS: &[Recognizer] = &[
    token(
        "age-secret-key",
        r"AGE-SECRET-KEY-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{40,60}|AGE-SECRET-KEY-1[0-9A-Z]{58}",
        SHAPE,
        Proof {
            finds: &[
                concat!("(«AGE-SECRET-KEY-1", "FA4KE9X7QZ2TFA4KE9X7", "QZ2TFA4KE9X7QZ2TFA4K»)"),
                concat!("id «AGE-SECRET-KEY-1", "KE9X7QZ2TFA4KE9X7QZ2TFA4KE9X7", "QZ2TFA4KE9X7QZ2TFA4KE9X7QZ2TF»."),
            ],
            skips: &["AGE-SECRET-KEY-1fake"],
            source: "age specification, X25519 identities",
        },
    ),
    token(
        "axiom-token",
        r"xa(?:at|pt|it|rt)-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}",
        SHAPE,
        Proof {
            finds: &[
                concat!("«xaat-", "fa4e9b27-c1d8-0356", "-fa4e-9b27c1d80356»"),
                concat!("x = \"«xart-", "e9b27c1d-8035-6fa4", "-e9b2-7c1d80356fa4»\""),
            ],
            skips: &["xaat-fake"],
            source: "Axiom documentation, API tokens",
        },
    ),
    token(
        "datadog-token",
        r"ddp?at_[A-Za-z0-9]{20,}|pub[a-f0-9]{32}",
        RANDOM,
        Proof {
            finds: &[
                concat!("id «ddat_", "Fa4kE9x7Qz2Tf8Wb3Nd5»."),
                concat!("use «pub", "e9b27c1d80356fa4", "e9b27c1d80356fa4» now"),
            ],
            skips: &["ddat_fake"],
            source: "Datadog documentation, client tokens",
        },
    ),
    token(
        "endor-labs-key",
        r"(?:endr\+|sgp_app_)[A-Za-z0-9]{16,}",
        SHAPE,
        Proof {
            finds: &[concat!("use «endr+", "Fa4kE9x7Qz2Tf8Wb» now"), concat!("(«sgp_app_", "kE9x7Qz2Tf8Wb3Nd»)")],
            skips: &["endr+fake"],
            source: "Endor Labs documentation, API keys",
        },
    ),
    token(
        "grafana-key",
        r"eyJrIjoi[A-Za-z0-9+/]{50,}={0,3}",
        SHAPE,
        Proof {
            finds: &[
                concat!("x = \"«eyJrIjoi", "Fa4kE9x7Qz2Tf8Wb3Nd5Yh6Rc", "1Fa4kE9x7Qz2Tf8Wb3Nd5Yh6R»\""),
                concat!("see <«eyJrIjoi", "kE9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa", "4kE9x7Qz2Tf8Wb3Nd5Yh6Rc1F»>"),
            ],
            skips: &["eyJrIjoifake"],
            source: "Grafana documentation, API keys",
        },
    ),
    token(
        "grafana-token",
        r"glc_[A-Za-z0-9+/]{32,}={0,3}|glsa_[A-Za-z0-9]{32}_[A-Fa-f0-9]{8}",
        SHAPE,
        Proof {
            finds: &[
                concat!("id «glc_", "Fa4kE9x7Qz2Tf8Wb", "3Nd5Yh6Rc1Fa4kE9»."),
                concat!("use «glsa_", "kE9x7Qz2Tf8Wb3Nd5Yh6", "Rc1Fa4kE9x7Q_e9b27c1d» now"),
            ],
            skips: &["glc_fake"],
            source: "Grafana documentation, service accounts and Cloud access policies",
        },
    ),
    token(
        "honeycomb-key",
        r"hc[abcdx](?:ik|lk|mk)_[a-z0-9]{58}|hc[abcdx](?:ik|lk|mk)_[A-Za-z0-9_]{30,}",
        SHAPE,
        Proof {
            finds: &[
                concat!("use «hc", "aik_4ke9x7qz2tw3ndfa4ke9x7qz2tw", "3ndfa4ke9x7qz2tw3ndfa4ke9x7qz2t» now"),
                concat!("(«hc", "xik_7Qz2Tf8Wb3Nd5", "Yh6Rc1Fa4kE9x7Qz2»)"),
            ],
            skips: &["hcfake"],
            source: "Honeycomb documentation, API keys",
        },
    ),
    token(
        "incident-io-key",
        r"inc_[a-f0-9]{64}|rootly_[a-f0-9]{64}",
        SHAPE,
        Proof {
            finds: &[
                concat!("see <«inc_", "fa4e9b27c1d80356fa4e9b27c1d80356", "fa4e9b27c1d80356fa4e9b27c1d80356»>"),
                concat!("«rootly_", "e9b27c1d80356fa4e9b27c1d80356fa4", "e9b27c1d80356fa4e9b27c1d80356fa4»"),
            ],
            skips: &["inc_fake"],
            source: "incident.io and Rootly documentation, API keys",
        },
    ),
    token(
        "logfire-token",
        r"pylf_v[0-9]_(?:us|eu)_[A-Za-z0-9]{40,}",
        SHAPE,
        Proof {
            finds: &[
                concat!("(«pylf_v", "4_us_a4kE9x7Qz2Tf8Wb3N", "d5Yh6Rc1Fa4kE9x7Qz2Tf8W»)"),
                concat!("id «pylf_v", "1_eu_E9x7Qz2Tf8Wb3Nd5Y", "h6Rc1Fa4kE9x7Qz2Tf8Wb3N»."),
            ],
            skips: &["pylf_vfake"],
            source: "Pydantic Logfire documentation, write tokens",
        },
    ),
    named(
        "named-observability-key",
        concat!(
            r"(?i:(?:abusech|airbrake|alienvault|appdynamics|appsignal|atera|auvik|axiom|betterstack|bigpanda|bugsnag|",
            r"checkmarx|cloudflare|codescene|coralogix|cronitor|crowdstrike|datadog|deadmansnitch|dynatrace|elastic|",
            r"fullstory|grafana|greynoise|hackerone|haveibeenpwned|healthchecks|highlight|honeybadger|honeycomb|humio|",
            r"hybridanalysis|instana|intezer|jumpcloud|jupiterone|kentik|lacework|launchable|librato|lightstep|logdna|",
            r"loggly|logrocket|logtail|logz|logzio|loki|malwarebytes|mezmo|mixpanel|nagios|netdata|newrelic|nightfall|",
            r"oneuptime|opsgenie|pagerduty|papertrail|pendo|pingdom|posthog|prisma|prometheus|qualys|rapid7|raygun|rollbar|",
            r"rootly|sematext|sentinelone|sentry|shodan|sigsci|snyk|solarwinds|splunk|squadcast|statuscake|statuspage|sumo|",
            r"sumologic|sysdig|tenable|theoddsapi|thousandeyes|tines|treblle|trellix|uptimerobot|urlscan|veracode|victorops|",
            r"virustotal|vpnapi|wakatime|wazuh|xmatters|zabbix|zenduty)(?:[ _.-]{0,2}(?:access|account|admin|api|app|auth|",
            r"authentication|authorization|basic|bearer|client|cloud|credentials?|deploy|dev|integration|io|accesskey|key|",
            r"password|secretkey|license|live|login|org|pat|personal|platform|private|prod|project|pro|refresh|rest|sandbox|",
            r"secret|server|service|session|signing|test|token|user|v[0-9]|webhook|write))*[0-9a-z]?|(?:buddy|dd|heap|",
            r"incident)(?:[ _.-]{0,2}(?:access|account|admin|api|app|auth|authentication|authorization|basic|bearer|client|",
            r"cloud|credentials?|deploy|dev|integration|io|key|license|live|login|org|pat|personal|platform|private|prod|",
            r"project|pro|refresh|rest|sandbox|secret|server|service|session|signing|test|token|user|v[0-9]|webhook|",
            r"write))*(?:[ _.-]{0,2}(?:access|accesskey|auth|bearer|credentials?|key|pat|password|private|secret|secretkey|",
            r"token))[0-9a-z]{0,2})[\x20\t\r\n\x22'\x60:=>,|?()\\-]{1,8}",
        ),
        Proof {
            finds: &["datadog_key: «fa4ke9x7qz2tw3nd5yh6rc1»", "virustotal token «4711fa4e9b27c1d80356fa4e9b27c1d8»"],
            skips: &["incident release 2024-11-23", "incident is configured", "incident_version: 1.7.8-rc0123456789"],
            source: "The providers' documentation of their API keys, which have no prefix of their own",
        },
    ),
    token(
        "new-relic-key",
        r"NR(?:AK|JS|II|IQ|AA|RA|AL|SP)-[A-Za-z0-9_-]{19,42}",
        SHAPE,
        Proof {
            finds: &[concat!("(«NRAK-", "Fa4kE9x7Qz2Tf8Wb3Nd»)"), concat!("id «NRIQ-", "kE9x7Qz2Tf8Wb3Nd5Yh».")],
            skips: &["NRAK-fake"],
            source: "New Relic documentation, API keys",
        },
    ),
    token(
        "new-relic-license",
        r"(?:eu01xx)?[a-f0-9]{30,36}(?:NRAL|FFFFNRAL)",
        SHAPE,
        Proof {
            finds: &[
                concat!("«fa4e", "9b27c1d80356fa4", "e9b27c1d803NRAL»"),
                concat!("x = \"«e9b2", "7c1d80356fa4e9b27", "c1d80356fFFFFNRAL»\""),
            ],
            skips: &["fa4fake"],
            source: "New Relic documentation, license keys",
        },
    ),
    token(
        "new-relic-pixie-key",
        r"px-(?:api|dep)-[0-9a-z]{8}(?:-[0-9a-z]{4}){3}-[0-9a-z]{12}",
        SHAPE,
        Proof {
            finds: &[
                concat!("id «px-api-", "fa4ke9x7-qz2t-w3nd", "-fa4k-e9x7qz2tw3nd»."),
                concat!("use «px-dep-", "ke9x7qz2-tw3n-dfa4", "-ke9x-7qz2tw3ndfa4» now"),
            ],
            skips: &["px-api-fake"],
            source: "Pixie documentation, API and deploy keys",
        },
    ),
    token(
        "nightfall-key",
        r"NF-[A-Za-z0-9]{32}",
        SHAPE,
        Proof {
            finds: &[
                concat!("«NF-", "Fa4kE9x7Qz2Tf8Wb", "3Nd5Yh6Rc1Fa4kE9»"),
                concat!("x = \"«NF-", "kE9x7Qz2Tf8Wb3Nd", "5Yh6Rc1Fa4kE9x7Q»\""),
            ],
            skips: &["NF-fake"],
            source: "Nightfall documentation, API keys",
        },
    ),
    token(
        "posthog-key",
        r"ph[cxs]_[A-Za-z0-9_]{40,48}",
        SHAPE,
        Proof {
            finds: &[
                concat!("x = \"«ph", "x_7Qz2Tf8Wb3Nd5Yh6Rc1", "Fa4kE9x7Qz2Tf8Wb3Nd5Y»\""),
                concat!("see <«ph", "x_7Qz2Tf8Wb3Nd5Yh6Rc1", "Fa4kE9x7Qz2Tf8Wb3Nd5Y»>"),
            ],
            skips: &["phfake"],
            source: "PostHog documentation, API keys",
        },
    ),
    token(
        "sentry-token",
        r"sntrys_eyJ[A-Za-z0-9+/=_]{60,}(?:_[A-Za-z0-9+/]{43})?|sntry[ua]_[a-f0-9]{64}",
        SHAPE,
        Proof {
            finds: &[
                concat!("use «sntrys_eyJ", "Fa4kE9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4k", "E9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7» now"),
                concat!("(«sntry", "a_0356fa4e9b27c1d80356fa4e9b27c1d", "80356fa4e9b27c1d80356fa4e9b27c1d8»)"),
            ],
            skips: &["sntrys_eyJfake"],
            source: "Sentry documentation, auth tokens",
        },
    ),
    token(
        "snyk-token",
        r"snyk_(?:uat|sat)\.[a-z0-9]{8}\.[A-Za-z0-9_.-]{40,}",
        SHAPE,
        Proof {
            finds: &[
                concat!("x = \"«snyk_uat.", "fa4ke9x7.Qz2Tf8Wb3Nd5Yh6", "Rc1Fa4kE9x7Qz2Tf8Wb3Nd5Yh»\""),
                concat!("see <«snyk_sat.", "ke9x7qz2.Tf8Wb3Nd5Yh6Rc1", "Fa4kE9x7Qz2Tf8Wb3Nd5Yh6Rc»>"),
            ],
            skips: &["snyk_uat.fake"],
            source: "Snyk documentation, tokens",
        },
    ),
    token(
        "socket-token",
        r"sktsec_[A-Za-z0-9_-]{40,}",
        SHAPE,
        Proof {
            finds: &[
                concat!("see <«sktsec_", "Fa4kE9x7Qz2Tf8Wb3Nd5", "Yh6Rc1Fa4kE9x7Qz2Tf8»>"),
                concat!("«sktsec_", "kE9x7Qz2Tf8Wb3Nd5Yh6", "Rc1Fa4kE9x7Qz2Tf8Wb3»"),
            ],
            skips: &["sktsec_fake"],
            source: "Socket documentation, API tokens",
        },
    ),
    token(
        "uptimerobot-key",
        r"[um][0-9]{5,10}-[a-f0-9]{24,32}",
        SHAPE,
        Proof {
            finds: &[
                concat!("see <«u711", "50-27c1d80356", "fa4e9b27c1d803»>"),
                concat!("«m509", "86-1d80356fa4", "e9b27c1d80356f»"),
            ],
            skips: &["u71fake"],
            source: "UptimeRobot API documentation, keys",
        },
    ),
];
