//! TABLE pack: passwords, by the name, the sentence or the command that announces them, in the languages of the product.

use super::{NO_PLACEHOLDER, Proof, announced, token};
use crate::detect::{Anchor, Check, Edge, Edges, Entity, Recognizer, check};

const VALUE: Check = Check::must("no-placeholder", check::secret_value);
const TEXT: Check = Check::must("no-word", check::password_text);

/// What names a password, in the languages of the product.
macro_rules! name {
    () => {
        "(?:(?i:(?:password|passwd|passphrase|passcode|passwort|kennwort|contrasena|mot[_ -]de[_ -]passe|senha|haslo|wachtwoord|losenord|parola|adgangskode|passord|salasana|heslo|jelszo|sifre|pwd|pswd|mdp|[_.-]pass)[a-z0-9_]*)|[Cc]ontraseña|[Hh]asło|[Ll]ösenord|[Jj]elszó|(?:Ş|ş)ifre|(?:П|п)арол(?:ь|я|ю)|密码|密碼|口令|パスワード|비밀번호)"
    };
}
const LEAD_PLAIN: &str = concat!(name!(), r#"["'\]]{0,2}[ \t]{0,4}(?::=|=>|={1,3}|[?:>])[ \t]{0,4}"#);
const LEAD_QUOTED: &str = concat!(
    name!(),
    r#"(?:["'`)\]]{0,3}(?::[\x20]?[A-Za-z]{3,12})?[\x20\t]*(?::=|=>|->|\?=|\|\|=|={1,3}|[:>])[\x20\t]*|["']["'/>]{0,2}[,;]?[\x20\t\r\n]{0,12}(?:<string>|["']?(?i:value|default)["']?[\x20]?[:=][\x20]?)|["'][\x20]?,[\x20]{0,2})["'`]"#
);

/// The name may end a longer one: `mailPassword`.
const INSIDE: Edges = Edges { before: Edge::Any, after: Edge::Word };

const PLAIN: &str =
    r#"[!#$%+\-./0-9=?@A-Z^_a-z{~*(\[\\][!#$%+\-./0-9:=?@A-Z^_a-z{}~*(\\\[|]{2,126}[!#$%+\-/0-9=@A-Z^_a-z}~*)\]?]"#;
const QUOTED: &str = r#"[^\x00-\x20"'`\x7F\\](?:\\?[^\x00-\x1F"'`\x7F]){2,126}"#;
/// What follows a password in a sentence: no closing sign.
const WORD: &str = r#"[!#$%&+0-9=?@A-Z^_a-z~*][!#$%&+\-./0-9:=?@A-Z^_a-z~*]{2,62}[!#$%&+0-9=@A-Z^_a-z~*]"#;

const fn password(
    id: &'static str,
    lead: &'static str,
    pattern: &'static str,
    checks: &'static [Check],
    proof: Proof,
) -> Recognizer {
    announced(Entity::Password, lead, token(id, pattern, checks, proof))
}

pub(crate) const ROWS: &[Recognizer] = &[
    password(
        "password-argument",
        r#"--?(?i:(?:[a-z0-9]+-){0,3}(?:password|passwd|passphrase|(?:store|key)?pass|pwd))[\x20\t=]{1,3}["']?"#,
        WORD,
        &[TEXT],
        Proof {
            finds: &["psql --password «t1ger7moon» -h db", "x -storepass «m00n4tiger»", "run --db-password='«t1ger7moon»'"],
            skips: &["run --password ${PASS}", "the flag --password is needed", "use --password-file x9"],
            source: "OWASP Secrets Management Cheat Sheet; the manuals of psql, keytool and openssl",
        },
    ),
    Recognizer {
        edges: Edges { before: Edge::Word, after: Edge::Quote },
        ..password(
            "password-call",
            r#"(?i:(?:set|with|db|admin|user)_?(?:password|passwd|pwd|secret|passphrase)|(?:NetworkCredential|DirectoryEntry|(?:Http)?Basic_?Auth(?:entication)?|UsernamePassword[A-Za-z]{0,24}|setBasicAuth|PasswordAuthentication|DriverManager\.getConnection)\((?:[^\x00-\x1F"'()]{0,12}["'][^\x00-\x1F"'()]{1,120}["'],){1,2}[\x20]{0,2})\(?["']"#,
            QUOTED,
            &[NO_PLACEHOLDER],
            Proof {
                finds: &["builder.setPassword(\"«tiger moon»\");", "new NetworkCredential(\"mia\", \"«t1germ00n»\")"],
                skips: &["setPassword(\"${pass}\")", "setPassword(password)", "setPassword(\"\")"],
                source: "OWASP Secrets Management Cheat Sheet",
            },
        )
    },
    password(
        "password-command",
        r#"(?i:(?:(?:docker|podman|helm|buildah|oras|az|cf)[\x20](?:registry[\x20])?login|mysql(?:dump|admin)?|psexec(?:\.exe)?)(?:[\x20][^\x20\n|;]+){0,5}[\x20]-p|sshpass[\x20]-p|unzip[\x20]-P|redis-cli(?:[\x20][^\x20\n|;]+){0,4}[\x20]-a|requirepass|openssl(?:[\x20][^\x20\n|;:]+){0,4}[\x20]pass:)[\x20]{0,2}["']?"#,
        WORD,
        &[NO_PLACEHOLDER],
        Proof {
            finds: &[
                "sshpass -p '«t1germ00n»' ssh web",
                "docker login -u mia -p «t1germ00n» reg",
                "psexec \\\\web -u mia -p «tigermoon»",
            ],
            skips: &["docker login -u mia --password-stdin", "mysql -u mia -p ${PASS}", "sshpass -p <password> ssh"],
            source: "The manuals of docker, mysql, sshpass, PsExec, redis-cli and openssl",
        },
    ),
    password(
        "password-credentials",
        r#"(?:-u|--user|--proxy-user)[\x20=]{0,2}["']?[A-Za-z0-9._@%+\\-]{1,48}["']?:["']?"#,
        r#"[^\x00-\x20"'`<>\x7F]{3,126}"#,
        &[NO_PLACEHOLDER],
        Proof {
            finds: &["curl -u mia:«t1germ00n» https://example.org", "wget --proxy-user=web:«t1germ00n»"],
            skips: &["curl -u mia:$PASS x", "curl -u test:test x", "docker run -u 1000:1000 x"],
            source: "The manual of curl, option --user",
        },
    ),
    Recognizer {
        edges: INSIDE,
        anchor: Anchor::Bytes(b"="),
        ..password(
            "password-environment",
            r"(?:PASSWORD|PASSWD|PASSPHRASE|PASS|PWD|PSWD)[A-Z0-9_]*=",
            r#"[!#%+\-./0-9?@A-Z^_a-z~*][!#$%+\-./0-9:=?@A-Z^_a-z~*]{2,126}[!#$%+\-/0-9=@A-Z^_a-z~*?]"#,
            &[NO_PLACEHOLDER, Check::must("no-path", check::no_path)],
            Proof {
                finds: &["DB_PASSWORD=«whiteduke»\nDB_HOST=db", "export APP_PASS=«tigermoon» x"],
                skips: &["DB_PASSWORD=$PASS", "DB_PASSWORD=changeme", "SHOW_PASSWORD=true", "DB_PASSWORD=/run/secrets/db"],
                source: "The Twelve-Factor App, III. Config",
            },
        )
    },
    password(
        "password-netrc",
        r"(?:machine[\x20\t\r\n]+[^\x00-\x20]{1,60}[\x20\t\r\n]+)?login[\x20\t\r\n]+[^\x00-\x20]{1,60}[\x20\t\r\n]+password[\x20\t\r\n]+",
        r"[^\x00-\x20\x7F]{3,126}",
        &[NO_PLACEHOLDER],
        Proof {
            finds: &["machine example.org login mia password «tigermoon»\n", "machine a\n  login mia\n  password «t1ger»"],
            skips: &["machine a login mia", "machine example.org login mia password <password>"],
            source: "The manual of ftp, the .netrc file",
        },
    ),
    Recognizer {
        edges: INSIDE,
        anchor: Anchor::Bytes(b"=:>"),
        ..password(
            "password-plain",
            LEAD_PLAIN,
            PLAIN,
            &[VALUE, Check::must("no-path", check::no_path)],
            Proof {
                finds: &[
                    "Password=«tiger7moon»\n",
                    "db.password: «m00n!tiger».",
                    "<password>«tiger7moon»</password>",
                    "Passwort: «m00n!tiger»",
                    "пароль: «t1germ00n»",
                ],
                skips: &[
                    "password=<password>",
                    "password: ${DB_PASS}",
                    "password: string",
                    "password = getPassword()",
                    "pwd=xxxxxxxx",
                ],
                source: "OWASP Secrets Management Cheat Sheet",
            },
        )
    },
    password(
        "password-prose",
        r#"(?:(?i:pass(?:word|phrase|code)|passwort|kennwort|contrasena|mot de passe|senha|haslo|wachtwoord|pw|pwd|pin)|[Cc]ontraseña|[Hh]asło)(?:[\x20](?:for|of|to|für|fuer|para|pour|de|do|dla|voor)(?:[\x20][^\x00-\x20.,:;!?]+){1,3})?[\x20]{0,2}(?i:is(?:[\x20](?:now|still|set[\x20]to))?|was|ist|lautet|es|est|to|jest|:|=|->)[\x20]{1,2}(?:["'`]|\x{201C}|\x{201E}|\x{AB})?"#,
        WORD,
        &[TEXT],
        Proof {
            finds: &["the password is «t1ger7moon», thanks", "pw: «M00n!tiger»", "Das Passwort für mia lautet «t1ger7moon»."],
            skips: &["the password is required", "password is case-sensitive", "pw: see below", "the password is ${PASS}"],
            source: "OWASP Secrets Management Cheat Sheet",
        },
    ),
    Recognizer {
        edges: Edges { before: Edge::Any, after: Edge::Quote },
        anchor: Anchor::Bytes(b"=:>,"),
        ..password(
            "password-quoted",
            LEAD_QUOTED,
            QUOTED,
            &[NO_PLACEHOLDER, Check::must("no-path", check::no_path)],
            Proof {
                finds: &[
                    "user=\"mia\" password=\"«mule%40123»\" path",
                    r#"{"db_password": "«tiger moon»"}"#,
                    "pwd := '«tiger»'",
                    "<add key=\"MailPassword\" value=\"«tigermoon»\"/>",
                ],
                skips: &["password=\"${env.PASS}\"", "password: 'changeme'", "password: \"\"", "passwords"],
                source: "OWASP Secrets Management Cheat Sheet",
            },
        )
    },
    Recognizer {
        edges: Edges { before: Edge::Word, after: Edge::Quote },
        ..password(
            "password-word",
            r#"(?i:(?:store|key)?password|passwd|passphrase)(?:[\x20](?i:is|was|for(?:[\x20][^\x00-\x20.,:;!?]+){1,3}[\x20]is))?[\x20\t]{1,4}["']"#,
            QUOTED,
            &[NO_PLACEHOLDER, Check::must("no-path", check::no_path)],
            Proof {
                finds: &["credentials { password '«tiger»' }", "the password is '«blueberry»' now"],
                skips: &["password 'changeme'", "the password \"${x}\"", "password \"\""],
                source: "Gradle documentation, declaring repositories with credentials",
            },
        )
    },
];
