//! TABLE pack: the names of accounts where systems write them: profile addresses, prompts, logs, settings.
//!
//! Whose account a repository belongs to does not say who somebody is: `github.com/<account>/<repository>` may name a company. The
//! account counts where it stands alone, as a profile does, or where words nearby speak of a fork or a branch; otherwise the
//! whole address is a smart link (see the pack `atlassian`).

use super::row::{Proof, plain};
use crate::detect::{Anchor, Check, Edge, Edges, Entity, Lead, Recognizer, Score, check, compiled};

/// The hosts on which accounts of people and of organizations look the same.
macro_rules! forge {
    () => {
        r"(?i:github\.com[/:]|gist\.github\.com/|githubusercontent\.com/|gitlab\.com[/:]|bitbucket\.org[/:]|codeberg\.org/|huggingface\.co/)"
    };
}

macro_rules! account {
    () => {
        r"[A-Za-z0-9_](?:[._-]?[A-Za-z0-9_]){1,38}"
    };
}

/// A row of this pack: what introduces an account's name, and the edge behind it.
const fn row(id: &'static str, lead: &'static str, after: Edge, proof: Proof) -> Recognizer {
    Recognizer {
        lead: Lead::form(lead),
        edges: Edges { before: Edge::Word, after },
        checks: NAME,
        ..plain(id, Entity::Username, Score::LIKELY, account!(), proof)
    }
}

const NAME: &[Check] = &[Check::must("account-name", check::account_name)];

pub(crate) const ROWS: &[Recognizer] = &[
    Recognizer {
        score: Score::FAIR,
        anchor: Anchor::Bytes(b"="),
        ..row(
            "account-assigned",
            r"(?i:[a-z_.-]*(?:user(?:_?name)?|login|principal|remote_user))=",
            Edge::Handle,
            Proof {
                finds: &["--port=4040 --user=«mkrueger» --batch", "ip=203.0.113.9 login=«mia_k» action=view"],
                skips: &["user=root", "user=request.user", "user=null", "user=${USER}", "user=current_user"],
                source: "observed in command lines and logs",
            },
        )
    },
    row(
        "account-in-log",
        r"(?:(?:password|publickey|opened|closed|expired|failed|granted|denied|revoked|created|attempts?) for (?:invalid )?user |for invalid user |(?:Accepted|Failed) [a-z/-]{4,24} for |[bcdlps-](?:[r-][w-][xsStT-]){3}[.+@]? {1,4}[0-9]{1,4} {1,4}|sudo -u ?|su - |runas /user:|uid=[0-9]{1,6}\(|[Ll]ogged in as ['\x22]|[Uu]ser ['\x22]|[Ll]ogin ['\x22]|[Aa]ccount ['\x22])",
        Edge::Token,
        Proof {
            finds: &[
                "session opened for user «mkrueger» by",
                "uid=1000(«mia») gid=",
                "Access denied for user '«mia_k»'@'web'",
                "drwxr-x--- 2 «mkrueger» staff 64",
            ],
            skips: &["opened for user root", "uid=0(root)", "user input is opened", "-rw-r--r-- 1 root root 7 x"],
            source: "OpenSSH, sudo and coreutils, messages; POSIX.1-2024, ls",
        },
    ),
    row(
        "account-in-prompt",
        r"(?:\[|(?:ssh|sftp|ssh-copy-id) (?:-[A-Za-z] ?[^ @\n]{0,40} ){0,2})",
        Edge::UserPart,
        Proof {
            finds: &["[«mkrueger»@web-01 src]$ ls", "ssh -p 22 «mia»@203.0.113.9"],
            skips: &["[root@web-01 ~]#", "ssh git@example"],
            source: "Bash manual, PS1; OpenSSH, ssh(1)",
        },
    ),
    Recognizer {
        entity: Entity::Username,
        lead: Lead::None,
        pattern: compiled(r"[a-z_][a-z0-9_.-]{1,30}@[A-Za-z0-9][A-Za-z0-9.-]{1,40}:[~]"),
        edges: Edges { before: Edge::Token, after: Edge::Any },
        anchor: Anchor::Bytes(b"@"),
        checks: &[Check::must("account-name", check::prompt_user)],
        ..row(
            "account-prompt",
            "",
            Edge::Any,
            Proof {
                finds: &["«mkrueger@web-01:~»$ cargo test", "«mia@MacBook:~»/web$ ls"],
                skips: &["root@web-01:~# ls", "git@example.org:team/web.git", "ubuntu@ip-10-0-0-1:~$"],
                source: "Bash manual, PS1",
            },
        )
    },
    row(
        "profile-address",
        r"(?i:(?:twitter|x|instagram|facebook|threads)\.(?:com|net)/@?|linkedin\.com/(?:in|pub)/|medium\.com/@|youtube\.com/@|tiktok\.com/@|npmjs\.com/~|dev\.to/|t\.me/|keybase\.io/|codepen\.io/|stackoverflow\.com/users/[0-9]{1,9}/|stackexchange\.com/users/[0-9]{1,9}/|reddit\.com/u(?:ser)?/|hub\.docker\.com/u/|pypi\.org/user/|news\.ycombinator\.com/user\?id=|github\.com/(?:users|sponsors)/|skype:)",
        Edge::Token,
        Proof {
            finds: &[
                "https://twitter.com/«mkrueger»/status/1",
                "www.linkedin.com/in/«mia-krueger»/",
                "https://stackoverflow.com/users/123/«mia-krueger»",
            ],
            skips: &["https://twitter.com/share?u=1", "dropbox.com/home", "https://www.facebook.com/groups/x"],
            source: "the services' own profile addresses",
        },
    ),
    Recognizer {
        edges: Edges { before: Edge::Any, after: Edge::Handle },
        ..row(
            "profile-forge",
            forge!(),
            Edge::Handle,
            Proof {
                finds: &["I am https://github.com/«mkrueger».", "see github.com/«mia» (me)"],
                skips: &["https://github.com/features", "https://github.com/acme/web", "https://github.community/mia"],
                source: "GitHub Docs, Account; GitLab and Bitbucket profile addresses",
            },
        )
    },
    Recognizer {
        score: Score::WEAK,
        edges: Edges { before: Edge::Any, after: Edge::Token },
        context: &["author", "branch", "branches", "change", "changes", "fork", "forked", "forks", "mine", "my", "tree"],
        ..row(
            "repository-owner",
            forge!(),
            Edge::Token,
            Proof {
                finds: &["from my branch <https://github.com/«mkrueger»/web/tree/x>", "git@github.com:«mia»/web.git is my fork"],
                skips: &["https://github.com/acme/web/pull/3", "git clone https://github.com/acme/web.git"],
                source: "GitHub Docs, forks and branches",
            },
        )
    },
    Recognizer {
        score: Score::FAIR,
        edges: Edges { before: Edge::Any, after: Edge::Token },
        ..row(
            "tilde-directory",
            r"(?:/~|/home[0-9]/|/export/home/|/u/home/|(?i:viewprofile\.jspa\?name=))",
            Edge::Token,
            Proof {
                finds: &[
                    "http://people.example.org/~«mkrueger»/web",
                    "/export/home/«mia»/x",
                    "https://wiki.example.org/display/~«mia»",
                ],
                skips: &["~/web", "cd a/~ b", "x/~admin"],
                source: "Apache HTTP Server, mod_userdir; Confluence, personal spaces",
            },
        )
    },
    Recognizer {
        score: Score::WEAK,
        context: &["account", "domain", "login", "logon", "owner", "principal", "runas", "sid", "user", "username"],
        ..row(
            "windows-domain-user",
            r"[A-Z][A-Z0-9-]{1,14}\\{1,2}",
            Edge::Handle,
            Proof {
                finds: &[r"the user is CORP\«mkrueger».", r"Account: CORP\\«mia.krueger»"],
                skips: &[r"HKLM\software", r"user NT\system"],
                source: "Microsoft, down-level logon name",
            },
        )
    },
];
