//! Wallets: the checksums of their addresses and keys.

use sha2::{Digest, Sha256};

const BASE58: &[u8; 58] = b"123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
/// The same digits in the order that the XRP Ledger gives them.
const RIPPLE: &[u8; 58] = b"rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz";
const BECH32: &[u8; 32] = b"qpzry9x8gf2tvdw0s3jn54khce6mua7l";

/// An address of Bitcoin or one of its kin: a version, a hash of twenty bytes, four bytes of its double SHA-256 (Base58Check).
pub fn base58_address(value: &str) -> bool {
    let alphabet = if value.starts_with('r') { RIPPLE } else { BASE58 };
    base58(value, alphabet).is_some_and(|bytes| {
        // Bitcoin, Dogecoin, Litecoin, Dash, Tron; test networks; Zcash's transparent addresses have a version of two bytes.
        let version = matches!((bytes[0], bytes.len()), (0 | 5 | 16 | 30 | 48 | 50 | 65 | 76 | 111 | 196, 25) | (0x1c, 26));
        version && closes(&bytes)
    })
}

/// A private key for import (version 128 or 239), or an extended key of BIP 32, with its double SHA-256.
pub fn base58_key(value: &str) -> bool {
    base58(value, BASE58).is_some_and(|bytes| {
        let key = matches!(bytes[0], 128 | 239) && matches!(bytes.len(), 37 | 38) || bytes.len() == 82;
        key && closes(&bytes)
    })
}

/// An address of Monero: blocks of eight bytes in eleven digits, the last four bytes from Keccak-256.
pub fn monero_address(value: &str) -> bool {
    let mut bytes = Vec::new();
    for block in value.as_bytes().chunks(11) {
        let width = if block.len() == 11 { 8 } else { 5 };
        let Some(number) = block.iter().try_fold(0u128, |number, byte| Some(number * 58 + place(BASE58, *byte)? as u128)) else {
            return false;
        };
        bytes.extend_from_slice(&number.to_be_bytes()[16 - width..]);
    }
    let (body, check) = bytes.split_at(bytes.len().saturating_sub(4));
    value.len() == 95 && keccak256(body)[..4] == *check
}

fn place(alphabet: &[u8], byte: u8) -> Option<usize> {
    alphabet.iter().position(|&known| known == byte)
}

fn base58(value: &str, alphabet: &[u8; 58]) -> Option<Vec<u8>> {
    let mut bytes: Vec<u8> = Vec::new();
    for digit in value.bytes() {
        let mut carry = place(alphabet, digit)?;
        for byte in &mut bytes {
            carry += usize::from(*byte) * 58;
            *byte = (carry & 0xff) as u8;
            carry >>= 8;
        }
        while carry > 0 {
            bytes.push((carry & 0xff) as u8);
            carry >>= 8;
        }
    }
    bytes.extend(value.bytes().take_while(|&digit| digit == alphabet[0]).map(|_| 0));
    bytes.reverse();
    (bytes.len() > 4).then_some(bytes)
}

fn closes(bytes: &[u8]) -> bool {
    let (body, check) = bytes.split_at(bytes.len() - 4);
    Sha256::digest(Sha256::digest(body))[..4] == *check
}

/// Bech32 and Bech32m: the polynomial over prefix and data leaves 1 or the constant of BIP 350 (BIP 173).
pub fn bech32(value: &str) -> bool {
    let mixed = value.bytes().any(|byte| byte.is_ascii_uppercase()) && value.bytes().any(|byte| byte.is_ascii_lowercase());
    let lower = value.to_ascii_lowercase();
    let Some((prefix, data)) = lower.rsplit_once('1') else { return false };
    let Some(data) = data.bytes().map(|byte| place(BECH32, byte)).collect::<Option<Vec<_>>>() else { return false };
    let prefix = prefix.bytes().map(usize::from);
    let values = prefix.clone().map(|c| c >> 5).chain([0]).chain(prefix.map(|c| c & 31)).chain(data);
    let rest = values.fold(1u32, |rest, value| {
        const GENERATORS: [u32; 5] = [0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3];
        let shifted = (rest & 0x01ff_ffff) << 5 ^ value as u32;
        (0..5).filter(|bit| rest >> (25 + bit) & 1 == 1).fold(shifted, |rest, bit| rest ^ GENERATORS[bit])
    });
    !mixed && matches!(rest, 1 | 0x2bc8_30a3)
}

/// An Ethereum address whose capitals follow the hash of its digits (EIP-55).
pub fn eip55(value: &str) -> bool {
    let body = value.trim_start_matches("0x");
    let hash = keccak256(body.to_ascii_lowercase().as_bytes());
    let nibble = |place: usize| hash[place / 2] >> (4 * (1 - place % 2)) & 0xf;
    let follows = |(place, byte): (usize, u8)| !byte.is_ascii_alphabetic() || byte.is_ascii_uppercase() == (nibble(place) > 7);
    body.len() == 40 && !one_case(value) && body.bytes().enumerate().all(follows)
}

/// Forty hexadecimal digits in one case, which carry no checksum.
pub fn one_case(value: &str) -> bool {
    let body = value.trim_start_matches("0x");
    !(body.bytes().any(|byte| byte.is_ascii_uppercase()) && body.bytes().any(|byte| byte.is_ascii_lowercase()))
}

/// Keccak-256 as Ethereum uses it, with the padding of before FIPS 202 (The Keccak reference, version 3.0).
fn keccak256(message: &[u8]) -> [u8; 32] {
    const RATE: usize = 136;
    let mut padded = message.to_vec();
    padded.push(1);
    padded.resize(padded.len().next_multiple_of(RATE), 0);
    if let Some(last) = padded.last_mut() {
        *last |= 0x80;
    }
    let mut state = [0u64; 25];
    for block in padded.chunks_exact(RATE) {
        for (lane, bytes) in state.iter_mut().zip(block.as_chunks::<8>().0) {
            *lane ^= u64::from_le_bytes(*bytes);
        }
        permute(&mut state);
    }
    let mut out = [0; 32];
    for (bytes, lane) in out.as_chunks_mut::<8>().0.iter_mut().zip(state) {
        *bytes = lane.to_le_bytes();
    }
    out
}

/// `Keccak-f[1600]`. Its rotations and round constants are computed as the reference defines them: a table would only travel.
fn permute(state: &mut [u64; 25]) {
    let mut register = 1u8;
    for _ in 0..24 {
        let column: [u64; 5] = std::array::from_fn(|x| (0..5).fold(0, |sum, y| sum ^ state[x + 5 * y]));
        for (at, lane) in state.iter_mut().enumerate() {
            *lane ^= column[(at + 4) % 5] ^ column[(at % 5 + 1) % 5].rotate_left(1);
        }
        let (mut x, mut y, mut moved) = (1, 0, state[1]);
        for turn in 1..25u32 {
            (x, y) = (y, (2 * x + 3 * y) % 5);
            moved = std::mem::replace(&mut state[x + 5 * y], moved.rotate_left(turn * (turn + 1) / 2 % 64));
        }
        for row in state.as_chunks_mut::<5>().0 {
            let old = *row;
            *row = std::array::from_fn(|x| old[x] ^ !old[(x + 1) % 5] & old[(x + 2) % 5]);
        }
        for bit in 0..7 {
            state[0] ^= u64::from(register & 1) << ((1 << bit) - 1);
            register = (register << 1) ^ ((register >> 7) * 0x71);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keccak_has_the_published_values() {
        // The Keccak team's test vectors for the empty message; two blocks, against the same reference.
        assert_eq!(keccak256(b"")[..4], [0xc5, 0xd2, 0x46, 0x01]);
        assert_eq!(keccak256(b"abc")[..4], [0x4e, 0x03, 0x65, 0x7a]);
    }

    #[test]
    fn addresses_of_the_proposals_pass() {
        // BIP 173 and BIP 350, test vectors; EIP-55, test cases; the address of Bitcoin's first block.
        assert!(bech32("BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4") && !bech32("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5"));
        assert!(bech32("bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0"));
        assert!(eip55("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed") && !eip55("0x5AAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"));
        assert!(eip55("0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359") && !eip55("0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed"));
        assert!(base58_address("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa") && !base58_address("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb"));
        assert!(base58_address("rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh") && !base58_address("rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTi"));
    }
}
