//! The numbers that European states give people: their lengths, dates, weights and check digits.

use super::sum;

/// German tax number of a person: eleven digits, the first not zero, among the first ten one that comes twice or three times
/// and no other repeated, closed by ISO/IEC 7064 (Bundeszentralamt für Steuern, check of the Identifikationsnummer).
pub fn de_tax_id(value: &str) -> bool {
    let Some(number) = sum::exactly::<11>(value) else { return false };
    let count = |digit: u8| number[..10].iter().filter(|&&other| other == digit).count();
    let repeated: Vec<usize> = (0..10).map(count).filter(|&count| count > 1).collect();
    number[0] != 0 && matches!(repeated[..], [2 | 3]) && sum::mod11_10(number.into_iter())
}
