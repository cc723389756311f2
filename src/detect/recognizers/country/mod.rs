//! One file for each country: the numbers that its authorities give people and businesses.
