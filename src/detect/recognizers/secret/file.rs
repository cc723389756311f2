//! TABLE pack: secrets in the form of files: private keys, hashes of passwords, credentials of tools.

use super::{MIXED, Proof, SHAPE, announced, token};
use crate::detect::{Check, Edge, Edges, Entity, Recognizer, Score, check};

const BEHIND: Edges = Edges { before: Edge::Any, after: Edge::Any };

pub(crate) const ROWS: &[Recognizer] = &[
    announced(
        Entity::Password,
        r#""auth"[\x20]{0,2}:[\x20]{0,2}""#,
        token(
            "docker-auth",
            r"[A-Za-z0-9+/]{8,}={0,2}",
            &[Check::must("credentials", check::basic_credentials)],
            Proof {
                finds: &[
                    r#"{"auths": {"r.example.org": {"auth": "«bWlhOnRpZ2VyN21vb24=»"}}}"#,
                    r#""auth":"«bWlhOnRpZ2VyN21vb24=»""#,
                ],
                skips: &[r#""auth": "aGVsbG8gd29ybGQ=""#, r#""auth": "required""#],
                source: "Docker documentation, credential stores in config.json",
            },
        ),
    ),
    Recognizer {
        entity: Entity::PrivateKey,
        edges: BEHIND,
        ..token(
            "google-service-account",
            r#"\{[\x20\t\r\n\\]{0,12}(?:\\n)?[\x20]{0,8}\\?"type\\?"[\x20]?:[\x20]?\\?"service_account\\?"[^{}]{40,}\}"#,
            &[],
            Proof {
                finds: &[
                    concat!(
                        r#"key: «{ "type": "service_account", "project_id": "fake", "#,
                        r#""private_key_id": "fa4e9b27c1d80356" }»"#
                    ),
                    concat!(
                        r#"«{"type":"service_account","client_email":"fake@fake.iam.gservice"#,
                        r#"account.com","client_id":"4711"}»"#
                    ),
                ],
                skips: &[r#"{"type": "user", "private_key_id": "fake"}"#],
                source: "Google Cloud documentation, service account keys",
            },
        )
    },
    Recognizer {
        entity: Entity::Password,
        edges: Edges { before: Edge::Any, after: Edge::Word },
        ..token(
            "hashed-password",
            r"\$2[abxy]?\$[0-9]{2}\$[./A-Za-z0-9]{53}|\$(?:1|apr1|md5|8|9)\$[./A-Za-z0-9]{1,16}\$[./A-Za-z0-9]{22,43}|\$5\$(?:rounds=[0-9]{1,9}\$)?[./A-Za-z0-9]{1,16}\$[./A-Za-z0-9]{43}|\$6\$(?:rounds=[0-9]{1,9}\$)?[./A-Za-z0-9]{1,16}\$[./A-Za-z0-9]{40,86}|\$(?:y|gy|7)\$[./A-Za-z0-9]{1,12}\$[./A-Za-z0-9]{1,60}\$[./A-Za-z0-9]{43}|\$argon2(?:id|i|d)\$(?:v=[0-9]+\$)?[a-z0-9=,]{5,40}\$[A-Za-z0-9+/=]{8,}\$[A-Za-z0-9+/=]{16,}|\$(?:pbkdf2|scrypt)(?:-sha[0-9]{1,3})?\$[A-Za-z0-9=,./+$]{30,}",
            &[],
            Proof {
                finds: &[
                    concat!("mia:«$2y$", "10$Fa4kE9x7Qz2Tf8Wb3Nd5YhFa4kE9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE»"),
                    concat!("root:«$6$", "Fa4kE9x7$Fa4kE9x7Qz2Tf8Wb3Nd5YhFa4kE9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7Qz2Tf8Wb3Nd5Yh6»:1"),
                    concat!("«$apr1$", "Fa4kE9x7$Fa4kE9x7Qz2Tf8Wb3Nd5Yh»"),
                ],
                skips: &["$1$2$3", "$2a$10$short", "costs $6$7"],
                source: "crypt(5), Linux manual; Apache HTTP Server, password formats; PHC string format",
            },
        )
    },
    Recognizer {
        entity: Entity::Password,
        edges: Edges { before: Edge::Any, after: Edge::Word },
        ..token(
            "hashed-password-named",
            r"(?:pbkdf2_sha(?:1|256|512)|argon2|bcrypt_sha256|scrypt)\$[A-Za-z0-9$=,./+-]{30,}={0,2}|\{(?:S?SHA|SMD5|S?SHA(?:256|384|512)|CRYPT|PBKDF2)\}[A-Za-z0-9+/$.]{24,}={0,2}|\$krb5(?:tgs|asrep|pa)\$[0-9]{2}\$[A-Za-z0-9*$@:._/-]{16,}|\$ANSIBLE_VAULT;[0-9.]{3};AES256[\s0-9a-f]{40,}|grub\.pbkdf2\.sha512\.[0-9]+\.[A-F0-9]{32,}\.[A-F0-9]{64,}|SCRAM-SHA-256\$[0-9]+:[A-Za-z0-9+/=]{16,}\$[A-Za-z0-9+/=]{40,}:[A-Za-z0-9+/=]{40,}",
            &[],
            Proof {
                finds: &[
                    "«pbkdf2_sha256$260000$Fa4kE9x7Qz2Tf8$Wb3Nd5Yh6Rc1Fa4kE9x7=» x",
                    "userPassword: «{SSHA}Fa4kE9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9=»",
                ],
                skips: &["{SHA}x", "pbkdf2_sha256$short"],
                source: "Django documentation, password management; RFC 2307, section 5.3; Ansible Vault format",
            },
        )
    },
    announced(
        Entity::PrivateKey,
        r#""(?:d|p|q|dp|dq|qi|k)"[\x20]?:[\x20]?""#,
        token(
            "json-web-key",
            r"[A-Za-z0-9_-]{40,}",
            MIXED,
            Proof {
                finds: &[
                    concat!(r#"{"kty":"EC","d":"«Fa4kE9x7Qz2Tf8Wb3Nd5"#, r#"Yh6Rc1Fa4kE9x7Qz2Tf8W»"}"#),
                    concat!(r#""k": "«Fa4kE9x7Qz2Tf8Wb3Nd5"#, r#"Yh6Rc1Fa4kE9x7Qz2Tf8W»""#),
                ],
                skips: &[r#"{"d": "2024-11-23"}"#, r#"{"k":"a"}"#],
                source: "RFC 7518, section 6",
            },
        ),
    ),
    Recognizer {
        entity: Entity::JsonWebToken,
        ..token(
            "json-web-token",
            r"ey[A-Za-z0-9_-]{8,}={0,2}\.ey[A-Za-z0-9_-]{2,}={0,2}\.[A-Za-z0-9_-]*={0,2}(?:\.[A-Za-z0-9_-]+){0,2}|ey[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{2,}\.[A-Za-z0-9_-]{2,}(?:\.[A-Za-z0-9_-]+){0,2}",
            &[Check::must("jwt-header", check::jwt)],
            Proof {
                finds: &["Bearer «eyJhbGciOiJub25lIn0.eyJzdWIiOiJmYWtlIn0.RmFrZQ»", "jwt=«eyJhbGciOiJub25lIn0.e30.RmFrZQ» x"],
                skips: &["eyJhIjoxfQo.e30.RmFrZQ", "eyJ.eyJ.x"],
                source: "RFC 7519, section 3; RFC 7515, section 4.1.1",
            },
        )
    },
    announced(
        Entity::AccessToken,
        r"(?:_authToken|_auth|_password|npmAuthToken|npmAuthIdent|always-auth[^\n]{0,8}\n_auth)[\x20]{0,2}[=:][\x20]{0,2}\x22?",
        token(
            "npmrc",
            r"[A-Za-z0-9_+/.-]{12,}={0,2}",
            SHAPE,
            Proof {
                finds: &["//r.example.org/:_authToken=«fa4ke9x7-qz2t-w3nd»", "_auth = «bWlhOnRpZ2VyN21vb24=»"],
                skips: &["//r.example.org/:_authToken=${NPM_TOKEN}", "_auth=<auth>"],
                source: "npm documentation, .npmrc; Yarn documentation, npmAuthToken",
            },
        ),
    ),
    Recognizer {
        entity: Entity::PrivateKey,
        edges: BEHIND,
        ..token(
            "private-key",
            concat!(
                r"-----BEGIN [A-Z0-9 ]*PRIVATE ",
                r"KEY(?: BLOCK)?-----(?:",
                r"(?:-{0,2}[^\x00-])*-----END [A-Z0-9 ]*PRIVATE ",
                r"KEY(?: BLOCK)?-----",
                r"|(?:(?:\s|\\[nr])+[A-Za-z0-9+/=]{16,})+)"
            ),
            &[Check::must("armor", check::armored_key)],
            Proof {
                finds: &[
                    concat!(
                        "key:\n«-----BEGIN RSA PRIVATE ",
                        "KEY-----\nRmFrZUZha2VGYWtlRmFrZQ==\n-----END RSA PRIVATE ",
                        "KEY-----»\nend"
                    ),
                    concat!("«-----BEGIN OPENSSH PRIVATE ", "KEY-----\nRmFrZUZha2VGYWtlRmFrZQ==»\n\ncut off"),
                    concat!(
                        "\"«-----BEGIN PRIVATE ",
                        "KEY-----\" +\n \"RmFrZUZha2VGYWtlRmFrZQ==\" +\n \"-----END PRIVATE ",
                        "KEY-----»\""
                    ),
                ],
                skips: &[
                    "-----BEGIN PUBLIC KEY-----\nRmFrZUZha2VGYWtlRmFrZQ==\n-----END PUBLIC KEY-----",
                    concat!("the line -----BEGIN PRIVATE ", "KEY----- is missing"),
                    concat!("-----BEGIN PRIVATE ", "KEY----------END PRIVATE ", "KEY-----"),
                ],
                source: "RFC 7468, section 2; OpenSSH PROTOCOL.key; RFC 9580, section 6.2",
            },
        )
    },
    announced(
        Entity::PrivateKey,
        r"Private-Lines:[\x20][0-9]{1,3}\r?\n",
        token(
            "putty-key",
            r"(?:[A-Za-z0-9+/]{4,}={0,2}\r?\n)+(?:Private-MAC:[\x20][a-f0-9]{40,64})?",
            SHAPE,
            Proof {
                finds: &[
                    "PuTTY-User-Key-File-3: ssh-ed25519\nPrivate-Lines: 1\n«RmFrZUZha2VGYWtlRmFrZQ==\n»",
                    "Private-Lines: 2\n«RmFrZUZha2VG\nYWtl\n» x",
                ],
                skips: &["Public-Lines: 1\nRmFrZUZha2VGYWtlRmFrZQ==\n"],
                source: "PuTTY documentation, PPK file format",
            },
        ),
    ),
    Recognizer {
        score: Score::STRONG,
        ..announced(
            Entity::PrivateKey,
            r"(?:PrivateKey|PresharedKey)[\x20]?=[\x20]?",
            token(
                "wireguard-key",
                r"[A-Za-z0-9+/]{40,43}={1,2}",
                SHAPE,
                Proof {
                    finds: &[
                        concat!("[Interface]\nPrivateKey = «Fa4kE9x7Qz2Tf8Wb3Nd5", "Yh6Rc1Fa4kE9x7Qz2Tf8Wb3=»\n"),
                        concat!("PresharedKey=«Fa4kE9x7Qz2Tf8Wb3Nd5", "Yh6Rc1Fa4kE9x7Qz2Tf8Wb3=»"),
                    ],
                    skips: &["PublicKey = Fa4kE9x7Qz2Tf8Wb3Nd5Yh6Rc1Fa4kE9x7Qz2Tf8Wb3=", "PrivateKey = x"],
                    source: "WireGuard, wg(8), configuration file format",
                },
            ),
        )
    },
];
