//! Differential privacy: what is released does not tell whether any one unit (a person, a space, an organization) contributed at all,
//! up to ε and δ. A unit's contributions are bounded, values are clamped, noise is added to integers, and what only few units have is
//! not named at all.

use super::chance::Chance;
use super::noise::{Band, Noise, Ratio};
use serde::{Deserialize, Serialize};

/// The largest ε that is taken for a promise: e^20 is no bound any more.
const MOST_EPSILON: f64 = 20.0;

/// The largest variance that is drawn from: a deviation of a million.
const MOST_VARIANCE: f64 = 1e12;

/// A budget, or a part of one.
#[derive(Clone, Copy, PartialEq, Debug, Serialize)]
pub struct Budget {
    /// ε: any outcome is at most e^ε times as likely with a unit as without it.
    pub epsilon: f64,
    /// δ: the probability that this does not hold; 0 for none.
    pub delta: f64,
}

/// Why a parameter cannot be used.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BudgetError {
    /// ε is not a number above 0 and at most 20.
    Epsilon,
    /// δ is not a number from 0 to below 1; for Gaussian noise and for the choice of keys it must be above 0.
    Delta,
    /// A bound is 0, or so large that noise for it cannot be drawn.
    Bound,
}

impl BudgetError {
    /// What is demanded.
    pub fn demand(self) -> &'static str {
        match self {
            Self::Epsilon => "epsilon must be a number above 0 and at most 20",
            Self::Delta => "delta must be a number from 0 to below 1, above 0 for Gaussian noise and for the choice of keys",
            Self::Bound => "bounds must be at least 1, and not so wide that noise for them cannot be drawn",
        }
    }
}

impl Budget {
    /// A budget.
    ///
    /// # Errors
    /// [`BudgetError`]: ε is 0, negative, no number or above 20; δ is negative, no number, or 1 and more.
    pub fn try_new(epsilon: f64, delta: f64) -> Result<Self, BudgetError> {
        if !(epsilon > 0.0 && epsilon <= MOST_EPSILON) {
            return Err(BudgetError::Epsilon);
        }
        if !(0.0..1.0).contains(&delta) {
            return Err(BudgetError::Delta);
        }
        Ok(Self { epsilon, delta })
    }

    /// One of so many equal parts.
    #[must_use]
    pub fn shared(self, parts: u32) -> Self {
        let parts = f64::from(parts.max(1));
        Self { epsilon: self.epsilon / parts, delta: self.delta / parts }
    }

    /// How sure an attacker can be afterwards that a unit is in the data, who held it for as likely as not before: e^ε / (1 + e^ε).
    pub fn certainty(self) -> f64 {
        1.0 / (1.0 + libm::exp(-self.epsilon))
    }
}

/// How much one unit can change what is counted.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Bounds {
    /// How many groups a unit counts in at most (l0).
    pub groups: u32,
    /// How many records of a unit count in each of them (l∞).
    pub records: u32,
    /// Values below count as this one.
    pub lowest: i64,
    /// Values above count as this one.
    pub highest: i64,
}

/// Which noise.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mechanism {
    /// Discrete Laplace: ε alone.
    Laplace,
    /// Discrete Gaussian: ε and δ, through zero-concentrated differential privacy; less noise where a unit touches many groups.
    Gaussian,
}

/// What is released of each group.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Measure {
    /// How many units.
    Units,
    /// How many records.
    Records,
    /// The sum of the clamped values.
    Sum,
}

impl Bounds {
    /// A value as it counts.
    pub fn clamp(&self, value: i64) -> i64 {
        value.clamp(self.lowest, self.highest.max(self.lowest))
    }

    /// How much one unit changes one group at most.
    fn each(&self, measure: Measure) -> u64 {
        match measure {
            Measure::Units => 1,
            Measure::Records => self.records.into(),
            Measure::Sum => {
                let widest = self.lowest.unsigned_abs().max(self.highest.unsigned_abs()).max(1);
                u64::from(self.records).saturating_mul(widest)
            }
        }
    }
}

/// The noise that is due: for Laplace scale l0 · l∞ / ε; for Gaussian σ = √l0 · l∞ / √2ρ with √ρ = √(ln 1/δ + ε) − √(ln 1/δ).
///
/// # Errors
/// [`BudgetError`]: Gaussian noise without δ, or bounds for which noise cannot be drawn.
pub fn noise(budget: Budget, bounds: &Bounds, measure: Measure, mechanism: Mechanism) -> Result<Noise, BudgetError> {
    if bounds.groups == 0 || bounds.records == 0 {
        return Err(BudgetError::Bound);
    }
    let each = bounds.each(measure) as f64;
    match mechanism {
        Mechanism::Laplace => {
            let scale = f64::from(bounds.groups) * each / budget.epsilon;
            Ok(Noise::Laplace { scale: Ratio::at_least(scale).ok_or(BudgetError::Bound)? })
        }
        Mechanism::Gaussian if budget.delta > 0.0 => {
            let variance = f64::from(bounds.groups) * each * each / (2.0 * rho(budget));
            // Thousandths of large variances are no fraction that can be drawn from: whole numbers do.
            let whole = || Ratio::try_new(libm::ceil(variance) as u64, 1);
            let found = Ratio::at_least(variance).or_else(whole).filter(|_| variance <= MOST_VARIANCE);
            Ok(Noise::Gaussian { variance: found.ok_or(BudgetError::Bound)? })
        }
        Mechanism::Gaussian => Err(BudgetError::Delta),
    }
}

/// The ρ of zero-concentrated differential privacy that is enough for a budget: ε = ρ + 2√(ρ ln 1/δ).
pub(super) fn rho(budget: Budget) -> f64 {
    let log = -libm::log(budget.delta);
    let root = libm::sqrt(log + budget.epsilon) - libm::sqrt(log);
    root * root
}

/// A count or sum with noise: how it spreads, and, where a seed is given, one draw.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Noisy {
    /// What is true of the bounded contributions. Never part of a release.
    pub exact: i64,
    /// How widely outcomes spread around it.
    pub band: Band,
    /// One draw; absent in a preview.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub drawn: Option<i64>,
}

impl Noisy {
    /// Noise, whose band this is, on a number; drawn where there is chance.
    pub fn of(exact: i64, (noise, band): (Noise, Band), chance: Option<&mut Chance>) -> Self {
        Self { exact, band, drawn: chance.map(|chance| exact.saturating_add(noise.draw(chance))) }
    }
}

/// The probability that a key is named which `units` units have, where each unit has at most `groups` keys: the truncated geometric
/// mechanism (D. Desfontaines, J. Voss and others, "Differentially private partition selection", 2022), which no other beats.
pub fn selection(units: u64, budget: Budget, groups: u32) -> f64 {
    let Budget { epsilon, delta } = budget.shared(groups);
    let grown = libm::exp(epsilon);
    let mut named = 0.0;
    for _ in 0..units {
        named = one_more(named, grown, delta);
        if named >= 1.0 {
            break;
        }
    }
    named
}

/// The probability with one unit more.
fn one_more(named: f64, grown: f64, delta: f64) -> f64 {
    let up = grown * named + delta;
    let down = 1.0 - (1.0 - named - delta) / grown;
    f64::min(up, down).clamp(0.0, 1.0)
}

/// How many units a key must have to be named with at least this probability; none where 100,000 are too few.
pub fn needed(probability: f64, budget: Budget, groups: u32) -> Option<u64> {
    let Budget { epsilon, delta } = budget.shared(groups);
    let grown = libm::exp(epsilon);
    let mut named = 0.0;
    (1..=100_000).find(|_| {
        named = one_more(named, grown, delta);
        named >= probability
    })
}

/// Whether a key is named this time. The probability counts to 2^-53.
pub fn select(units: u64, budget: Budget, groups: u32, chance: &mut Chance) -> bool {
    const ALL: u128 = 1 << 53;
    let share = selection(units, budget, groups);
    chance.says((share * ALL as f64) as u128, ALL)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOUNDS: Bounds = Bounds { groups: 1, records: 1, lowest: 0, highest: 10 };

    #[test]
    fn a_budget_is_a_number_above_zero() {
        for epsilon in [0.0, -1.0, f64::NAN, f64::INFINITY, 20.1] {
            assert_eq!(Budget::try_new(epsilon, 0.0), Err(BudgetError::Epsilon));
        }
        for delta in [-0.1, 1.0, f64::NAN] {
            assert_eq!(Budget::try_new(1.0, delta), Err(BudgetError::Delta));
        }
        let budget = Budget::try_new(3.0_f64.ln(), 0.0).unwrap();
        assert!((budget.certainty() - 0.75).abs() < 1e-12);
    }

    #[test]
    fn noise_follows_from_budget_and_bounds() {
        let budget = Budget::try_new(0.5, 0.0).unwrap();
        let bounds = Bounds { groups: 3, records: 2, ..BOUNDS };
        let scale = |measure| match noise(budget, &bounds, measure, Mechanism::Laplace) {
            Ok(Noise::Laplace { scale }) => scale.value(),
            _ => 0.0,
        };
        assert_eq!((scale(Measure::Units), scale(Measure::Records), scale(Measure::Sum)), (6.0, 12.0, 120.0));
        assert_eq!(noise(budget, &bounds, Measure::Units, Mechanism::Gaussian), Err(BudgetError::Delta));
        let none = Bounds { groups: 0, ..BOUNDS };
        assert_eq!(noise(budget, &none, Measure::Units, Mechanism::Laplace), Err(BudgetError::Bound));
        let wide = Bounds { highest: i64::MAX, ..BOUNDS };
        assert_eq!(noise(budget, &wide, Measure::Sum, Mechanism::Laplace), Err(BudgetError::Bound));
        // ε = 1, δ = 1e-6: √ρ = √14.8155 − √13.8155 = 0.13215, σ = 1 / √2ρ = 5.3508
        let budget = Budget::try_new(1.0, 1e-6).unwrap();
        let gaussian = noise(budget, &BOUNDS, Measure::Units, Mechanism::Gaussian).unwrap();
        assert!((gaussian.deviation() - 5.3508).abs() < 1e-3, "{}", gaussian.deviation());
    }

    /// Theorem 1 of the paper.
    fn closed(units: u64, epsilon: f64, delta: f64) -> f64 {
        let grown = epsilon.exp();
        let first = 1.0 + (((grown + 2.0 * delta - 1.0) / (delta * (grown + 1.0))).ln() / epsilon).floor();
        let low = |n: f64| ((n * epsilon).exp() - 1.0) / (grown - 1.0) * delta;
        let n = units as f64;
        if n <= first {
            return low(n);
        }
        let m = n - first;
        let high = (1.0 - (-m * epsilon).exp()) * (1.0 + delta / (grown - 1.0)) + (-m * epsilon).exp() * low(first);
        high.min(1.0)
    }

    #[test]
    fn keys_are_named_as_the_closed_form_says() {
        for (epsilon, delta) in [(1.0, 1e-5), (0.1, 1e-8), (3.0, 0.01), (0.5, 0.2)] {
            let budget = Budget::try_new(epsilon, delta).unwrap();
            for units in (0..400).step_by(3) {
                let (found, wanted) = (selection(units, budget, 1), closed(units, epsilon, delta));
                assert!((found - wanted).abs() < 1e-9, "{epsilon} {delta} {units}: {found} {wanted}");
            }
        }
        let budget = Budget::try_new(1.0, 1e-5).unwrap();
        assert_eq!(selection(0, budget, 1), 0.0);
        assert!((selection(1, budget, 1) - 1e-5).abs() < 1e-15);
        assert_eq!(needed(1e-5, budget, 1), Some(1));
        assert!(needed(0.99, budget, 4) > needed(0.99, budget, 1));
        // Without δ a key that one unit alone may have is never named.
        assert_eq!(needed(0.5, Budget::try_new(1.0, 0.0).unwrap(), 1), None);
    }

    #[test]
    fn a_thousand_choices_follow_the_probability() {
        let budget = Budget::try_new(1.0, 1e-5).unwrap();
        let units = needed(0.5, budget, 1).unwrap();
        let share = selection(units, budget, 1);
        let mut chance = Chance::new(b"select");
        let named = (0..1000).filter(|_| select(units, budget, 1, &mut chance)).count() as f64;
        assert!((named - share * 1000.0).abs() < 4.5 * (1000.0 * share * (1.0 - share)).sqrt());
    }
}
