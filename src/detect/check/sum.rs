//! What check digits are made of: weighted sums, and the systems of ISO/IEC 7064 and Verhoeff. The countries' rules are put
//! together from these.

use super::digits;

/// The sum of each digit times its weight. Digits beyond the weights do not count.
pub(crate) fn weighted(digits: impl Iterator<Item = u8>, weights: &[u8]) -> u32 {
    digits.zip(weights).map(|(digit, &weight)| u32::from(digit) * u32::from(weight)).sum()
}

/// A value's digits, where it has exactly `N` of them.
pub(crate) fn exactly<const N: usize>(value: &str) -> Option<[u8; N]> {
    let mut all = digits(value);
    let mut out = [0; N];
    for place in &mut out {
        *place = all.next()?;
    }
    all.next().is_none().then_some(out)
}

/// Digits as one number, the first the most significant.
pub(crate) fn number(digits: &[u8]) -> u64 {
    digits.iter().fold(0, |value, &digit| value * 10 + u64::from(digit))
}

/// Whether a month has such a day; 29 February counts, because the century is often unknown.
pub(crate) fn day_of_month(month: u64, day: u64) -> bool {
    let last = match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        _ => 0,
    };
    (1..=last).contains(&day)
}

/// How a number's last digit follows from a weighted sum of those before it: one row of an authority's rule.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Closing {
    weights: &'static [u8],
    modulus: u32,
    complement: u32,
    ten: Option<u8>,
}

impl Closing {
    /// The last digit is the rest of the sum. No number has the rest ten.
    pub(crate) const fn rest(weights: &'static [u8], modulus: u32) -> Self {
        Self { weights, modulus, complement: 1, ten: None }
    }

    /// The last digit is what the sum lacks to a multiple of the modulus. No number lacks ten.
    pub(crate) const fn complement(weights: &'static [u8], modulus: u32) -> Self {
        Self { weights, modulus, complement: modulus - 1, ten: None }
    }

    /// What a number has for a ten.
    pub(crate) const fn with_ten(self, digit: u8) -> Self {
        Self { ten: Some(digit), ..self }
    }

    /// Whether the last digit closes those before it, as many as there are weights.
    pub(crate) fn holds(&self, digits: &[u8]) -> bool {
        let Some((&last, rest)) = digits.split_last() else { return false };
        let sum = weighted(rest.iter().copied(), self.weights);
        let check = sum * self.complement % self.modulus;
        let expected = if check == 10 { self.ten.map(u32::from) } else { Some(check) };
        rest.len() == self.weights.len() && sum > 0 && expected == Some(u32::from(last))
    }

    /// Whether the last digit of a value closes the others.
    pub(crate) fn closes(&self, value: &str) -> bool {
        self.holds(&digits(value).collect::<Vec<_>>())
    }
}

/// What a letter or digit counts where letters follow nine: A is ten. Lower case counts as upper case.
pub(crate) fn base36(byte: u8) -> u8 {
    match byte {
        b'0'..=b'9' => byte - b'0',
        b'a'..=b'z' => byte - b'a' + 10,
        b'A'..=b'Z' => byte - b'A' + 10,
        _ => 0,
    }
}

/// A value's letters and digits, without separators, in upper case.
pub(crate) fn plain(value: &str) -> Vec<u8> {
    value.bytes().filter(u8::is_ascii_alphanumeric).map(|byte| byte.to_ascii_uppercase()).collect()
}

/// The last digit closes the letters and digits before it with the weights 7, 3, 1 (ICAO Doc 9303, part 3, section 4.9).
pub(crate) fn icao(value: &[u8]) -> bool {
    let Some((&last, rest)) = value.split_last() else { return false };
    let sum: u32 = rest.iter().zip([7, 3, 1].into_iter().cycle()).map(|(&byte, weight)| u32::from(base36(byte)) * weight).sum();
    last.is_ascii_digit() && sum % 10 == u32::from(last - b'0')
}

/// The last digit closes the number modulo 11, 10 (ISO/IEC 7064, hybrid system).
pub(crate) fn mod11_10(digits: impl Iterator<Item = u8>) -> bool {
    let mut product = 10;
    let mut sum = 0;
    for digit in digits {
        sum = (u32::from(digit) + product) % 10;
        product = (if sum == 0 { 10 } else { sum }) * 2 % 11;
    }
    sum == 1
}

/// The number closes modulo 11, 2 with `X` for ten (ISO/IEC 7064, pure system): the sum of value times power of two leaves 1.
pub(crate) fn mod11_2(values: impl Iterator<Item = u8>) -> bool {
    values.fold(0, |rest, value| (rest * 2 + u32::from(value)) % 11) == 1
}

/// Verhoeff's dihedral check over the digits, the check digit last (J. Verhoeff, Error detecting decimal codes, 1969).
pub fn verhoeff(value: &str) -> bool {
    let mut any = false;
    let rest = digits(value).rev().enumerate().fold(0u8, |rest, (place, digit)| {
        any |= digit != 0;
        dihedral(rest, permuted(digit, place % 8))
    });
    any && rest == 0
}

/// The product of two elements of the dihedral group of order ten: rotations are 0 to 4, reflections 5 to 9.
fn dihedral(a: u8, b: u8) -> u8 {
    match (a < 5, b < 5) {
        (true, true) => (a + b) % 5,
        (true, false) => 5 + (a + b) % 5,
        (false, true) => 5 + (a + 5 - b) % 5,
        (false, false) => (a + 5 - b) % 5,
    }
}

/// A digit after `times` applications of Verhoeff's permutation.
fn permuted(digit: u8, times: usize) -> u8 {
    const ONCE: [u8; 10] = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];
    (0..times).fold(digit, |digit, _| ONCE[usize::from(digit)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verhoeff_closes_the_published_example() {
        // 236 takes the check digit 3.
        assert!((0..10).filter(|digit| verhoeff(&format!("236{digit}"))).eq([3]));
        assert!(verhoeff("123451") && !verhoeff("123415") && !verhoeff("0000"));
    }

    #[test]
    fn iso_7064_closes_the_published_examples() {
        // ISO/IEC 7064: 0794 takes 5 in MOD 11-10, and 0794 takes 0 in MOD 11-2.
        assert!((0..10).filter(|&digit| mod11_10([0, 7, 9, 4, digit].into_iter())).eq([5]));
        assert!((0..11).filter(|&digit| mod11_2([0, 7, 9, 4, digit].into_iter())).eq([0]));
    }

    #[test]
    fn days_follow_the_calendar() {
        assert!(day_of_month(2, 29) && !day_of_month(2, 30) && !day_of_month(13, 1) && !day_of_month(4, 31));
    }
}
