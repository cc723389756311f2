//! [`Ledger`]: what releases together may tell. Every part of a release spends some of the budget; nothing is released beyond it.

use super::dp::{Budget, Mechanism, rho};
use serde::Serialize;

/// One part of a release.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Entry {
    /// What was released.
    pub what: String,
    /// What it took.
    #[serde(flatten)]
    pub spent: Budget,
    /// How.
    pub mechanism: Mechanism,
}

/// A budget and what was spent of it.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Ledger {
    /// All that may be spent.
    pub budget: Budget,
    /// What was spent, in order.
    pub entries: Vec<Entry>,
}

impl Ledger {
    /// Nothing spent yet.
    pub fn new(budget: Budget) -> Self {
        Self { budget, entries: Vec::new() }
    }

    /// Notes a part of a release. Says no, and notes nothing, where the budget does not reach.
    pub fn spend(&mut self, what: &str, spent: Budget, mechanism: Mechanism) -> bool {
        self.entries.push(Entry { what: what.to_owned(), spent, mechanism });
        let sum = self.sum();
        // Parts of a budget add up to it but for the last digits.
        let fits = sum.epsilon <= self.budget.epsilon * (1.0 + 1e-9) && sum.delta <= self.budget.delta * (1.0 + 1e-9);
        if !fits {
            self.entries.pop();
        }
        fits
    }

    /// What was spent, added up (basic composition).
    pub fn sum(&self) -> Budget {
        let spent = || self.entries.iter().map(|entry| entry.spent);
        Budget { epsilon: spent().map(|spent| spent.epsilon).sum(), delta: spent().map(|spent| spent.delta).sum() }
    }

    /// What is left.
    pub fn left(&self) -> Budget {
        let Budget { epsilon, delta } = self.sum();
        Budget { epsilon: (self.budget.epsilon - epsilon).max(0.0), delta: (self.budget.delta - delta).max(0.0) }
    }

    /// The ε that all of it together keeps at this δ, above 0: the sum, or what zero-concentrated differential privacy says, where that
    /// is less (M. Bun and T. Steinke, "Concentrated differential privacy", 2016): ρ adds up, and ε = ρ + 2√(ρ ln 1/δ).
    pub fn composed(&self, delta: f64) -> f64 {
        let rho = self.entries.iter().map(|entry| match entry.mechanism {
            Mechanism::Laplace => entry.spent.epsilon * entry.spent.epsilon / 2.0,
            Mechanism::Gaussian => rho(entry.spent),
        });
        let rho: f64 = rho.sum();
        let concentrated = rho + 2.0 * libm::sqrt(rho * -libm::log(delta));
        let sum = self.sum();
        if sum.delta <= delta { f64::min(sum.epsilon, concentrated) } else { concentrated }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_add_up_and_no_more_than_the_budget_is_spent() {
        let budget = Budget::try_new(1.0, 1e-6).unwrap();
        let mut ledger = Ledger::new(budget);
        for _ in 0..3 {
            assert!(ledger.spend("counts", budget.shared(3), Mechanism::Laplace));
        }
        assert!((ledger.sum().epsilon - 1.0).abs() < 1e-9 && ledger.left().epsilon < 1e-9);
        assert!(!ledger.spend("more", Budget::try_new(0.01, 0.0).unwrap(), Mechanism::Laplace));
        assert_eq!(ledger.entries.len(), 3);
    }

    #[test]
    fn many_small_parts_tell_less_than_their_sum() {
        let mut ledger = Ledger::new(Budget::try_new(10.0, 1e-5).unwrap());
        for _ in 0..100 {
            assert!(ledger.spend("cell", Budget::try_new(0.1, 0.0).unwrap(), Mechanism::Laplace));
        }
        // ρ = 100 · 0.1² / 2 = 0.5; ε = 0.5 + 2 √(0.5 · ln 10⁵) = 5.2985
        assert!((ledger.composed(1e-5) - 5.2985).abs() < 1e-4, "{}", ledger.composed(1e-5));
        let gaussian = Budget::try_new(1.0, 1e-5).unwrap();
        let mut one = Ledger::new(gaussian);
        assert!(one.spend("counts", gaussian, Mechanism::Gaussian));
        assert!((one.composed(1e-5) - 1.0).abs() < 1e-9);
    }
}
