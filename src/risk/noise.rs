//! Exact samples of the discrete Laplace and Gaussian distributions, from integers alone (C. Canonne, G. Kamath and T. Steinke, "The
//! discrete Gaussian for differential privacy", 2020): no floating-point number is drawn, so none can give away what it was added to.

use super::chance::Chance;
use serde::Serialize;

/// A positive fraction.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Ratio {
    above: u64,
    below: u64,
}

impl Ratio {
    /// The most that either part may be.
    pub const MOST: u64 = 1 << 40;

    /// The fraction, if both parts are between 1 and [`Ratio::MOST`].
    pub fn try_new(above: u64, below: u64) -> Option<Self> {
        let fits = |part| (1..=Self::MOST).contains(&part);
        let divisor = divisor(above, below.max(1)).max(1);
        let (above, below) = (above / divisor, below / divisor);
        (fits(above) && fits(below)).then_some(Self { above, below })
    }

    /// As a number.
    pub fn value(self) -> f64 {
        self.above as f64 / self.below as f64
    }

    /// The least fraction of thousandths that is not below a number: noise is never less than what was computed. None where it is too
    /// large, not positive, or no number.
    pub fn at_least(value: f64) -> Option<Self> {
        let above = libm::ceil(value * 1000.0);
        (above >= 1.0 && above <= Self::MOST as f64).then(|| Self::try_new(above as u64, 1000))?
    }
}

fn divisor(one: u64, other: u64) -> u64 {
    if other == 0 { one } else { divisor(other, one % other) }
}

/// What noise is drawn from. Both are symmetric around 0.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Noise {
    /// P(x) ∝ exp(−|x| / scale).
    Laplace {
        /// The scale.
        scale: Ratio,
    },
    /// P(x) ∝ exp(−x² / 2σ²).
    Gaussian {
        /// σ²; σ is at most a million.
        variance: Ratio,
    },
}

/// How widely outcomes spread around what is true: half of them lie within ± `half`, and so on.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Band {
    /// 50 %.
    pub half: u64,
    /// 80 %.
    pub most: u64,
    /// 95 %.
    pub nearly_all: u64,
}

impl Noise {
    /// Draws once.
    pub fn draw(self, chance: &mut Chance) -> i64 {
        match self {
            Self::Laplace { scale } => laplace(scale, chance),
            Self::Gaussian { variance } => gaussian(variance, chance),
        }
    }

    /// The standard deviation.
    pub fn deviation(self) -> f64 {
        match self {
            Self::Laplace { scale } => {
                let q = libm::exp(-1.0 / scale.value());
                libm::sqrt(2.0 * q) / (1.0 - q)
            }
            // Of the discrete distribution; equal to that of the continuous one from σ = 1 on, to ten digits.
            Self::Gaussian { variance } => libm::sqrt(variance.value()),
        }
    }

    /// The probability of exactly this outcome.
    pub fn probability(self, x: i64) -> f64 {
        match self {
            Self::Laplace { scale } => {
                let q = libm::exp(-1.0 / scale.value());
                (1.0 - q) / (1.0 + q) * libm::exp(-(x.unsigned_abs() as f64) / scale.value())
            }
            Self::Gaussian { variance } => weight(x.unsigned_abs(), variance) / mass(variance),
        }
    }

    /// The least t that an outcome exceeds in size with a probability of at most `alpha`, 0 to 1.
    pub fn within(self, alpha: f64) -> u64 {
        match self {
            Self::Laplace { scale } => {
                // P(|x| > t) = 2 qᵗ⁺¹ / (1 + q)
                let q = libm::exp(-1.0 / scale.value());
                let t = libm::log(alpha * (1.0 + q) / 2.0) * -scale.value() - 1.0;
                libm::ceil(t - 1e-9).max(0.0) as u64
            }
            Self::Gaussian { variance } => {
                let all = mass(variance);
                let mut inside = 1.0;
                let mut t = 0;
                while 1.0 - inside / all > alpha {
                    t += 1;
                    inside += 2.0 * weight(t, variance);
                }
                t
            }
        }
    }

    /// How widely outcomes spread. Of wide Gaussian noise this takes a while: it is the same for every figure.
    pub fn band(self) -> Band {
        Band { half: self.within(0.5), most: self.within(0.2), nearly_all: self.within(0.05) }
    }
}

fn weight(x: u64, variance: Ratio) -> f64 {
    libm::exp(-(x as f64 * x as f64) / (2.0 * variance.value()))
}

/// What all weights together make, to the last digit that counts. From σ = 2 on that is the integral: by Poisson's formula the sum differs
/// from it by less than one part in 10³⁴.
fn mass(variance: Ratio) -> f64 {
    if variance.value() >= 4.0 {
        return libm::sqrt(2.0 * std::f64::consts::PI * variance.value());
    }
    let last = libm::ceil(libm::sqrt(variance.value()) * 9.0) as u64 + 1;
    1.0 + 2.0 * (1..=last).rev().map(|x| weight(x, variance)).sum::<f64>()
}

/// Yes with probability exp(−of / all): algorithm 1.
fn decays(mut of: u128, all: u128, chance: &mut Chance) -> bool {
    while of > all {
        if !decays_once(1, 1, chance) {
            return false;
        }
        of -= all;
    }
    decays_once(of, all, chance)
}

/// The same for an exponent of at most 1.
fn decays_once(of: u128, all: u128, chance: &mut Chance) -> bool {
    let mut k = 1_u128;
    while chance.says(of, all * k) {
        k += 1;
    }
    k % 2 == 1
}

/// Algorithm 2.
fn laplace(scale: Ratio, chance: &mut Chance) -> i64 {
    let (t, s) = (u128::from(scale.above), u128::from(scale.below));
    loop {
        let u = chance.below(t);
        if !decays(u, t, chance) {
            continue;
        }
        let mut v = 0_u128;
        while decays(1, 1, chance) {
            v += 1;
        }
        let size = ((u + t * v) / s) as i64;
        let is_negative = chance.says(1, 2);
        if !(is_negative && size == 0) {
            return if is_negative { -size } else { size };
        }
    }
}

/// Algorithm 3, with σ² = a / b: accepts y with probability exp(−(|y| − σ²/t)² / 2σ²) = exp(−(|y| t b − a)² / (2 a b t²)).
fn gaussian(variance: Ratio, chance: &mut Chance) -> i64 {
    let (a, b) = (u128::from(variance.above), u128::from(variance.below));
    let t = u128::from((variance.above / variance.below).isqrt()) + 1;
    let scale = Ratio { above: t as u64, below: 1 };
    loop {
        let y = laplace(scale, chance);
        let far = (u128::from(y.unsigned_abs()) * t * b).abs_diff(a);
        if decays_square(far, a * b * 2 * t * t, chance) {
            return y;
        }
    }
}

/// Yes with probability exp(−far² / all), where the square may be too large for a number.
fn decays_square(far: u128, all: u128, chance: &mut Chance) -> bool {
    match far.checked_mul(far) {
        Some(of) => decays(of, all, chance),
        // Then it is more than 2^36 times `all` for every variance that is allowed: e to that power happens never.
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ratio(above: u64, below: u64) -> Ratio {
        Ratio::try_new(above, below).unwrap()
    }

    /// How far the counts of many draws are from what the distribution says, in standard deviations of a chi-square.
    fn far(noise: Noise, draws: u32, seed: &str) -> f64 {
        let mut chance = Chance::new(seed.as_bytes());
        let reach = noise.within(0.001) as i64;
        let mut counts = vec![0_u32; 2 * reach as usize + 2];
        for _ in 0..draws {
            let x = noise.draw(&mut chance);
            let place = if x.abs() > reach { 2 * reach + 1 } else { x + reach };
            counts[place as usize] += 1;
        }
        let mut wanted: Vec<f64> = (-reach..=reach).map(|x| noise.probability(x)).collect();
        wanted.push(1.0 - wanted.iter().sum::<f64>());
        let square = counts.iter().zip(&wanted).map(|(&count, share)| {
            let wanted = share * f64::from(draws);
            (f64::from(count) - wanted).powi(2) / wanted
        });
        let freedom = (counts.len() - 1) as f64;
        (square.sum::<f64>() - freedom) / (2.0 * freedom).sqrt()
    }

    #[test]
    fn a_hundred_thousand_draws_follow_the_distribution() {
        for (above, below) in [(1, 1), (10, 1), (7, 3), (1, 2)] {
            let laplace = Noise::Laplace { scale: ratio(above, below) };
            assert!(far(laplace, 100_000, "laplace").abs() < 4.5, "scale {above}/{below}: {}", far(laplace, 100_000, "laplace"));
            let gaussian = Noise::Gaussian { variance: ratio(above * above, below) };
            assert!(far(gaussian, 100_000, "gauss").abs() < 4.5, "variance {above}²/{below}");
        }
    }

    #[test]
    fn a_wrong_distribution_is_noticed() {
        let mut chance = Chance::new(b"wrong");
        let wrong = Noise::Laplace { scale: ratio(11, 10) };
        let right = Noise::Laplace { scale: ratio(1, 1) };
        let zeros = (0..100_000).filter(|_| wrong.draw(&mut chance) == 0).count() as f64;
        let wanted = right.probability(0) * 100_000.0;
        assert!((zeros - wanted).abs() > 4.5 * wanted.sqrt());
    }

    #[test]
    fn probabilities_sum_to_one_and_bands_hold_their_share() {
        for noise in [Noise::Laplace { scale: ratio(10, 1) }, Noise::Gaussian { variance: ratio(50, 1) }] {
            let all: f64 = (-2000..=2000).map(|x| noise.probability(x)).sum();
            assert!((all - 1.0).abs() < 1e-9);
            let Band { half, most, nearly_all } = noise.band();
            for (reach, share) in [(half, 0.5), (most, 0.8), (nearly_all, 0.95)] {
                let inside = |reach: i64| (-reach..=reach).map(|x| noise.probability(x)).sum::<f64>();
                assert!(inside(reach as i64) >= share && (reach == 0 || inside(reach as i64 - 1) < share), "{noise:?} {share}");
            }
            let square: f64 = (-2000..=2000).map(|x: i64| noise.probability(x) * (x * x) as f64).sum();
            assert!((square.sqrt() - noise.deviation()).abs() < 1e-6);
        }
    }

    #[test]
    fn large_scales_draw_without_overflow() {
        let mut chance = Chance::new(b"large");
        let laplace = Noise::Laplace { scale: ratio(Ratio::MOST, 1) };
        assert!((0..50).any(|_| laplace.draw(&mut chance).abs() > 1 << 38));
        for (variance, deviation) in [(ratio(1_000_000_000_000, 1), 1_000_000), (ratio(1_000_000_001, 1000), 1000)] {
            let gaussian = Noise::Gaussian { variance };
            let largest = (0..50).map(|_| gaussian.draw(&mut chance).abs()).max();
            assert!(largest.is_some_and(|x| x > deviation && x < 10 * deviation));
        }
        assert_eq!(Ratio::try_new(0, 1), None);
        assert_eq!(Ratio::try_new(1, 0), None);
        assert_eq!(Ratio::at_least(f64::NAN), None);
        assert_eq!(Ratio::at_least(1.0001), Ratio::try_new(1001, 1000));
    }
}
