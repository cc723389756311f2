//! TABLE pack: identifiers that the vendor's products give.

use super::row::{Proof, plain};
use crate::detect::{Anchor, Check, Edge, Edges, Entity, Lead, Recognizer, Score, check, compiled, proving};

macro_rules! uuid {
    () => {
        "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}"
    };
}

/// The path of a web address, without the punctuation behind it.
macro_rules! path {
    () => {
        r"[A-Za-z0-9._~%!$&'*+,;=:@/?#-]*[A-Za-z0-9_~%$&*+=@/#-]"
    };
}

/// What all rows but the identifiers of accounts have in common.
const fn row(id: &'static str, entity: Entity, lead: &'static str, pattern: &'static str, proof: Proof) -> Recognizer {
    Recognizer {
        lead: Lead::form(lead),
        edges: Edges { before: Edge::Any, after: Edge::Any },
        ..plain(id, entity, Score::LIKELY, pattern, proof)
    }
}

pub(crate) const ROWS: &[Recognizer] = &[
    row(
        "adf-media-attribute",
        Entity::MediaFile,
        r#""(?:media|mediaInline|mediaGroup)"[ ,\n]{0,8}"attrs"[ ]?:[ ]?\{[^{}]*"(?:id|collection)"[ ]?:[ ]?""#,
        r"[A-Za-z0-9][A-Za-z0-9._:/-]+",
        Proof {
            finds: &[
                r#"{"type":"media","attrs":{"type":"file","id":"«0a1b2c3d-1111-2222-3333-444455556666»","#,
                r#""media", "attrs": {"collection": "«contentId-1234»"}"#,
            ],
            skips: &[r#""media": {"id": "x1"}"#],
            source: "Atlassian Document Format, node media",
        },
    ),
    Recognizer {
        score: Score::STRONG,
        ..row(
            "adf-mention-attribute",
            Entity::AtlassianAccountId,
            r#""mention"[ ,\n]{0,8}"attrs"[ ]?:[ ]?\{[^{}]*"id"[ ]?:[ ]?""#,
            r"[A-Za-z0-9][A-Za-z0-9:_-]{7,}",
            Proof {
                finds: &[
                    r#"{"type":"mention","attrs":{"id":"«5b10a2844c20165700ede21f»","text":"#,
                    r#""mention", "attrs": {"text": "@x", "id": "«712020:0a1b2c3d-1111-2222-3333-444455556666»"}"#,
                ],
                skips: &[r#""mention": {"id": "all"}"#],
                source: "Atlassian Document Format, node mention",
            },
        )
    },
    Recognizer {
        id: "atlassian-account-hex",
        entity: Entity::AtlassianAccountId,
        score: Score::WEAK,
        lead: Lead::None,
        pattern: compiled(r"[4-6][0-9a-f]{23}"),
        edges: Edges::both(Edge::Token),
        anchor: Anchor::Start,
        checks: &[Check::must("letters-and-digits", check::mixed)],
        reserved: None,
        context: &["account", "accountid", "assignee", "author", "mention", "people", "profile", "reporter", "user", "userid"],
        unless: &["commit", "rev", "revision", "sha"],
        finds: proving(&["user «5b10a2844c20165700ede21f» left", "the assignee is «5b10ac8d82e05b22cc7d4ef5»"]),
        skips: proving(&["object 5b10a2844c20165700ede21f", "user 510122844220165700123212", "user 5b10a2844c20165700ede21f0"]),
        source: "Jira Cloud REST API v3, User, accountId",
    },
    Recognizer {
        id: "atlassian-account-id",
        entity: Entity::AtlassianAccountId,
        score: Score::STRONG,
        lead: Lead::None,
        pattern: compiled(concat!("[0-9]{5,6}:", uuid!(), "|qm:", uuid!(), ":[A-Za-z0-9-]{1,64}")),
        edges: Edges { before: Edge::Token, after: Edge::Token },
        anchor: Anchor::Start,
        checks: &[],
        reserved: None,
        context: &[],
        unless: &[],
        finds: proving(&[
            "[~accountid:«557058:f58131cb-b67d-43c7-b30d-6b58d40bd077»]",
            "from «712020:0a1b2c3d-1111-2222-3333-444455556666».",
            "«qm:0a1b2c3d-1111-2222-3333-444455556666:0a1b2c3d-4444-5555-6666-777788889999»",
        ]),
        skips: proving(&["f58131cb-b67d-43c7-b30d-6b58d40bd077", "80:f58131cb-b67d-43c7-b30d-6b58d40bd077"]),
        source: "Jira Cloud REST API v3, User, accountId",
    },
    Recognizer {
        id: "atlassian-account-reference",
        entity: Entity::AtlassianAccountId,
        score: Score::STRONG,
        lead: Lead::form(
            r#"(?i:\[~accountid:|account_?id["']?[ ]?[:=][ ]?["']?|/jira/people/|/wiki/people/|ri:account-id=["'])"#,
        ),
        pattern: compiled(concat!("[0-9a-f]{24}|[0-9]{5,6}:", uuid!(), "|[A-Za-z0-9:_-]{16,}")),
        edges: Edges { before: Edge::Any, after: Edge::Token },
        anchor: Anchor::Start,
        checks: &[Check::must("letters-and-digits", check::mixed)],
        reserved: None,
        context: &[],
        unless: &[],
        finds: proving(&[
            "ping [~accountid:«5b10a2844c20165700ede21f»] please",
            r#"{"accountId": "«5b10ac8d82e05b22cc7d4ef5»"}"#,
        ]),
        skips: proving(&["[~accountid:none]", "accountId: customAccountIdentifier"]),
        source: "Jira Cloud wiki markup, user mentions; Confluence storage format, ri:user",
    },
    row(
        "atlassian-cloud-id",
        Entity::AtlassianSite,
        r#"(?i:cloud_?id["']?[ ]?[:=/][ ]?["']?|api\.atlassian\.com/ex/(?:jira|confluence)/|/_edge/tenant_info/)"#,
        uuid!(),
        Proof {
            finds: &[
                "cloudId=«0a1b2c3d-1111-2222-3333-444455556666»",
                "https://api.atlassian.com/ex/jira/«0a1b2c3d-1111-2222-3333-444455556666»/rest",
            ],
            skips: &["cloudId=unknown", "id=0a1b2c3d-1111-2222-3333-444455556666"],
            source: "Atlassian Developer, OAuth 2.0 (3LO) apps, cloudid",
        },
    ),
    Recognizer {
        id: "atlassian-resource-id",
        entity: Entity::AtlassianResourceId,
        score: Score::STRONG,
        lead: Lead::None,
        pattern: compiled(r"ari:cloud:[a-z0-9-]+:[A-Za-z0-9-]*:[A-Za-z0-9/:._~%@-]*[A-Za-z0-9]"),
        edges: Edges { before: Edge::Word, after: Edge::Word },
        anchor: Anchor::Start,
        checks: &[],
        reserved: None,
        context: &[],
        unless: &[],
        finds: proving(&[
            "see «ari:cloud:jira:0a1b2c3d-1111-2222-3333-444455556666:issue/10042».",
            "\"«ari:cloud:identity::user/557058:f58131cb-b67d-43c7-b30d-6b58d40bd077»\"",
        ]),
        skips: proving(&["ari:cloud:", "safari:cloud:x:y:z"]),
        source: "Atlassian Developer, Atlassian resource identifier",
    },
    Recognizer {
        score: Score::STRONG,
        lead: Lead::None,
        anchor: Anchor::Bytes(b"."),
        edges: Edges { before: Edge::Token, after: Edge::Token },
        checks: &[Check::must("site-of-a-customer", check::atlassian_site)],
        ..row(
            "atlassian-site",
            Entity::AtlassianSite,
            "",
            r"[A-Za-z0-9](?:-?[A-Za-z0-9]){1,47}\.(?:atlassian\.net|jira\.com|jira-dev\.com)",
            Proof {
                finds: &["open https://«acme-tools.atlassian.net»/browse/", "«acme.jira.com»"],
                skips: &["api.atlassian.net", "your-domain.atlassian.net", "www.jira.com", "x.atlassian.com"],
                source: "Atlassian Support, what is an Atlassian site",
            },
        )
    },
    row(
        "attachment-name",
        Entity::MediaFile,
        r#"(?:\[\^|ri:filename=["']|"fileName"[ ]?:[ ]?"|/attachment/[0-9]{1,12}/|/thumbnail/[0-9]{1,12}/|/download/attachments/[0-9]{1,12}/)"#,
        r#"[^\]\[|"'<>/?\\\n!]+\.[A-Za-z0-9]{2,5}"#,
        Proof {
            finds: &[
                "see [^«offer for Mia.pdf»] and",
                r#"<ri:attachment ri:filename="«plan.docx»" />"#,
                "/secure/attachment/10042/«mia.png»",
            ],
            skips: &["[^1]", "[^a-z]", "/attachment/x.png"],
            source: "Jira wiki markup, attachments; Confluence storage format, ri:attachment",
        },
    ),
    Recognizer {
        edges: Edges { before: Edge::Word, after: Edge::Word },
        ..row(
            "embedded-image-name",
            Entity::MediaFile,
            r"!",
            r"[A-Za-z0-9\xC3-\xD3][A-Za-z0-9\x80-\xBF\xC3-\xD3 ._()-]*\.(?i:png|jpe?g|gif|svg|bmp|webp|mp4|mov|pdf)",
            Proof {
                finds: &["!«image-2024.png»|thumbnail!", "!«plan.pdf»!"],
                skips: &["wow! image.png", "a != b.png"],
                source: "Jira wiki markup, images",
            },
        )
    },
    row(
        "gravatar-hash",
        Entity::CustomerId,
        r"gravatar\.com/avatar/|avatar-management--avatars\.[a-z0-9.-]{1,40}/",
        r"[0-9a-f]{32}(?:[0-9a-f]{32})?|[0-9a-f]{24}|[0-9]{6}:[0-9a-f-]{36}",
        Proof {
            finds: &[
                "https://secure.gravatar.com/avatar/«0123456789abcdef0123456789abcdef»?d=mm",
                "//gravatar.com/avatar/«fedcba9876543210fedcba9876543210»",
            ],
            skips: &["gravatar.com/avatar/x", "0123456789abcdef0123456789abcdef"],
            source: "Gravatar, avatar addresses: the hash of an e-mail address",
        },
    ),
    Recognizer {
        id: "issue-key",
        entity: Entity::IssueKey,
        score: Score::FAIR,
        lead: Lead::None,
        pattern: compiled(r"[A-Z][A-Z0-9_]{1,9}-[1-9][0-9]{0,6}"),
        edges: Edges { before: Edge::Token, after: Edge::Number },
        anchor: Anchor::Start,
        checks: &[Check::must("no-standard", check::issue_key)],
        reserved: None,
        context: &[],
        unless: &[],
        finds: proving(&["fixed in «WEB-1482».", "branch feature/«WEB-1482»-login", "/browse/«FLUID-4216»#icft"]),
        skips: proving(&["UTF-8", "SHA-256", "ISO-8601", "COVID-19", "CVE-2021-44228", "RFC-2606", "X-1", "GPT-4.5"]),
        source: "Jira Cloud documentation, project key format",
    },
    Recognizer {
        score: Score::STRONG,
        edges: Edges { before: Edge::Any, after: Edge::Token },
        ..row(
            "personal-space",
            Entity::AtlassianAccountId,
            r#"(?:/spaces/|/display/|[?&]key=|[sS]pace(?:Key)?["']?[ ]?[:=][ ]?["']?)(?:~|%7E)"#,
            r"[0-9a-f]{24}|[0-9]{5,6}[0-9a-f]{32}|[0-9]{5,6}(?:%3A|:)[0-9a-f-]{36}",
            Proof {
                finds: &[
                    "/wiki/spaces/~«5b10a2844c20165700ede21f»/pages/1",
                    "spaceKey=~«7120200a1b2c3d111122223333444455556666»",
                ],
                skips: &["/spaces/~drafts", "/spaces/5b10a2844c20165700ede21f"],
                source: "Confluence Cloud, keys of personal spaces",
            },
        )
    },
    Recognizer {
        score: Score::FAIR,
        lead: Lead::None,
        edges: Edges { before: Edge::Token, after: Edge::Any },
        ..row(
            "smart-link",
            Entity::SmartLink,
            "",
            concat!(
                r"(?:https?://)?(?:(?:docs|drive|sheets|slides)\.google\.com|(?:www\.)?(?:figma\.com|notion\.so|miro\.com|trello\.com|dropbox\.com|loom\.com|airtable\.com|lucid\.app)|app\.(?:asana\.com|box\.com|slack\.com)|1drv\.ms|onedrive\.live\.com)/",
                path!(),
                r"|https?://[A-Za-z0-9-]{1,40}\.(?:slack\.com|sharepoint\.com|notion\.site|zendesk\.com|monday\.com|box\.com)/",
                path!(),
                r"|(?:https?://)?(?:gist\.)?(?:github\.com|gitlab\.com|bitbucket\.org)/[A-Za-z0-9._-]+/",
                path!()
            ),
            Proof {
                finds: &[
                    "see «https://docs.google.com/document/d/1AbC/edit#heading=h.1».",
                    "«https://acme.slack.com/archives/C01/p16»",
                    "in «https://github.com/acme/web/pull/3»",
                ],
                skips: &["https://docs.google.com", "the figma.com site", "https://github.com/about"],
                source: "Atlassian Support, Smart Links",
            },
        )
    },
    row(
        "storage-user-key",
        Entity::Username,
        r#"ri:user(?:key|name)=["']|data-username=["']"#,
        r"[A-Za-z0-9][A-Za-z0-9._@-]+",
        Proof {
            finds: &[r#"<ri:user ri:userkey="«8a7f808a2c4e»"/>"#, "<ri:user ri:username='«mkrueger»' />"],
            skips: &["<ri:user />", "userkey 8a7f808a2c4e"],
            source: "Confluence storage format, ri:user",
        },
    ),
    Recognizer {
        id: "wiki-user-link",
        entity: Entity::Username,
        score: Score::LIKELY,
        lead: Lead::form(r"\[~"),
        pattern: compiled(r"[A-Za-z0-9](?:[._@-]?[A-Za-z0-9]){0,63}"),
        edges: Edges { before: Edge::Any, after: Edge::Word },
        anchor: Anchor::Start,
        checks: &[Check::must("account-name", check::account_name)],
        reserved: None,
        context: &[],
        unless: &[],
        finds: proving(&["thanks [~«mkrueger»]!", "[~«mia.krueger»] can you look"]),
        skips: proving(&["[~accountid:none]", "[ ~mia"]),
        source: "Jira Server wiki markup, user links",
    },
];
