//! TABLE pack: keys and tokens for hosts of code, its packages, its tests and its planning.

use super::{CASES, MIXED, Proof, RANDOM, SHAPE, SHAPE_CRC, named, token};
use crate::detect::{Edge, Edges, Recognizer};

pub(crate) const ROWS: &[Recognizer] = &[
    token(
        "adobe-secret",
        r"p8e-[A-Za-z0-9]{32}",
        SHAPE,
        Proof {
            finds: &[
                concat!("«p8e-", "Fa4kE9x7Qz2Tf8Wb", "3Nd5Yh6Rc1Fa4kE9»"),
                concat!("x = \"«p8e-", "kE9x7Qz2Tf8Wb3Nd", "5Yh6Rc1Fa4kE9x7Q»\""),
            ],
            skips: &["p8e-fake"],
            source: "Adobe Developer documentation, client secrets",
        },
    ),
    token(
        "airtable-token",
        r"pat[A-Za-z0-9]{14}\.[a-f0-9]{64}",
        SHAPE,
        Proof {
            finds: &[
                concat!("id «pat", "Fa4kE9x7Qz2Tf8.56fa4e9b27c1d80356fa4e9b", "27c1d80356fa4e9b27c1d80356fa4e9b27c1d803»."),
                concat!("use «pat", "kE9x7Qz2Tf8Wb3.a4e9b27c1d80356fa4e9b27c", "1d80356fa4e9b27c1d80356fa4e9b27c1d80356f» now"),
            ],
            skips: &["patfake"],
            source: "Airtable documentation, personal access tokens",
        },
    ),
    token(
        "apollo-graphos-key",
        r"(?:user|service):[A-Za-z0-9._-]{2,40}:[A-Za-z0-9_-]{22}",
        MIXED,
        Proof {
            finds: &[
                concat!("see <«user:", "Fa:4kE9x7Qz2", "Tf8Wb3Nd5Yh6R»>"),
                concat!("«service:", "kE:9x7Qz2Tf8", "Wb3Nd5Yh6Rc1F»"),
            ],
            skips: &["user:fake"],
            source: "Apollo GraphOS documentation, API keys",
        },
    ),
    token(
        "artifactory-key",
        r"AKC[Pp][A-Za-z0-9]{64,}|cmVm(?:dGtuOjAxOj|dGtuOjA)?[A-Za-z0-9]{43,}",
        RANDOM,
        Proof {
            finds: &[
                concat!("x = \"«AKC", "pa4kE9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9", "x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7Qz2Tf»\""),
                concat!("see <«cmVm", "kE9x7Qz2Tf8Wb3Nd5Yh6R", "c1Fa4kE9x7Qz2Tf8Wb3Nd5»>"),
            ],
            skips: &["AKCfake"],
            source: "JFrog documentation, API keys and reference tokens",
        },
    ),
    token(
        "asana-token",
        r"[0-2]/[0-9]{13,17}(?:/[0-9]{13,17})?:[a-f0-9]{32}",
        SHAPE,
        Proof {
            finds: &[
                concat!("use «1/15", "09862471150:fa4e9b27c1", "d80356fa4e9b27c1d80356» now"),
                concat!("(«1/50", "98624711509:a4e9b27c1d", "80356fa4e9b27c1d80356f»)"),
            ],
            skips: &["1/1fake"],
            source: "Asana documentation, personal access tokens",
        },
    ),
    token(
        "atlassian-api-token",
        r"(?:ATATT3|ATCTT3|ATSTT3|ATOAT3)[A-Za-z0-9_=-]{50,}|ATBB[A-Za-z0-9]{28,}",
        SHAPE,
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
        "buildkite-token",
        r"bk(?:ua|aj|ct|pt|cd|pat)_[a-z0-9]{40,}",
        SHAPE,
        Proof {
            finds: &[
                concat!("see <«bkua_", "fa4ke9x7qz2tw3ndfa4k", "e9x7qz2tw3ndfa4ke9x7»>"),
                concat!("«bkpt_", "ke9x7qz2tw3ndfa4ke9x", "7qz2tw3ndfa4ke9x7qz2»"),
            ],
            skips: &["bkua_fake"],
            source: "Buildkite documentation, API access tokens",
        },
    ),
    token(
        "checkly-key",
        r"cu_[a-f0-9]{32}",
        SHAPE,
        Proof {
            finds: &[
                concat!("(«cu_", "fa4e9b27c1d80356", "fa4e9b27c1d80356»)"),
                concat!("id «cu_", "e9b27c1d80356fa4", "e9b27c1d80356fa4»."),
            ],
            skips: &["cu_fake"],
            source: "Checkly documentation, API keys",
        },
    ),
    token(
        "circleci-token",
        r"CCI(?:PAT|PRJ)_[A-Za-z0-9]{20,24}_[a-z0-9]{40}",
        SHAPE,
        Proof {
            finds: &[
                concat!("(«CCIPAT_", "Fa4kE9x7Qz2Tf8Wb3Nd5_e9x7qz2tw", "3ndfa4ke9x7qz2tw3ndfa4ke9x7qz2t»)"),
                concat!("id «CCIPRJ_", "kE9x7Qz2Tf8Wb3Nd5Yh6_7qz2tw3nd", "fa4ke9x7qz2tw3ndfa4ke9x7qz2tw3n»."),
            ],
            skips: &["CCIPAT_fake"],
            source: "CircleCI documentation, API tokens",
        },
    ),
    token(
        "clickup-token",
        r"pk_[0-9]{6,9}_[A-Z0-9]{28,34}",
        SHAPE,
        Proof {
            finds: &[
                concat!("«pk_", "471150_X7QZ2TFA4K", "E9X7QZ2TFA4KE9X7QZ»"),
                concat!("x = \"«pk_", "150986_Z2TFA4KE9X", "7QZ2TFA4KE9X7QZ2TF»\""),
            ],
            skips: &["pk_fake"],
            source: "ClickUp API documentation, personal tokens",
        },
    ),
    token(
        "clojars-token",
        r"CLOJARS_[a-z0-9]{60}",
        SHAPE,
        Proof {
            finds: &[
                concat!("id «CLOJARS_", "fa4ke9x7qz2tw3ndfa4ke9x7qz2tw3", "ndfa4ke9x7qz2tw3ndfa4ke9x7qz2t»."),
                concat!("use «CLOJARS_", "ke9x7qz2tw3ndfa4ke9x7qz2tw3ndf", "a4ke9x7qz2tw3ndfa4ke9x7qz2tw3n» now"),
            ],
            skips: &["CLOJARS_fake"],
            source: "Clojars documentation, deploy tokens",
        },
    ),
    token(
        "contentful-token",
        r"CFPAT-[A-Za-z0-9_-]{43}",
        SHAPE,
        Proof {
            finds: &[
                concat!("x = \"«CFPAT-", "Fa4kE9x7Qz2Tf8Wb3Nd5Y", "h6Rc1Fa4kE9x7Qz2Tf8Wb3»\""),
                concat!("see <«CFPAT-", "kE9x7Qz2Tf8Wb3Nd5Yh6R", "c1Fa4kE9x7Qz2Tf8Wb3Nd5»>"),
            ],
            skips: &["CFPAT-fake"],
            source: "Contentful documentation, personal access tokens",
        },
    ),
    token(
        "crates-io-token",
        r"cio[A-Za-z0-9]{32}",
        MIXED,
        Proof {
            finds: &[
                concat!("use «cio", "Fa4kE9x7Qz2Tf8Wb", "3Nd5Yh6Rc1Fa4kE9» now"),
                concat!("(«cio", "kE9x7Qz2Tf8Wb3Nd", "5Yh6Rc1Fa4kE9x7Q»)"),
            ],
            skips: &["ciofake"],
            source: "crates.io documentation, API tokens",
        },
    ),
    token(
        "dependency-track-key",
        r"odt_[A-Za-z0-9]{32,}(?:_[A-Za-z0-9]{8,})?",
        SHAPE,
        Proof {
            finds: &[
                concat!("see <«odt_", "Fa4kE9x7Qz2Tf8Wb", "3Nd5Yh6Rc1Fa4kE9»>"),
                concat!("«odt_", "kE9x7Qz2Tf8Wb3Nd", "5Yh6Rc1Fa4kE9x7Q»"),
            ],
            skips: &["odt_fake"],
            source: "OWASP Dependency-Track documentation, API keys",
        },
    ),
    Recognizer {
        edges: Edges { before: Edge::Word, after: Edge::Any },
        ..token(
            "django-secret-key",
            r"django-insecure-[a-z0-9!@#$%^&*()_+=-]{50}",
            &[],
            Proof {
                finds: &[
                    concat!("SECRET_KEY = '«django-insecure-", "fa4ke9x7qz2t#f8wb3nd5yh6rc1(fa4ke9x7qz2tf8wb3nd5yh»'"),
                    concat!("«django-insecure-", "fa4ke9x7qz2t!f8wb3nd5yh6rc1&fa4ke9x7qz2tf8wb3nd5yh»"),
                ],
                skips: &["django-insecure-x"],
                source: "Django documentation, SECRET_KEY",
            },
        )
    },
    token(
        "docker-token",
        r"dckr_[po]at_[A-Za-z0-9_-]{27,32}",
        SHAPE,
        Proof {
            finds: &[
                concat!("(«dckr_", "pat_a4kE9x7Qz2T", "f8Wb3Nd5Yh6Rc1Fa»)"),
                concat!("id «dckr_", "oat_E9x7Qz2Tf8W", "b3Nd5Yh6Rc1Fa4kE»."),
            ],
            skips: &["dckr_fake"],
            source: "Docker documentation, access tokens",
        },
    ),
    token(
        "figma-token",
        r"fig(?:d|o[ru]?|u|ma)_[A-Za-z0-9_-]{36,48}",
        SHAPE,
        Proof {
            finds: &[
                concat!("id «figd_", "Fa4kE9x7Qz2Tf8Wb3N", "d5Yh6Rc1Fa4kE9x7Qz»."),
                concat!("use «figma_", "kE9x7Qz2Tf8Wb3Nd5Y", "h6Rc1Fa4kE9x7Qz2Tf» now"),
            ],
            skips: &["figd_fake"],
            source: "Figma developer documentation, access tokens",
        },
    ),
    token(
        "flagsmith-key",
        r"ser\.[A-Za-z0-9]{20,24}",
        MIXED,
        Proof {
            finds: &[concat!("use «ser.", "Fa4kE9x7Qz2Tf8Wb3Nd5» now"), concat!("(«ser.", "kE9x7Qz2Tf8Wb3Nd5Yh6»)")],
            skips: &["ser.fake"],
            source: "Flagsmith documentation, server-side keys",
        },
    ),
    token(
        "frame-io-token",
        r"fio-u-[A-Za-z0-9_=-]{60,66}",
        SHAPE,
        Proof {
            finds: &[
                concat!("«fio-u-", "Fa4kE9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4k", "E9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7»"),
                concat!("x = \"«fio-u-", "kE9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x", "7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7Qz2»\""),
            ],
            skips: &["fio-u-fake"],
            source: "Frame.io developer documentation, tokens",
        },
    ),
    token(
        "github-fine-grained-token",
        r"github_pat_[0-9A-Za-z]{22}_[0-9A-Za-z]{59}",
        SHAPE,
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
        r"gh[pousr]_[0-9A-Za-z]{36,}|ghs_[0-9]{1,12}_eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}",
        SHAPE_CRC,
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
    token(
        "gitlab-token",
        r"gl(?:pat|dt|ptt|ft|cbt|imt|agent|oas|soat|ffct|rt|rtr)-(?:t[0-9]_)?[A-Za-z0-9_-]{20,}(?:\.[A-Za-z0-9_-]{2,10}){0,3}|GR1348941[A-Za-z0-9_-]{20}",
        SHAPE,
        Proof {
            finds: &[concat!("x = \"«glpat-", "Fa4kE9x7Qz2Tf8Wb3Nd5»\""), concat!("see <«GR1348941", "kE9x7Qz2Tf8Wb3Nd5Yh6»>")],
            skips: &["glpat-fake"],
            source: "GitLab documentation, token prefixes",
        },
    ),
    token(
        "growthbook-key",
        r"secret_(?:admin|readonly|user)_[A-Za-z0-9]{20,}",
        SHAPE,
        Proof {
            finds: &[
                concat!("x = \"«secret_admin_", "Fa4kE9x7Qz2Tf8Wb3Nd5»\""),
                concat!("see <«secret_admin_", "kE9x7Qz2Tf8Wb3Nd5Yh6»>"),
            ],
            skips: &["secret_admin_fake"],
            source: "GrowthBook documentation, API keys",
        },
    ),
    token(
        "harness-token",
        r"(?:pat|sat)\.[A-Za-z0-9_-]{22}\.[a-f0-9]{24}\.[A-Za-z0-9]{20}",
        SHAPE,
        Proof {
            finds: &[
                concat!("see <«pat.", "Fa4kE9x7Qz2Tf8Wb3Nd5Yh.27c1d80356f", "a4e9b27c1d803.Yh6Rc1Fa4kE9x7Qz2Tf8»>"),
                concat!("«sat.", "kE9x7Qz2Tf8Wb3Nd5Yh6Rc.1d80356fa4e", "9b27c1d80356f.Rc1Fa4kE9x7Qz2Tf8Wb3»"),
            ],
            skips: &["pat.fake"],
            source: "Harness documentation, API tokens",
        },
    ),
    token(
        "intra-token",
        r"s-s4t2(?:ud|af)-[a-f0-9]{64}",
        SHAPE,
        Proof {
            finds: &[
                concat!("use «s-s4t2ud-", "fa4e9b27c1d80356fa4e9b27c1d80356", "fa4e9b27c1d80356fa4e9b27c1d80356» now"),
                concat!("(«s-s4t2af-", "e9b27c1d80356fa4e9b27c1d80356fa4", "e9b27c1d80356fa4e9b27c1d80356fa4»)"),
            ],
            skips: &["s-s4t2ud-fake"],
            source: "42 API documentation, applications",
        },
    ),
    token(
        "ionic-token",
        r"ion_[A-Za-z0-9]{42}",
        SHAPE,
        Proof {
            finds: &[
                concat!("see <«ion_", "Fa4kE9x7Qz2Tf8Wb3Nd5Y", "h6Rc1Fa4kE9x7Qz2Tf8Wb»>"),
                concat!("«ion_", "kE9x7Qz2Tf8Wb3Nd5Yh6R", "c1Fa4kE9x7Qz2Tf8Wb3Nd»"),
            ],
            skips: &["ion_fake"],
            source: "Ionic Appflow documentation, personal access tokens",
        },
    ),
    token(
        "jetbrains-token",
        r"perm[:-][A-Za-z0-9+/=_-]{8,}\.[A-Za-z0-9+/=_-]{4,}\.[A-Za-z0-9+/=_-]{20,}",
        SHAPE,
        Proof {
            finds: &[
                concat!("id «perm", ":a4kE9x7Q.z2Tf.8W", "b3Nd5Yh6Rc1Fa4kE9x»."),
                concat!("use «perm", "-E9x7Qz2T.f8Wb.3N", "d5Yh6Rc1Fa4kE9x7Qz» now"),
            ],
            skips: &["permfake"],
            source: "JetBrains YouTrack and Hub documentation, permanent tokens",
        },
    ),
    token(
        "launchdarkly-key",
        r"(?:launchdarkly-[a-z]+|sdk|mob|api)-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}",
        SHAPE,
        Proof {
            finds: &[
                concat!("(«launchdarkly-", "a-4e9b27c1-d803-56f", "a-4e9b-27c1d80356fa»)"),
                concat!("id «api-", "e9b27c1d-8035-6fa4", "-e9b2-7c1d80356fa4»."),
            ],
            skips: &["launchdarkly-fake"],
            source: "LaunchDarkly documentation, keys",
        },
    ),
    token(
        "linear-token",
        r"lin_(?:api|oauth|wh)_[A-Za-z0-9]{32,64}",
        SHAPE,
        Proof {
            finds: &[
                concat!("«lin_api_", "Fa4kE9x7Qz2Tf8Wb", "3Nd5Yh6Rc1Fa4kE9»"),
                concat!("x = \"«lin_api_", "kE9x7Qz2Tf8Wb3Nd", "5Yh6Rc1Fa4kE9x7Q»\""),
            ],
            skips: &["lin_api_fake"],
            source: "Linear developer documentation, API keys",
        },
    ),
    token(
        "mergify-key",
        r"mka_[A-Za-z0-9]{30,}",
        SHAPE,
        Proof {
            finds: &[
                concat!("use «mka_", "Fa4kE9x7Qz2Tf8W", "b3Nd5Yh6Rc1Fa4k» now"),
                concat!("(«mka_", "kE9x7Qz2Tf8Wb3N", "d5Yh6Rc1Fa4kE9x»)"),
            ],
            skips: &["mka_fake"],
            source: "Mergify documentation, API keys",
        },
    ),
    named(
        "named-code-key",
        concat!(
            r"(?i:(?:adobe|agora|airtable|allegro|apimetrics|apollo|appcenter|appcircle|artifactory|asana|assertible|",
            r"atlassian|aviator|azuredevops|basecamp|beebole|besnappy|bitbucket|bitrise|blazemeter|bower|browserstack|",
            r"buddyns|bugherd|buildkite|bundlephobia|cannyio|canva|checkio|circleci|clickup|clockify|coda|codacy|codeberg|",
            r"codeclimate|codecov|codefresh|codegeex|codemagic|codequiry|codesandbox|concourse|confluence|contentful|",
            r"coveralls|craftmypdf|crates|crowdin|cypress|datadome|deepsource|ditto|docker|dockerhub|drone|expo|factorial|",
            r"fastlane|favro|figma|flutter|fossa|gitea|github|gitlab|gitter|gocd|goodday|gradle|happo|harness|hex|hiveage|",
            r"hygraph|incrowd|ionic|jenkins|jfrog|jira|jotform|kanban|knapsackpro|kontent|lambdatest|launchdarkly|linear|",
            r"loadmill|lokalise|lunchmoney|maven|meistertask|miro|mockaroo|monday|myintervals|netcore|nexus|notion|npm|",
            r"nuget|octopus|openproject|optimizely|packagecloud|packagist|pastebin|percy|phrase|pivotal|planviewleankit|",
            r"planyo|postman|prismic|prodpad|productboard|pypi|qase|quay|redmine|repl|restpack|retool|rollbar|rubygems|",
            r"runscope|sanity|saucelabs|scrutinizer|semaphore|sentry|shortcut|smartsheet|smartsheets|snyk|sonar|sonarcloud|",
            r"sonarqube|sonatype|sourcegraph|split|stackoverflow|storyblok|storychief|surveybot|swiftype|teamcity|teamwork|",
            r"teamworkcrm|teamworkdesk|teamworkspaces|testingbot|testrail|timecamp|timely|tmetric|todoist|toggl|transifex|",
            r"travis|trello|typeform|unsplash|versioneye|waketime|webflow|weblate|wrike|youtrack|zenhub|zenkit|",
            r"zeplin)(?:[ _.-]{0,2}(?:access|account|admin|api|app|auth|authentication|authorization|basic|bearer|client|",
            r"cloud|credentials?|deploy|dev|integration|io|key|license|live|login|org|pat|personal|platform|private|prod|",
            r"project|pro|refresh|rest|sandbox|secret|server|service|session|signing|test|token|user|v[0-9]|webhook|",
            r"write))*(?:[ _.-]{0,2}(?:access|accesskey|auth|bearer|credentials?|key|pat|password|private|secret|secretkey|",
            r"token))[0-9a-z]{0,2})[\x20\t\r\n\x22'\x60:=>,|?()\\-]{1,8}",
        ),
        Proof {
            finds: &["GITLAB_PRIVATE_TOKEN = '«fa4ke9x7qz2tw3nd5yh6rc1»'", "snyk-token: «4711fa4e9b27c1d80356fa4e9b27c1d8»"],
            skips: &["github release 2024-11-23", "github is configured", "github_version: 1.7.8-rc0123456789"],
            source: "The providers' documentation of their API keys, which have no prefix of their own",
        },
    ),
    token(
        "notion-token",
        r"ntn_[0-9]{11}[A-Za-z0-9]{35}|secret_[A-Za-z0-9]{43}",
        SHAPE,
        Proof {
            finds: &[
                concat!("id «ntn_", "47115098624Tf8Wb3Nd5Yh6", "Rc1Fa4kE9x7Qz2Tf8Wb3Nd5»."),
                concat!("use «secret_", "kE9x7Qz2Tf8Wb3Nd5Yh6R", "c1Fa4kE9x7Qz2Tf8Wb3Nd5» now"),
            ],
            skips: &["ntn_fake"],
            source: "Notion API documentation, integration tokens",
        },
    ),
    token(
        "npm-token",
        r"npm_[A-Za-z0-9]{36}",
        SHAPE_CRC,
        Proof {
            finds: &[
                concat!("x = \"«npm_", "Fa4kE9x7Qz2Tf8Wb3N", "d5Yh6Rc1Fa4kE9x7Qz»\""),
                concat!("see <«npm_", "kE9x7Qz2Tf8Wb3Nd5Y", "h6Rc1Fa4kE9x7Qz2Tf»>"),
            ],
            skips: &["npm_fake"],
            source: "npm documentation, access tokens; GitHub Blog, 23 September 2021, token format",
        },
    ),
    token(
        "nuget-key",
        r"oy2[a-z0-9]{43}",
        MIXED,
        Proof {
            finds: &[
                concat!("use «oy2", "fa4ke9x7qz2tw3ndfa4ke", "9x7qz2tw3ndfa4ke9x7qz2» now"),
                concat!("(«oy2", "ke9x7qz2tw3ndfa4ke9x7", "qz2tw3ndfa4ke9x7qz2tw3»)"),
            ],
            skips: &["oy2fake"],
            source: "NuGet documentation, API keys",
        },
    ),
    token(
        "octopus-key",
        r"API-[A-Z0-9]{25,27}",
        MIXED,
        Proof {
            finds: &[
                concat!("see <«API-", "FA4KE9X7QZ2T", "FA4KE9X7QZ2TF»>"),
                concat!("«API-", "KE9X7QZ2TFA4", "KE9X7QZ2TFA4K»"),
            ],
            skips: &["API-fake"],
            source: "Octopus Deploy documentation, API keys",
        },
    ),
    token(
        "packagist-token",
        r"packagist_(?:o[ru]t|[au]ck|uut|oct|act)_[a-f0-9]{64,}",
        SHAPE,
        Proof {
            finds: &[
                concat!("(«packagist_o", "ut_a4e9b27c1d80356fa4e9b27c1d8035", "6fa4e9b27c1d80356fa4e9b27c1d80356f»)"),
                concat!("id «packagist_oct_", "e9b27c1d80356fa4e9b27c1d80356fa4", "e9b27c1d80356fa4e9b27c1d80356fa4»."),
            ],
            skips: &["packagist_ofake"],
            source: "Private Packagist documentation, tokens",
        },
    ),
    token(
        "percy-token",
        r"(?:web|app|auto|ss)_[a-f0-9]{64}",
        SHAPE,
        Proof {
            finds: &[
                concat!("«web_", "fa4e9b27c1d80356fa4e9b27c1d80356", "fa4e9b27c1d80356fa4e9b27c1d80356»"),
                concat!("x = \"«ss_", "e9b27c1d80356fa4e9b27c1d80356fa4", "e9b27c1d80356fa4e9b27c1d80356fa4»\""),
            ],
            skips: &["web_fake"],
            source: "Percy documentation, project tokens",
        },
    ),
    token(
        "postman-key",
        r"PM(?:AK|AT|WT)-[A-Za-z0-9]{24,26}(?:-[a-f0-9]{34})?",
        SHAPE,
        Proof {
            finds: &[concat!("«PMAK-", "Fa4kE9x7Qz2Tf8Wb3Nd5Yh6R»"), concat!("x = \"«PMAK-", "kE9x7Qz2Tf8Wb3Nd5Yh6Rc1F»\"")],
            skips: &["PMAK-fake"],
            source: "Postman documentation, API keys",
        },
    ),
    token(
        "prefect-token",
        r"pn[ub]_[A-Za-z0-9]{36}",
        SHAPE,
        Proof {
            finds: &[
                concat!("id «pn", "b_3Nd5Yh6Rc1Fa4kE9x", "7Qz2Tf8Wb3Nd5Yh6Rc1»."),
                concat!("use «pn", "b_3Nd5Yh6Rc1Fa4kE9x", "7Qz2Tf8Wb3Nd5Yh6Rc1» now"),
            ],
            skips: &["pnfake"],
            source: "Prefect documentation, API keys",
        },
    ),
    token(
        "pypi-token",
        r"pypi-A[gG][EN][A-Za-z0-9_-]{50,}",
        SHAPE,
        Proof {
            finds: &[
                concat!("x = \"«pypi-A", "gE9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4", "kE9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4»\""),
                concat!("see <«pypi-A", "GE9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4", "kE9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4»>"),
            ],
            skips: &["pypi-Afake"],
            source: "PyPI documentation, API tokens",
        },
    ),
    token(
        "readme-key",
        r"rdme_[a-z0-9]{64,}",
        SHAPE,
        Proof {
            finds: &[
                concat!("use «rdme_", "fa4ke9x7qz2tw3ndfa4ke9x7qz2tw3nd", "fa4ke9x7qz2tw3ndfa4ke9x7qz2tw3nd» now"),
                concat!("(«rdme_", "ke9x7qz2tw3ndfa4ke9x7qz2tw3ndfa4", "ke9x7qz2tw3ndfa4ke9x7qz2tw3ndfa4»)"),
            ],
            skips: &["rdme_fake"],
            source: "ReadMe documentation, API keys",
        },
    ),
    token(
        "retool-token",
        r"retool_[A-Za-z0-9]{26,}",
        SHAPE,
        Proof {
            finds: &[
                concat!("see <«retool_", "Fa4kE9x7Qz2Tf", "8Wb3Nd5Yh6Rc1»>"),
                concat!("«retool_", "kE9x7Qz2Tf8Wb", "3Nd5Yh6Rc1Fa4»"),
            ],
            skips: &["retool_fake"],
            source: "Retool documentation, API tokens",
        },
    ),
    token(
        "rubygems-key",
        r"rubygems_[a-f0-9]{48}",
        SHAPE,
        Proof {
            finds: &[
                concat!("(«rubygems_", "fa4e9b27c1d80356fa4e9b27", "c1d80356fa4e9b27c1d80356»)"),
                concat!("id «rubygems_", "e9b27c1d80356fa4e9b27c1d", "80356fa4e9b27c1d80356fa4»."),
            ],
            skips: &["rubygems_fake"],
            source: "RubyGems guides, API key scopes",
        },
    ),
    token(
        "sonar-token",
        r"sq[uap]_[a-f0-9]{40}|sq[uap]_[A-Z0-9a-z]{40}",
        SHAPE,
        Proof {
            finds: &[
                concat!("«sq", "a_4e9b27c1d80356fa4e9", "b27c1d80356fa4e9b27c1»"),
                concat!("x = \"«sq", "a_4kE9x7Qz2Tf8Wb3Nd5Y", "h6Rc1Fa4kE9x7Qz2Tf8Wb»\""),
            ],
            skips: &["sqfake"],
            source: "SonarQube documentation, tokens",
        },
    ),
    token(
        "sourcegraph-token",
        r"sgp_(?:(?:[A-Fa-f0-9]{16}|local)_)?[A-Fa-f0-9]{40}|slk_[a-f0-9]{64}|sgd_[a-f0-9]{64}",
        SHAPE,
        Proof {
            finds: &[
                concat!("id «sgp_", "fa4e9b27c1d80356fa4e", "9b27c1d80356fa4e9b27»."),
                concat!("use «sgp_", "e9b27c1d80356fa4e9b2", "7c1d80356fa4e9b27c1d» now"),
            ],
            skips: &["sgp_fake"],
            source: "Sourcegraph documentation, access tokens",
        },
    ),
    token(
        "stackhawk-token",
        r"hawk\.[A-Za-z0-9_-]{20}\.[A-Za-z0-9_-]{20}",
        SHAPE,
        Proof {
            finds: &[
                concat!("«hawk.", "Fa4kE9x7Qz2Tf8Wb3Nd5", ".Yh6Rc1Fa4kE9x7Qz2Tf8»"),
                concat!("x = \"«hawk.", "kE9x7Qz2Tf8Wb3Nd5Yh6", ".Rc1Fa4kE9x7Qz2Tf8Wb3»\""),
            ],
            skips: &["hawk.fake"],
            source: "StackHawk documentation, API keys",
        },
    ),
    token(
        "statsig-key",
        r"(?:secret|console)-[A-Za-z0-9]{43,}",
        MIXED,
        Proof {
            finds: &[
                concat!("x = \"«secret-", "Fa4kE9x7Qz2Tf8Wb3Nd5Y", "h6Rc1Fa4kE9x7Qz2Tf8Wb3»\""),
                concat!("see <«console-", "kE9x7Qz2Tf8Wb3Nd5Yh6R", "c1Fa4kE9x7Qz2Tf8Wb3Nd5»>"),
            ],
            skips: &["secret-fake"],
            source: "Statsig documentation, server secret keys",
        },
    ),
    token(
        "stytch-secret",
        r"secret-(?:test|live)-[A-Za-z0-9_=-]{36}",
        SHAPE,
        Proof {
            finds: &[
                concat!("use «secret-test-", "Fa4kE9x7Qz2Tf8Wb3N", "d5Yh6Rc1Fa4kE9x7Qz» now"),
                concat!("(«secret-live-", "kE9x7Qz2Tf8Wb3Nd5Y", "h6Rc1Fa4kE9x7Qz2Tf»)"),
            ],
            skips: &["secret-test-fake"],
            source: "Stytch documentation, API secrets",
        },
    ),
    token(
        "teamwork-token",
        r"tkn\.v1_[A-Za-z0-9+/=]{60,}",
        SHAPE,
        Proof {
            finds: &[
                concat!("(«tkn.v1_", "Fa4kE9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4k", "E9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7»)"),
                concat!("id «tkn.v1_", "kE9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x", "7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7Qz2»."),
            ],
            skips: &["tkn.v1_fake"],
            source: "Teamwork developer documentation, access tokens",
        },
    ),
    token(
        "trello-token",
        r"ATTA[A-Fa-f0-9]{60,76}",
        SHAPE,
        Proof {
            finds: &[
                concat!("see <«ATTA", "fa4e9b27c1d80356fa4e9b27c1d803", "56fa4e9b27c1d80356fa4e9b27c1d8»>"),
                concat!("«ATTA", "e9b27c1d80356fa4e9b27c1d80356f", "a4e9b27c1d80356fa4e9b27c1d8035»"),
            ],
            skips: &["ATTAfake"],
            source: "Atlassian developer documentation, Trello API tokens",
        },
    ),
    token(
        "truenas-key",
        r"[0-9]{1,3}-[A-Za-z0-9]{64}",
        CASES,
        Proof {
            finds: &[
                concat!("(«4-a4", "kE9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7", "Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7Qz2Tf»)"),
                concat!("id «1-E9", "x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7Qz2", "Tf8Wb3Nd5Yh6Rc1Fa4kE9x7Qz2Tf8Wb»."),
            ],
            skips: &["4-afake"],
            source: "TrueNAS documentation, API keys",
        },
    ),
    token(
        "typeform-token",
        r"tfp_[A-Za-z0-9_=.-]{40,63}[A-Za-z0-9_=-]",
        SHAPE,
        Proof {
            finds: &[
                concat!("«tfp_", "Fa4kE9x7Qz2Tf8Wb3Nd5", "Yh6Rc1Fa4kE9x7Qz2Tf8W»"),
                concat!("x = \"«tfp_", "kE9x7Qz2Tf8Wb3Nd5Yh6", "Rc1Fa4kE9x7Qz2Tf8Wb3N»\""),
            ],
            skips: &["tfp_fake"],
            source: "Typeform developer documentation, personal access tokens",
        },
    ),
    token(
        "wakatime-key",
        r"waka_(?:sec_|tok_)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|waka_(?:sec|tok)_[A-Za-z0-9]{40,}",
        SHAPE,
        Proof {
            finds: &[
                concat!("x = \"«waka_", "fa4e9b27-c1d8-0356", "-fa4e-9b27c1d80356»\""),
                concat!("see <«waka_tok_", "kE9x7Qz2Tf8Wb3Nd5Yh6", "Rc1Fa4kE9x7Qz2Tf8Wb3»>"),
            ],
            skips: &["waka_fake"],
            source: "WakaTime developer documentation, API keys",
        },
    ),
    token(
        "zapier-token",
        r"(?:zpka|zpat)_[A-Za-z0-9_]{30,}",
        SHAPE,
        Proof {
            finds: &[
                concat!("id «zpka_", "Fa4kE9x7Qz2Tf8W", "b3Nd5Yh6Rc1Fa4k»."),
                concat!("use «zpat_", "kE9x7Qz2Tf8Wb3N", "d5Yh6Rc1Fa4kE9x» now"),
            ],
            skips: &["zpka_fake"],
            source: "Zapier documentation, tokens",
        },
    ),
];
