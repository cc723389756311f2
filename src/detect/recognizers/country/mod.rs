//! One file for each country: the numbers that its authorities give people and businesses.

pub(super) mod ar;
pub(super) mod au;
pub(super) mod br;
pub(super) mod ca;
pub(super) mod cl;
pub(super) mod cn;
pub(super) mod co;
pub(super) mod eg;
pub(super) mod hk;
pub(super) mod id;
pub(super) mod il;
pub(super) mod in_;
pub(super) mod jp;
pub(super) mod kr;
pub(super) mod mx;
pub(super) mod my;
pub(super) mod ng;
pub(super) mod nz;
pub(super) mod ph;
pub(super) mod sg;
pub(super) mod th;
pub(super) mod tw;
pub(super) mod us;
pub(super) mod vn;
pub(super) mod za;
