//! TABLE [`Operator`]: what can be done with something that was found.

use crate::table::table;
use serde::{Deserialize, Serialize};

/// Whether a risk is still there after an operator, as the table of WP216 (Opinion 05/2014 on anonymisation techniques) answers.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Remains {
    /// No.
    No,
    /// Maybe not.
    MaybeNot,
    /// Yes.
    Yes,
}

/// The three questions of WP216, section 2.2.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Risks {
    /// Can somebody still be singled out?
    pub singling_out: Remains,
    /// Can records about somebody still be linked?
    pub linkability: Remains,
    /// Can something still be inferred about somebody?
    pub inference: Remains,
}

/// The row of an operator.
#[derive(Debug)]
pub struct OperatorRow {
    /// The id of the contract, section 4.
    pub id: &'static str,
    /// What ISO/IEC 20889 calls the technique.
    pub technique: &'static str,
    /// What remains after it, for the thing it was applied to.
    pub risks: Risks,
}

const fn risks(singling_out: Remains, linkability: Remains, inference: Remains) -> Risks {
    Risks { singling_out, linkability, inference }
}

use Remains::{MaybeNot, No, Yes};

table! {
    /// What can be done with a finding.
    pub enum Operator: OperatorRow {
        /// Leave it as it is.
        Keep => OperatorRow { id: "keep", technique: "none", risks: risks(Yes, Yes, Yes) },
        /// Withhold the whole field that holds it.
        Drop => OperatorRow { id: "drop", technique: "local suppression", risks: risks(No, No, No) },
        /// Remove it and leave nothing.
        Redact => OperatorRow { id: "redact", technique: "local suppression", risks: risks(No, No, MaybeNot) },
        /// Put a label in its place. People are numbered within the record, so that a story stays readable.
        Replace => OperatorRow { id: "replace", technique: "local suppression", risks: risks(No, No, MaybeNot) },
        /// Cover letters and digits with `*`, all but the last few.
        Mask => OperatorRow { id: "mask", technique: "masking", risks: risks(MaybeNot, MaybeNot, MaybeNot) },
        /// A keyed hash, HMAC-SHA-256: equal originals get equal hashes under one key.
        Hash => OperatorRow { id: "hash", technique: "pseudonymization", risks: risks(Yes, Yes, MaybeNot) },
        /// A readable stand-in under a key: equal originals get equal stand-ins.
        Pseudonymize => OperatorRow { id: "pseudonymize", technique: "pseudonymization", risks: risks(Yes, Yes, Yes) },
        /// A stand-in of the same length and kind of signs under a key (FF1, NIST SP 800-38G).
        EncryptFpe => OperatorRow { id: "encrypt-fpe", technique: "format-preserving encryption", risks: risks(Yes, Yes, Yes) },
        /// Say it less exactly: the year of a date, the network of an address, the decade of an age.
        Generalize => OperatorRow { id: "generalize", technique: "generalization", risks: risks(MaybeNot, Yes, Yes) },
        /// The interval of equal width that a number lies in.
        Bucket => OperatorRow { id: "bucket", technique: "generalization", risks: risks(MaybeNot, Yes, Yes) },
        /// The nearest multiple of a number.
        Round => OperatorRow { id: "round", technique: "rounding", risks: risks(MaybeNot, Yes, Yes) },
        /// Numbers beyond a bound become the bound.
        Clamp => OperatorRow { id: "clamp", technique: "top and bottom coding", risks: risks(MaybeNot, Yes, Yes) },
        /// Dates move by as many days as the subject's key says; the days between them stay.
        Shift => OperatorRow { id: "shift", technique: "noise addition", risks: risks(Yes, MaybeNot, MaybeNot) },
        /// One part of a date or time.
        TimePart => OperatorRow { id: "time-part", technique: "generalization", risks: risks(MaybeNot, Yes, Yes) },
        /// A value from a range that standards reserve, so that it can belong to nobody.
        Surrogate => OperatorRow { id: "surrogate", technique: "pseudonymization", risks: risks(Yes, Yes, MaybeNot) },
        /// Keep some, chosen under a key, and remove the rest.
        Sample => OperatorRow { id: "sample", technique: "sampling", risks: risks(MaybeNot, MaybeNot, Yes) },
        /// Withhold the whole record that holds it.
        Suppress => OperatorRow { id: "suppress", technique: "record suppression", risks: risks(No, No, No) },
    }
}
