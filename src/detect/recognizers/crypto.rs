//! TABLE pack: wallets and their keys. All are addresses of standards' examples.

use super::row::{Proof, plain};
use crate::detect::{Check, Edge, Edges, Entity, Recognizer, Score, check, compiled};

const fn row(id: &'static str, entity: Entity, pattern: &'static str, checks: &'static [Check], proof: Proof) -> Recognizer {
    Recognizer { edges: Edges::both(Edge::Word), checks, ..plain(id, entity, Score::STRONG, pattern, proof) }
}

pub(crate) const ROWS: &[Recognizer] = &[
    row(
        "wallet-base58",
        Entity::CryptoWallet,
        compiled("[13mn2ADLMTXrt9][1-9A-HJ-NP-Za-km-z]{24,34}"),
        &[Check::must("double-sha-256", check::base58_address)],
        Proof {
            finds: &["to «1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa», thanks", "wallet=«3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy»"],
            skips: &["1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNaa"],
            source: "Bitcoin, Base58Check encoding; SLIP-0044 relatives",
        },
    ),
    row(
        "wallet-bech32",
        Entity::CryptoWallet,
        compiled(
            "(?i:bc|tb|bcrt|ltc|tltc|addr|addr_test|stake|cosmos|osmo|celestia|sei|terra|inj|kava)1[02-9ac-hj-np-zAC-HJ-NP-Z]{38,}",
        ),
        &[Check::must("bech32", check::bech32)],
        Proof {
            finds: &[
                "to «bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4»",
                "«bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0».",
            ],
            skips: &["bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5", "bc1qW508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", "bc1q"],
            source: "BIP 173; BIP 350",
        },
    ),
    row(
        "wallet-ethereum",
        Entity::CryptoWallet,
        compiled("0x[0-9a-fA-F]{40}"),
        &[Check::must("eip-55", check::eip55)],
        Proof {
            finds: &["to «0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed»", "(«0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359»)"],
            skips: &["0x5AAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "hash 0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed"],
            source: "EIP-55",
        },
    ),
    Recognizer {
        score: Score::DOUBTFUL,
        context: &["address", "erc20", "eth", "ether", "ethereum", "metamask", "wallet"],
        ..row(
            "wallet-ethereum-one-case",
            Entity::CryptoWallet,
            compiled("0x[0-9a-fA-F]{40}"),
            &[Check::must("one-case", check::one_case)],
            Proof {
                finds: &[
                    "my wallet «0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed»",
                    "ETH «0x5AAEB6053F3E94C9B9A09F33669435E7EF1BEAED»",
                ],
                skips: &["hash 0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed", "wallet 0x5aaeb605"],
                source: "EIP-55: addresses in one case carry no checksum",
            },
        )
    },
    row(
        "wallet-key",
        Entity::PrivateKey,
        compiled("[5KL9c][1-9A-HJ-NP-Za-km-z]{50,51}|[a-zA-Z]p(?:rv|ub)[1-9A-HJ-NP-Za-km-z]{60,}"),
        &[Check::must("double-sha-256", check::base58_key)],
        Proof {
            finds: &[
                concat!("key «5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ", "1jvhTVqvbTLvyTJ»"),
                concat!(
                    "«xpub661MyMwAqRbcFtXgS5sYJABqqG9YLmC4Q1Rdap9gSE8NqtwybGhePY2gZ29ESFjqJo",
                    "Cu1Rupje8YtGqsefD265TMg7usUDFdp6W1EGMcet8»"
                ),
            ],
            skips: &[concat!("5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ", "1jvhTVqvbTLvyTK"), "Keep"],
            source: "Bitcoin, wallet import format; BIP 32, serialization format",
        },
    ),
    row(
        "wallet-monero",
        Entity::CryptoWallet,
        compiled("[48][0-9AB][1-9A-HJ-NP-Za-km-z]{60,}"),
        &[Check::must("keccak-256", check::monero_address)],
        Proof {
            finds: &[
                "XMR: «888tNkZrPN6JsEgekjMnABU4TBzc2Dt29EPAvkRxbANsAnjyPbb3iQ1YBRk1UXcdRsiKc9dhwMVgN5S9cQUiyoogDavup3H»",
                "«44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A» ok",
            ],
            skips: &[
                "888tNkZrPN6JsEgekjMnABU4TBzc2Dt29EPAvkRxbANsAnjyPbb3iQ1YBRk1UXcdRsiKc9dhwMVgN5S9cQUiyoogDavup3I",
                "44AFFq5k",
            ],
            source: "Monero documentation, standard address",
        },
    ),
];
