//! TABLE pack: keys and tokens for hosts of machines, networks and their secrets.

use super::{COMPLETE, GOOGLE, MIXED, Proof, RANDOM, SHAPE, named, token};
use crate::detect::{Anchor, Check, Edge, Edges, Recognizer, check};

pub(crate) const ROWS: &[Recognizer] = &[
    token(
        "akeyless-access-key",
        r"p-[a-z0-9]{12,16}am",
        RANDOM,
        Proof {
            finds: &[concat!("«p-", "fa4ke9x7qz2tam»"), concat!("x = \"«p-", "ke9x7qz2tw3nam»\"")],
            skips: &["p-fake"],
            source: "Akeyless documentation, API keys",
        },
    ),
    token(
        "alibaba-access-key-id",
        r"LTAI[A-Za-z0-9]{12,24}",
        RANDOM,
        Proof {
            finds: &[concat!("id «LTAI", "Fa4kE9x7Qz2T»."), concat!("use «LTAI", "kE9x7Qz2Tf8W» now")],
            skips: &["LTAIfake"],
            source: "Alibaba Cloud RAM documentation, AccessKey pair",
        },
    ),
    token(
        "aws-access-key-id",
        r"(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}|A3T[A-Z0-9][A-Z0-9]{16}",
        &[COMPLETE, Check::proves("account", check::aws_account)],
        Proof {
            finds: &[concat!("id=«AKIA", "FAKEFAKEFAKE2345»"), concat!("«ASIA", "FAKE2345FAKE2345» x")],
            skips: &["AKIAIOSFODNN7EXAMPLE", "AKIAFAKE", "AKIAXXXXXXXXXXXXXXXX"],
            source: "AWS IAM User Guide, IAM identifiers, unique ID prefixes",
        },
    ),
    token(
        "aws-appsync-key",
        r"da2-[a-z0-9]{26}",
        SHAPE,
        Proof {
            finds: &[
                concat!("x = \"«da2-", "fa4ke9x7qz2tw", "3ndfa4ke9x7qz»\""),
                concat!("see <«da2-", "ke9x7qz2tw3nd", "fa4ke9x7qz2tw»>"),
            ],
            skips: &["da2-fake"],
            source: "AWS AppSync developer guide, API_KEY authorization",
        },
    ),
    token(
        "aws-bedrock-key",
        r"(?:ABSK[A-Za-z0-9+/]{100,}={0,2}|bedrock-api-key-[A-Za-z0-9+/=._%-]{20,})",
        SHAPE,
        Proof {
            finds: &[
                concat!(
                    "use «ABSK",
                    "Fa4kE9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7Qz2Tf8Wb3Nd5Yh6R",
                    "c1Fa4kE9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7Qz2Tf8Wb3Nd5Yh» now"
                ),
                concat!("(«bedrock-api-key-", "kE9x7Qz2Tf8Wb3Nd5Yh6»)"),
            ],
            skips: &["ABSKfake"],
            source: "Amazon Bedrock user guide, API keys",
        },
    ),
    token(
        "aws-session-token",
        r"(?:FwoGZXIvYXdz|IQoJb3JpZ2lu|FQoGZXIvYXdz|FQoDYXdz)[A-Za-z0-9/+=]{60,}",
        SHAPE,
        Proof {
            finds: &[
                concat!("see <«FwoGZXIvYXdz", "Fa4kE9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4k", "E9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7»>"),
                concat!("«FQoDYXdz", "kE9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x", "7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7Qz2»"),
            ],
            skips: &["FwoGZXIvYXdzfake"],
            source: "AWS STS API reference, session tokens",
        },
    ),
    token(
        "aws-web-service-token",
        r"amzn\.mws\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|amzn1\.oa2-cs\.v1\.[a-f0-9]{64}|Atz[ar]\|[A-Za-z0-9_/+=-]{60,}",
        SHAPE,
        Proof {
            finds: &[
                concat!("(«amzn.mws.", "fa4e9b27-c1d8-0356", "-fa4e-9b27c1d80356»)"),
                concat!("id «amzn.mws.", "e9b27c1d-8035-6fa4", "-e9b2-7c1d80356fa4»."),
            ],
            skips: &["amzn.mws.fake"],
            source: "Amazon MWS and Login with Amazon documentation",
        },
    ),
    Recognizer {
        anchor: Anchor::Bytes(b"~"),
        edges: Edges { before: Edge::Word, after: Edge::Word },
        ..token(
            "azure-client-secret",
            r"[A-Za-z0-9_~.-]{3}[0-9]Q~[A-Za-z0-9_~.-]{31,34}",
            RANDOM,
            Proof {
                finds: &[
                    concat!("secret «Fa48Q~", "4kE9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7Qz»"),
                    concat!("'«x_-7Q~", "4kE9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x»'"),
                ],
                skips: &["Fa48Q~short", ".ui.visible~.ui.visible.left.sidebar~.pusher"],
                source: "Microsoft Entra documentation, application client secrets",
            },
        )
    },
    token(
        "backblaze-key",
        r"K00[0-9][A-Za-z0-9/+]{27}",
        MIXED,
        Proof {
            finds: &[
                concat!("id «K00", "4a4kE9x7Qz2Tf8", "Wb3Nd5Yh6Rc1Fa»."),
                concat!("use «K00", "1E9x7Qz2Tf8Wb3", "Nd5Yh6Rc1Fa4kE» now"),
            ],
            skips: &["K00fake"],
            source: "Backblaze B2 documentation, application keys",
        },
    ),
    token(
        "baidu-access-key",
        r"ALTAK[A-Za-z0-9]{21}",
        RANDOM,
        Proof {
            finds: &[concat!("«ALTAK", "Fa4kE9x7Qz2Tf8Wb3Nd5Y»"), concat!("x = \"«ALTAK", "kE9x7Qz2Tf8Wb3Nd5Yh6R»\"")],
            skips: &["ALTAKfake"],
            source: "Baidu AI Cloud documentation, access keys",
        },
    ),
    token(
        "bitwarden-token",
        r"0\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.[A-Za-z0-9]{30}:[A-Za-z0-9+/=]{20,}",
        SHAPE,
        Proof {
            finds: &[
                concat!(
                    "x = \"«0.",
                    "fa4e9b27-c1d8-0356-fa4e-9b27c1d80356.x7Qz2Tf",
                    "8Wb3Nd5Yh6Rc1Fa4kE9x7Qz:2Tf8Wb3Nd5Yh6Rc1Fa4k»\""
                ),
                concat!(
                    "see <«0.",
                    "e9b27c1d-8035-6fa4-e9b2-7c1d80356fa4.z2Tf8Wb",
                    "3Nd5Yh6Rc1Fa4kE9x7Qz2Tf:8Wb3Nd5Yh6Rc1Fa4kE9x»>"
                ),
            ],
            skips: &["0.fake"],
            source: "Bitwarden documentation, Secrets Manager access tokens",
        },
    ),
    token(
        "cloudflare-origin-key",
        r"v1\.0-[a-f0-9]{24}-[a-f0-9]{60,}",
        SHAPE,
        Proof {
            finds: &[
                concat!(
                    "id «v1.0-",
                    "fa4e9b27c1d80356fa4e9b27-c1d80356fa4e9b27c",
                    "1d80356fa4e9b27c1d80356fa4e9b27c1d80356fa4e»."
                ),
                concat!(
                    "use «v1.0-",
                    "e9b27c1d80356fa4e9b27c1d-80356fa4e9b27c1d8",
                    "0356fa4e9b27c1d80356fa4e9b27c1d80356fa4e9b2» now"
                ),
            ],
            skips: &["v1.0-fake"],
            source: "Cloudflare API documentation, Origin CA keys",
        },
    ),
    token(
        "cloudflare-token",
        r"cf[kua]t?_[A-Za-z0-9]{40}[a-f0-9]{8}",
        SHAPE,
        Proof {
            finds: &[
                concat!("x = \"«cf", "a_4kE9x7Qz2Tf8Wb3Nd5Yh6Rc", "1Fa4kE9x7Qz2Tf8Wbd80356fa»\""),
                concat!("see <«cf", "k_E9x7Qz2Tf8Wb3Nd5Yh6Rc1F", "a4kE9x7Qz2Tf8Wb3N0356fa4e»>"),
            ],
            skips: &["cffake"],
            source: "Cloudflare API documentation, token formats",
        },
    ),
    token(
        "cockroach-key",
        r"CCDB1_[A-Za-z0-9]{22}_[A-Za-z0-9]{40}",
        SHAPE,
        Proof {
            finds: &[
                concat!("(«CCDB1_", "Fa4kE9x7Qz2Tf8Wb3Nd5Yh_6Rc1Fa4k", "E9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7Qz»)"),
                concat!("id «CCDB1_", "kE9x7Qz2Tf8Wb3Nd5Yh6Rc_1Fa4kE9x", "7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7Qz2Tf»."),
            ],
            skips: &["CCDB1_fake"],
            source: "CockroachDB Cloud documentation, API access",
        },
    ),
    token(
        "deno-deploy-token",
        r"dd[po]_[A-Za-z0-9]{36}",
        SHAPE,
        Proof {
            finds: &[
                concat!("«dd", "p_a4kE9x7Qz2Tf8Wb3N", "d5Yh6Rc1Fa4kE9x7Qz2»"),
                concat!("x = \"«dd", "o_E9x7Qz2Tf8Wb3Nd5Y", "h6Rc1Fa4kE9x7Qz2Tf8»\""),
            ],
            skips: &["ddfake"],
            source: "Deno Deploy documentation, access tokens",
        },
    ),
    token(
        "digitalocean-spaces-key",
        r"DO(?:00|801)[A-Z0-9]{16,17}",
        RANDOM,
        Proof {
            finds: &[concat!("see <«DO00", "FA4KE9X7QZ2TFA4K»>"), concat!("«DO801", "KE9X7QZ2TFA4KE9X»")],
            skips: &["DO00fake"],
            source: "DigitalOcean Spaces documentation, access keys",
        },
    ),
    token(
        "digitalocean-token",
        r"do[opr]_v1_[a-f0-9]{64}",
        SHAPE,
        Proof {
            finds: &[
                concat!("use «do", "p_v1_a4e9b27c1d80356fa4e9b27c1d803", "56fa4e9b27c1d80356fa4e9b27c1d80356f» now"),
                concat!("(«do", "p_v1_9b27c1d80356fa4e9b27c1d80356f", "a4e9b27c1d80356fa4e9b27c1d80356fa4e»)"),
            ],
            skips: &["dofake"],
            source: "DigitalOcean API reference, authentication",
        },
    ),
    token(
        "doppler-token",
        r"dp\.(?:ct|pt|sa|scim|audit|said|st(?:\.[a-z0-9_-]{2,35})?)\.[A-Za-z0-9]{40,44}",
        SHAPE,
        Proof {
            finds: &[
                concat!("see <«dp.ct.", "Fa4kE9x7Qz2Tf8Wb3Nd5", "Yh6Rc1Fa4kE9x7Qz2Tf8»>"),
                concat!("«dp.scim.", "kE9x7Qz2Tf8Wb3Nd5Yh6", "Rc1Fa4kE9x7Qz2Tf8Wb3»"),
            ],
            skips: &["dp.ct.fake"],
            source: "Doppler documentation, token formats",
        },
    ),
    token(
        "exoscale-key",
        r"EXO[a-f0-9]{24,32}",
        RANDOM,
        Proof {
            finds: &[concat!("(«EXO", "fa4e9b27c1d80356fa4e9b27»)"), concat!("id «EXO", "e9b27c1d80356fa4e9b27c1d».")],
            skips: &["EXOfake"],
            source: "Exoscale documentation, API keys",
        },
    ),
    token(
        "fly-token",
        r"fm[12][ar]?_[A-Za-z0-9+/=_-]{60,}|fo1_[A-Za-z0-9_-]{43}",
        SHAPE,
        Proof {
            finds: &[
                concat!("«fm", "1_kE9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9", "x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7Qz2»"),
                concat!("x = \"«fo1_", "kE9x7Qz2Tf8Wb3Nd5Yh6R", "c1Fa4kE9x7Qz2Tf8Wb3Nd5»\""),
            ],
            skips: &["fmfake"],
            source: "Fly.io documentation, access tokens",
        },
    ),
    token(
        "google-api-key",
        r"AIza[A-Za-z0-9_-]{35}",
        GOOGLE,
        Proof {
            finds: &[
                concat!("id «AIza", "Fa4kE9x7Qz2Tf8Wb3", "Nd5Yh6Rc1Fa4kE9x7Q»."),
                concat!("use «AIza", "kE9x7Qz2Tf8Wb3Nd5", "Yh6Rc1Fa4kE9x7Qz2T» now"),
            ],
            skips: &["AIzafake"],
            source: "Google Cloud documentation, API keys",
        },
    ),
    token(
        "google-client-secret",
        r"GOCSPX-[A-Za-z0-9_-]{28}",
        SHAPE,
        Proof {
            finds: &[
                concat!("x = \"«GOCSPX-", "Fa4kE9x7Qz2Tf8", "Wb3Nd5Yh6Rc1Fa»\""),
                concat!("see <«GOCSPX-", "kE9x7Qz2Tf8Wb3", "Nd5Yh6Rc1Fa4kE»>"),
            ],
            skips: &["GOCSPX-fake"],
            source: "Google Identity documentation, OAuth client secrets",
        },
    ),
    token(
        "google-hmac-key",
        r"GOOG(?:1E[A-Z0-9]{57}|[A-Z0-9]{16,20})",
        RANDOM,
        Proof {
            finds: &[
                concat!("use «GOOG1E", "FA4KE9X7QZ2TFA4KE9X7QZ2TFA4K", "E9X7QZ2TFA4KE9X7QZ2TFA4KE9X7Q» now"),
                concat!("(«GOOG", "KE9X7QZ2TFA4KE9X»)"),
            ],
            skips: &["GOOG1Efake"],
            source: "Google Cloud Storage documentation, HMAC keys",
        },
    ),
    token(
        "google-oauth-token",
        r"ya29\.(?:[acdl]\.)?[A-Za-z0-9_-]{20,}|1//0[A-Za-z0-9_-]{30,}|4/0A[A-Za-z0-9_-]{40,}",
        SHAPE,
        Proof {
            finds: &[concat!("see <«ya29.", "Fa4kE9x7Qz2Tf8Wb3Nd5»>"), concat!("«ya29.", "kE9x7Qz2Tf8Wb3Nd5Yh6»")],
            skips: &["ya29.fake"],
            source: "Google Identity documentation, OAuth tokens",
        },
    ),
    Recognizer {
        anchor: Anchor::Bytes(b"."),
        ..token(
            "hashicorp-terraform-token",
            r"(?:[A-Za-z0-9]{14}\.)?atlasv1\.[A-Za-z0-9_=-]{60,70}",
            SHAPE,
            Proof {
                finds: &[
                    concat!("(«atlasv1.", "Fa4kE9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4k", "E9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7»)"),
                    concat!("id «atlasv1.", "kE9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x", "7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7Qz2»."),
                ],
                skips: &["atlasv1.fake"],
                source: "HCP Terraform documentation, API tokens",
            },
        )
    },
    token(
        "hashicorp-vault-token",
        r"(?:hvs|hvb|hvr)\.[A-Za-z0-9_-]{24,}",
        SHAPE,
        Proof {
            finds: &[
                concat!("«hv", "b.3Nd5Yh6Rc1F", "a4kE9x7Qz2Tf8»"),
                concat!("x = \"«hv", "b.3Nd5Yh6Rc1F", "a4kE9x7Qz2Tf8»\""),
            ],
            skips: &["hvfake"],
            source: "HashiCorp Vault documentation, tokens",
        },
    ),
    token(
        "hashicorp-vault-token-old",
        r"[sbr]\.[A-Za-z0-9]{24}",
        MIXED,
        Proof {
            finds: &[concat!("id «b.3N", "d5Yh6Rc1Fa4kE9x7Qz2Tf8»."), concat!("use «b.3N", "d5Yh6Rc1Fa4kE9x7Qz2Tf8» now")],
            skips: &["b.3fake"],
            source: "HashiCorp Vault documentation, tokens before 1.10",
        },
    ),
    token(
        "heroku-key",
        r"HRKU-(?:AA[A-Za-z0-9_-]{58}|[0-9a-f-]{36})",
        SHAPE,
        Proof {
            finds: &[
                concat!("x = \"«HRKU-AA", "Fa4kE9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4", "kE9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9»\""),
                concat!("see <«HRKU-", "e9b27c1d80356fa4e9", "b27c1d80356fa4e9b2»>"),
            ],
            skips: &["HRKU-AAfake"],
            source: "Heroku Platform API reference, authentication",
        },
    ),
    token(
        "infisical-token",
        r"st\.[a-f0-9]{24}\.[a-f0-9]{32}\.[a-f0-9]{32}",
        SHAPE,
        Proof {
            finds: &[
                concat!(
                    "use «st.",
                    "fa4e9b27c1d80356fa4e9b27.c1d80356fa4e9b27c1d8",
                    "0356fa4e9b27.c1d80356fa4e9b27c1d80356fa4e9b27» now"
                ),
                concat!(
                    "(«st.",
                    "e9b27c1d80356fa4e9b27c1d.80356fa4e9b27c1d8035",
                    "6fa4e9b27c1d.80356fa4e9b27c1d80356fa4e9b27c1d»)"
                ),
            ],
            skips: &["st.fake"],
            source: "Infisical documentation, service tokens",
        },
    ),
    token(
        "kubernetes-sha256-token",
        r"sha256~[A-Za-z0-9_-]{43}",
        SHAPE,
        Proof {
            finds: &[
                concat!("see <«sha256~", "Fa4kE9x7Qz2Tf8Wb3Nd5Y", "h6Rc1Fa4kE9x7Qz2Tf8Wb3»>"),
                concat!("«sha256~", "kE9x7Qz2Tf8Wb3Nd5Yh6R", "c1Fa4kE9x7Qz2Tf8Wb3Nd5»"),
            ],
            skips: &["sha256~fake"],
            source: "OpenShift documentation, OAuth access tokens",
        },
    ),
    named(
        "named-cloud-key",
        concat!(
            r"(?i:(?:aiven|akamai|alibaba|aliyun|anypoint|apigee|appfleet|appveyor|arvan|auth0|backblaze|bitwarden|bunny|",
            r"cachefly|cloudera|cloudflare|cloudplan|cloudsmith|cloudways|contabo|coreweave|cyberark|delinea|digitalocean|",
            r"dnsimple|doppler|equinix|exoscale|fastly|forgerock|gandi|godaddy|heroku|hetzner|ibm|imperva|jumpcloud|",
            r"keycloak|kinsta|koyeb|lambdalabs|leaseweb|linode|maxcdn|mulesoft|namecheap|namedotcom|neocities|netlify|ngrok|",
            r"nomad|npgsql|okta|onelogin|ovh|paperspace|phala|platformsh|porkbun|qovery|rackspace|railway|rancher|runpod|",
            r"scaleway|securitytrails|softlayer|sslmate|supabase|tailscale|tencent|terraform|thycotic|truenas|upcloud|",
            r"vercel|vmware|volcengine|vsphere|vultr|wasabi|wiz|wpengine|yandex|zeit|zerotier|",
            r"zscaler)(?:[ _.-]{0,2}(?:access|account|admin|api|app|auth|authentication|authorization|basic|bearer|client|",
            r"cloud|credentials?|deploy|dev|integration|io|accesskey|key|password|secretkey|license|live|login|org|pat|",
            r"personal|platform|private|prod|project|pro|refresh|rest|sandbox|secret|server|service|session|signing|test|",
            r"token|user|v[0-9]|webhook|write))*[0-9a-z]?|(?:aws|azure|duo|firebase|fly|gcp|kubernetes|oracle|packet|render|",
            r"vault)(?:[ _.-]{0,2}(?:access|account|admin|api|app|auth|authentication|authorization|basic|bearer|client|",
            r"cloud|credentials?|deploy|dev|integration|io|key|license|live|login|org|pat|personal|platform|private|prod|",
            r"project|pro|refresh|rest|sandbox|secret|server|service|session|signing|test|token|user|v[0-9]|webhook|",
            r"write))*(?:[ _.-]{0,2}(?:access|accesskey|auth|bearer|credentials?|key|pat|password|private|secret|secretkey|",
            r"token))[0-9a-z]{0,2})[\x20\t\r\n\x22'\x60:=>,|?()\\-]{1,8}",
        ),
        Proof {
            finds: &["heroku_api_key: «fa4ke9x7qz2tw3nd5yh6rc1»", "hetzner token «4711fa4e9b27c1d80356fa4e9b27c1d8»"],
            skips: &["vultr release 2024-11-23", "vultr is configured", "vultr_version: 1.7.8-rc0123456789"],
            source: "The providers' documentation of their API keys, which have no prefix of their own",
        },
    ),
    token(
        "neon-token",
        r"napi_[a-z0-9]{50,}|neon_[A-Za-z0-9_-]{32,}",
        SHAPE,
        Proof {
            finds: &[
                concat!("(«napi_", "fa4ke9x7qz2tw3ndfa4ke9x7q", "z2tw3ndfa4ke9x7qz2tw3ndfa»)"),
                concat!("id «neon_", "kE9x7Qz2Tf8Wb3Nd", "5Yh6Rc1Fa4kE9x7Q»."),
            ],
            skips: &["napi_fake"],
            source: "Neon API documentation, API keys",
        },
    ),
    token(
        "netlify-token",
        r"nf[pcoub]_[A-Za-z0-9_]{36}",
        SHAPE,
        Proof {
            finds: &[
                concat!("«nf", "b_3Nd5Yh6Rc1Fa4kE9x", "7Qz2Tf8Wb3Nd5Yh6Rc1»"),
                concat!("x = \"«nf", "b_3Nd5Yh6Rc1Fa4kE9x", "7Qz2Tf8Wb3Nd5Yh6Rc1»\""),
            ],
            skips: &["nffake"],
            source: "Netlify documentation, personal access tokens",
        },
    ),
    token(
        "ngrok-key",
        r"(?:cr_|ak_)?2[A-Za-z0-9]{26}_[A-Za-z0-9]{20,22}",
        MIXED,
        Proof {
            finds: &[
                concat!("id «2", "Fa4kE9x7Qz2Tf8Wb3Nd5Yh6", "Rc1_Fa4kE9x7Qz2Tf8Wb3Nd5»."),
                concat!("use «2", "kE9x7Qz2Tf8Wb3Nd5Yh6Rc1", "Fa4_kE9x7Qz2Tf8Wb3Nd5Yh6» now"),
            ],
            skips: &["2fake"],
            source: "ngrok documentation, authtokens and API keys",
        },
    ),
    token(
        "one-password-secret-key",
        r"A3-[A-Z0-9]{6}-(?:[A-Z0-9]{11}|[A-Z0-9]{6}-[A-Z0-9]{5})-[A-Z0-9]{5}-[A-Z0-9]{5}-[A-Z0-9]{5}",
        SHAPE,
        Proof {
            finds: &[
                concat!("use «A3-", "FA4KE9-X7QZ2TFA4KE", "-9X7QZ-2TFA4-KE9X7» now"),
                concat!("(«A3-", "KE9X7Q-Z2TFA4-KE9X", "7-QZ2TF-A4KE9-X7QZ2»)"),
            ],
            skips: &["A3-fake"],
            source: "1Password security design white paper, Secret Key",
        },
    ),
    token(
        "one-password-token",
        r"ops_eyJ[A-Za-z0-9+/]{60,}={0,3}",
        SHAPE,
        Proof {
            finds: &[
                concat!("x = \"«ops_eyJ", "Fa4kE9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4k", "E9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7»\""),
                concat!("see <«ops_eyJ", "kE9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x", "7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7Qz2»>"),
            ],
            skips: &["ops_eyJfake"],
            source: "1Password developer documentation, service accounts",
        },
    ),
    token(
        "planetscale-token",
        r"pscale_(?:tkn|oauth|pw|app)_[A-Za-z0-9_=.-]{31,}[A-Za-z0-9_=-]",
        SHAPE,
        Proof {
            finds: &[
                concat!("(«pscale_tkn_", "Fa4kE9x7Qz2Tf8Wb", "3Nd5Yh6Rc1Fa4kE9»)"),
                concat!("id «pscale_app_", "kE9x7Qz2Tf8Wb3Nd", "5Yh6Rc1Fa4kE9x7Q»."),
            ],
            skips: &["pscale_tkn_fake"],
            source: "PlanetScale documentation, service tokens and passwords",
        },
    ),
    token(
        "pulumi-token",
        r"pul-[a-f0-9]{40}",
        SHAPE,
        Proof {
            finds: &[
                concat!("«pul-", "fa4e9b27c1d80356fa4e", "9b27c1d80356fa4e9b27»"),
                concat!("x = \"«pul-", "e9b27c1d80356fa4e9b2", "7c1d80356fa4e9b27c1d»\""),
            ],
            skips: &["pul-fake"],
            source: "Pulumi documentation, access tokens",
        },
    ),
    token(
        "render-key",
        r"rnd_[A-Za-z0-9]{28,}",
        SHAPE,
        Proof {
            finds: &[
                concat!("id «rnd_", "Fa4kE9x7Qz2Tf8", "Wb3Nd5Yh6Rc1Fa»."),
                concat!("use «rnd_", "kE9x7Qz2Tf8Wb3", "Nd5Yh6Rc1Fa4kE» now"),
            ],
            skips: &["rnd_fake"],
            source: "Render documentation, API keys",
        },
    ),
    token(
        "scaleway-access-key",
        r"SCW[A-Z0-9]{17}",
        RANDOM,
        Proof {
            finds: &[concat!("x = \"«SCW", "FA4KE9X7QZ2TFA4KE»\""), concat!("see <«SCW", "KE9X7QZ2TFA4KE9X7»>")],
            skips: &["SCWfake"],
            source: "Scaleway documentation, API keys",
        },
    ),
    token(
        "scalingo-token",
        r"tk-us-[A-Za-z0-9_-]{48}",
        SHAPE,
        Proof {
            finds: &[
                concat!("use «tk-us-", "Fa4kE9x7Qz2Tf8Wb3Nd5Yh6R", "c1Fa4kE9x7Qz2Tf8Wb3Nd5Yh» now"),
                concat!("(«tk-us-", "kE9x7Qz2Tf8Wb3Nd5Yh6Rc1F", "a4kE9x7Qz2Tf8Wb3Nd5Yh6Rc»)"),
            ],
            skips: &["tk-us-fake"],
            source: "Scalingo developer documentation, tokens",
        },
    ),
    token(
        "supabase-key",
        r"sbp_(?:v0_|oauth_)?[a-z0-9]{40}|sb_secret_[A-Za-z0-9_-]{22,}",
        SHAPE,
        Proof {
            finds: &[
                concat!("see <«sbp_", "fa4ke9x7qz2tw3ndfa4k", "e9x7qz2tw3ndfa4ke9x7»>"),
                concat!("«sb_secret_", "kE9x7Qz2Tf8Wb3Nd5Yh6Rc»"),
            ],
            skips: &["sbp_fake"],
            source: "Supabase documentation, API keys",
        },
    ),
    token(
        "tailscale-key",
        r"tskey-(?:[a-z]+-)?[A-Za-z0-9]{6,}(?:-[A-Za-z0-9]{4,})?",
        SHAPE,
        Proof {
            finds: &[concat!("(«tskey-", "Fa4kE9»)"), concat!("id «tskey-", "kE9x7Q».")],
            skips: &["tskey-fake"],
            source: "Tailscale documentation, keys and secrets",
        },
    ),
    token(
        "tencent-secret-id",
        r"AKID[A-Za-z0-9]{32,36}",
        RANDOM,
        Proof {
            finds: &[
                concat!("«AKID", "Fa4kE9x7Qz2Tf8Wb", "3Nd5Yh6Rc1Fa4kE9»"),
                concat!("x = \"«AKID", "kE9x7Qz2Tf8Wb3Nd", "5Yh6Rc1Fa4kE9x7Q»\""),
            ],
            skips: &["AKIDfake"],
            source: "Tencent Cloud documentation, CAM access keys",
        },
    ),
    token(
        "upcloud-token",
        r"ucat_[A-Z0-9]{26}",
        SHAPE,
        Proof {
            finds: &[
                concat!("see <«ucat_", "FA4KE9X7QZ2TF", "A4KE9X7QZ2TFA»>"),
                concat!("«ucat_", "KE9X7QZ2TFA4K", "E9X7QZ2TFA4KE»"),
            ],
            skips: &["ucat_fake"],
            source: "UpCloud API documentation, tokens",
        },
    ),
    token(
        "vercel-token",
        r"vc[aiprk]_[A-Za-z0-9_-]{24,}|vercel_blob_rw_[A-Za-z0-9_]{30,}",
        SHAPE,
        Proof {
            finds: &[
                concat!("id «vc", "a_4kE9x7Qz2Tf", "8Wb3Nd5Yh6Rc1»."),
                concat!("use «vercel_blob_rw_", "kE9x7Qz2Tf8Wb3N", "d5Yh6Rc1Fa4kE9x» now"),
            ],
            skips: &["vcfake"],
            source: "Vercel documentation, tokens",
        },
    ),
    token(
        "volcengine-access-key",
        r"AKLT[A-Za-z0-9+/=_-]{40,}",
        RANDOM,
        Proof {
            finds: &[
                concat!("x = \"«AKLT", "Fa4kE9x7Qz2Tf8Wb3Nd5", "Yh6Rc1Fa4kE9x7Qz2Tf8»\""),
                concat!("see <«AKLT", "kE9x7Qz2Tf8Wb3Nd5Yh6", "Rc1Fa4kE9x7Qz2Tf8Wb3»>"),
            ],
            skips: &["AKLTfake"],
            source: "Volcengine documentation, access keys",
        },
    ),
    token(
        "yandex-cloud-key",
        r"AQVN[A-Za-z0-9_-]{35,38}|t1\.[A-Za-z0-9_-]{1,}={0,2}\.[A-Za-z0-9_-]{86}={0,2}|YC[A-Za-z0-9_-]{38}",
        RANDOM,
        Proof {
            finds: &[
                concat!("use «AQVN", "Fa4kE9x7Qz2Tf8Wb3", "Nd5Yh6Rc1Fa4kE9x7Q» now"),
                concat!("(«AQVN", "kE9x7Qz2Tf8Wb3Nd5", "Yh6Rc1Fa4kE9x7Qz2T»)"),
            ],
            skips: &["AQVNfake"],
            source: "Yandex Cloud documentation, API keys and IAM tokens",
        },
    ),
];
