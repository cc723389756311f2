//! TABLE pack: cards, bank accounts and securities.

use super::row::{Proof, plain};
use crate::detect::{Check, Edge, Edges, Entity, Lead, Recognizer, Score, check, compiled};

/// What can stand between two groups of a number: nothing, signs, or the end of a line.
macro_rules! gap {
    ($signs:literal) => {
        concat!("(?:[", $signs, r"]{1,3}|[ ]?\r?\n[ \t]{0,4})?")
    };
}

const CARD: &[&str] = &[
    "amex",
    "card",
    "cards",
    "carte",
    "cartão",
    "cc",
    "credit",
    "creditcard",
    "debit",
    "diners",
    "discover",
    "jcb",
    "karte",
    "kreditkarte",
    "maestro",
    "mastercard",
    "payment",
    "tarjeta",
    "unionpay",
    "visa",
];
const BANK: &[&str] = &["account", "acct", "bank", "ccc", "compte", "cuenta", "konto", "nrb", "rekening", "rib"];
const NUMBER: Edges = Edges::both(Edge::Number);
const TOKEN: Edges = Edges::both(Edge::Token);

/// What tells a row of this pack from the others, besides its context.
struct Shape {
    entity: Entity,
    score: Score,
    lead: Lead,
    pattern: &'static str,
    edges: Edges,
    checks: &'static [Check],
}

const fn row(id: &'static str, shape: Shape, context: &'static [&'static str], proof: Proof) -> Recognizer {
    Recognizer {
        lead: shape.lead,
        edges: shape.edges,
        checks: shape.checks,
        context,
        ..plain(id, shape.entity, shape.score, shape.pattern, proof)
    }
}

/// A bank account in a national form with a check digit.
const fn account(pattern: &'static str, score: Score, checks: &'static [Check]) -> Shape {
    Shape { entity: Entity::BankAccount, score, lead: Lead::None, pattern, edges: NUMBER, checks }
}

/// A payment card.
const fn card(pattern: &'static str, score: Score, checks: &'static [Check]) -> Shape {
    Shape { entity: Entity::CreditCard, score, lead: Lead::None, pattern, edges: NUMBER, checks }
}

/// The number of a security.
const fn security(pattern: &'static str, score: Score, checks: &'static [Check]) -> Shape {
    Shape { entity: Entity::Security, score, lead: Lead::None, pattern, edges: TOKEN, checks }
}

/// Digits that look like a card's.
const PAN: &str = compiled(concat!("[0-9]{4}(?:", gap!(" ._/-"), "[0-9]){8,15}"));

pub(crate) const ROWS: &[Recognizer] = &[
    row(
        "bank-account-be",
        account(compiled("[0-9]{3}-[0-9]{7}-[0-9]{2}"), Score::LIKELY, &[Check::must("mod-97", check::be_account)]),
        BANK,
        Proof {
            finds: &["rekening «063-1547563-60»", "op «091-0122401-16», graag"],
            skips: &["063-1547563-61", "063-1547563-600"],
            source: "Febelfin, structure of Belgian account numbers before IBAN",
        },
    ),
    row(
        "bank-account-cz",
        account(compiled("(?:[0-9]{1,6}-)?[0-9]{2,10}/[0-9]{4}"), Score::DOUBTFUL, &[Check::must("mod-11", check::cz_account)]),
        &["account", "bank", "banka", "platba", "účet", "účtu", "účty", "účte"],
        Proof {
            finds: &["číslo účtu «34278-0727558021/0100»", "na účet «2000145399/0800»"],
            skips: &["účet 34278-0727558022/0100", "page 2000145399/0800", "účet 12/2024/0100"],
            source: "ČNB, vyhláška 169/2011 Sb., § 4",
        },
    ),
    row(
        "bank-account-es",
        account(
            compiled("[0-9]{4}[ -]?[0-9]{4}[ -]?[0-9]{2}[ -]?[0-9]{10}"),
            Score::LIKELY,
            &[Check::must("mod-11", check::es_account)],
        ),
        BANK,
        Proof {
            finds: &["CCC «1234-1234-16 1234567890»", "cuenta «12341234161234567890»."],
            skips: &["1234-1234-17 1234567890", "00000000000000000000", "123412341612345678901"],
            source: "Consejo Superior Bancario, Código Cuenta Cliente",
        },
    ),
    row(
        "bank-account-fr",
        account(
            compiled("[0-9]{5}[ -]?[0-9]{5}[ -]?[0-9A-Za-z]{11}[ -]?[0-9]{2}"),
            Score::LIKELY,
            &[Check::must("mod-97", check::fr_account)],
        ),
        BANK,
        Proof {
            finds: &["RIB «20041 01005 0500013M026 06»", "compte «20041010050500013M02606»"],
            skips: &["20041 01005 0500013M026 07", "20041 01005 0500013M026 060"],
            source: "CFONB, relevé d'identité bancaire",
        },
    ),
    row(
        "bank-account-named",
        Shape {
            entity: Entity::BankAccount,
            score: Score::STRONG,
            lead: Lead::trigger(concat!(
                r"(?i:(?:bank|checking|savings|current|deposit|giro) (?:account|acct)|bank(?:konto)?verbindung|konto|kontonummer|compte bancaire",
                r"|cuenta bancaria|conta banc\xC3\xA1ria|conto corrente|rekeningnummer|numer konta|bankgiro|plusgiro)",
                r"(?i:[ -]?(?:number|num|no|nr|n\xC2\xBA|n\xC2\xB0|#)\.?)?(?i: is| er| ist| est| es|:|=| #|:? ending (?:in|with))? ?['\x22#*]{0,4}",
            )),
            pattern: compiled("[0-9]{4,17}(?:[ -][0-9]{2,11}){0,4}"),
            edges: NUMBER,
            checks: &[Check::must("digits", check::account_digits)],
        },
        &["account", "acct", "bank", "bankgiro", "conta", "conto", "cuenta", "compte", "konto", "plusgiro", "rekening"],
        Proof {
            finds: &["Bank account number «3847283911» belongs", "mit kontonummer er «3401 1122334455».", "Konto-Nr. «1234567»"],
            skips: &["bank account 12", "a bank account since 2019-01-01", "the bank accounts 38472839"],
            source: "observed in letters and forms of banks",
        },
    ),
    row(
        "bank-account-pl",
        account(compiled("[0-9]{2}(?:[ -]?[0-9]{4}){6}"), Score::LIKELY, &[Check::must("mod-97", check::pl_account)]),
        BANK,
        Proof {
            finds: &["konto «61 1090 1014 0000 0712 1981 2874»", "nr «61109010140000071219812874»"],
            skips: &["61 1090 1014 0000 0712 1981 2875", "61 1090 1014 0000 0712 1981"],
            source: "Zarządzenie nr 15/2010 Prezesa NBP, NRB",
        },
    ),
    row(
        "bank-account-uk",
        account(compiled("[0-9]{2}-[0-9]{2}-[0-9]{2}[ ,/]{1,3}[0-9]{8}"), Score::WEAK, &[]),
        &["account", "acct", "bacs", "bank", "payee", "sort"],
        Proof {
            finds: &["bank details: «20-00-00 55779911»", "sort code and account «20-00-00 / 55779911»"],
            skips: &["20-00-00 55779911", "account 20-00-00 557799"],
            source: "Pay.UK, sorting codes and account numbers",
        },
    ),
    row(
        "bank-code-india",
        Shape {
            entity: Entity::BankCode,
            score: Score::WEAK,
            lead: Lead::None,
            pattern: compiled("[A-Z]{4}0[A-Z0-9]{6}"),
            edges: TOKEN,
            checks: &[],
        },
        &["bank", "ifsc", "imps", "neft", "rtgs"],
        Proof {
            finds: &["IFSC «FAKE0001234»", "NEFT to «FAKE0BRANCH»"],
            skips: &["code FAKE0001234", "IFSC FAKE1001234"],
            source: "Reserve Bank of India, Indian Financial System Code",
        },
    ),
    row(
        "bic",
        Shape {
            entity: Entity::BankCode,
            score: Score::DOUBTFUL,
            lead: Lead::None,
            pattern: compiled("[A-Z]{6}[A-Z0-9][A-Z0-9](?:[A-Z0-9]{3})?"),
            edges: TOKEN,
            checks: &[Check::must("country", check::bic_not_word)],
        },
        &["bank", "bic", "iban", "swift"],
        Proof {
            finds: &["bank «NEDSZAJJXXX»", "SWIFT/BIC: «FAKEDE55»"],
            skips: &["a CONTINUE bank", "bank DEUTXXFF", "error ABCDEF01"],
            source: "ISO 9362",
        },
    ),
    row(
        "bic-introduced",
        Shape {
            entity: Entity::BankCode,
            score: Score::LIKELY,
            lead: Lead::form(
                r"(?i:bic|swift)(?i:[ /-]?(?:bic|swift))?(?i:[ -]?(?:code|address|nr|no)\.?)?(?: is| ist)?[ :=]{1,3}",
            ),
            pattern: compiled("[A-Za-z]{6}[A-Za-z0-9]{2}(?:[A-Za-z0-9]{3})?"),
            edges: TOKEN,
            checks: &[Check::must("country", check::bic_in_capitals)],
        },
        &[],
        Proof {
            finds: &["BIC: «DEUTDEFF»", "Swift code «FAKEGBLLBAR»"],
            skips: &["swift continue", "BIC: DEUTXXFF", "SWIFT SOMEWORD"],
            source: "ISO 9362",
        },
    ),
    row(
        "card-expiry",
        Shape {
            entity: Entity::CardExpiry,
            score: Score::WEAK,
            lead: Lead::form(
                r"(?i:exp(?:iry|iration|ires|ires? on|\.)?(?: date)?|(?:valid|good) (?:thru|through|until|till|to)|valid expiry|g\xC3\xBCltig bis|caducidad|validade)[ .:=]{1,3}",
            ),
            pattern: compiled("(?:0[1-9]|1[0-2]) ?[/-] ?(?:20)?[2-4][0-9]"),
            edges: NUMBER,
            checks: &[],
        },
        CARD,
        Proof {
            finds: &["card 4111 1111 1111 1111, exp «12/29»", "Visa, valid thru «04/2031»"],
            skips: &["license exp 12/29", "card since 12/29", "card exp 13/29"],
            source: "ISO/IEC 7813, expiration date",
        },
    ),
    row(
        "card-pin",
        Shape {
            entity: Entity::CardSecurity,
            score: Score::WEAK,
            lead: Lead::form(r"(?i:pin)(?i:[ -]?(?:code|number|no\.?))?(?i: is| ist| to|:|=|:? ?#)? ?"),
            pattern: compiled("[0-9]{4,6}"),
            edges: NUMBER,
            checks: &[],
        },
        &["atm", "bank", "card", "cards", "carte", "debit", "karte", "tarjeta", "withdraw", "withdrawal"],
        Proof {
            finds: &["my debit card, PIN: «4821»", "PIN code «482100» of the card"],
            skips: &["GPIO pin 4821", "PIN: 48", "the card has pin 12"],
            source: "ISO 9564-1, clause 7.2",
        },
    ),
    row(
        "card-security-code",
        Shape {
            entity: Entity::CardSecurity,
            score: Score::LIKELY,
            lead: Lead::form(
                r"(?i:cvv2?|cvc2?|cvn|card (?:security|verification) (?:code|number|value)|kartenpr\xC3\xBCfnummer)(?i:[ -]?(?:code|number|no\.?))?(?i: is| ist| of|:|=| #)? ?['\x22(]?",
            ),
            pattern: compiled("[0-9]{3,4}"),
            edges: NUMBER,
            checks: &[],
        },
        &[],
        Proof {
            finds: &["CVV: «123»", "exp 12/29 cvc «4567»", "the CVV2 code is «987»"],
            skips: &["CVV", "cvc 12", "cvv 12345", "PVC 123"],
            source: "PCI DSS 4.0, glossary, card verification code",
        },
    ),
    row(
        "cusip",
        security(compiled("[0-9]{3}[0-9A-Z]{5}[0-9]"), Score::WEAK, &[Check::must("mod-10", check::cusip)]),
        &["bond", "cusip", "securities", "security"],
        Proof {
            finds: &["CUSIP «037833100»", "bond «38259P508»"],
            skips: &["CUSIP 037833101", "code 037833100"],
            source: "ANSI X9.6",
        },
    ),
    row(
        "iban",
        Shape {
            entity: Entity::IbanCode,
            score: Score::STRONG,
            lead: Lead::None,
            pattern: compiled(concat!("[A-Za-z]{2}[ -]?[0-9]{2}(?:", gap!(r" ._-"), "[A-Za-z0-9]){11,30}")),
            edges: Edges::both(Edge::Word),
            checks: &[Check::must("mod-97", check::iban)],
        },
        BANK,
        Proof {
            finds: &[
                "IBAN «DE89 3704 0044 0532 0130 00» BIC",
                "to «GB29NWBK60161331926819», please",
                "«de89.3704.0044.0532.0130.00»",
                "pay «DE89 3704 0044\n  0532 0130 00» today",
            ],
            skips: &["DE88 3704 0044 0532 0130 00", "DE89/3704/0044/0532/0130/00", "ab12cdef34567890"],
            source: "ISO 13616-1; SWIFT IBAN registry, release 99",
        },
    ),
    row(
        "isin",
        security(compiled("[A-Z]{2}[0-9A-Z]{9}[0-9]"), Score::FAIR, &[Check::must("luhn", check::isin)]),
        &["bond", "fund", "isin", "securities", "security", "share", "stock"],
        Proof {
            finds: &["ISIN «US0378331005»", "«DE000BAY0017» rose"],
            skips: &["US0378331006", "ZZ0378331005", "US03783310050"],
            source: "ISO 6166",
        },
    ),
    row(
        "lei",
        security(
            compiled("[0-9A-Z]{4}00[0-9A-Z]{12}[0-9]{2}|[0-9A-Z]{18}[0-9]{2}"),
            Score::FAIR,
            &[Check::must("mod-97", check::lei)],
        ),
        &["entity", "lei"],
        Proof {
            finds: &["LEI «506700GE1G29325QX363»", "by «213800WAVVOPS85N2205»"],
            skips: &["506700GE1G29325QX364", "12345678901234567890"],
            source: "ISO 17442-1",
        },
    ),
    row(
        "payment-card",
        card(PAN, Score::STRONG, &[Check::must("luhn", check::payment_card)]),
        CARD,
        Proof {
            finds: &[
                "paid with «4111 1111 1111 1111» today",
                "«5555-5555-5555-4444»",
                "amex «378282246310005»",
                "card «4111.1111.1111.1111»",
                "Visa «4111 1111\n1111 1111», then",
            ],
            skips: &["order 4111 1111 1111 1112", "1234567890123452", "v4111111111111111", "0.4111111111111111"],
            source: "ISO/IEC 7812-1, annex B, and the networks' published ranges",
        },
    ),
    row(
        "payment-card-in-context",
        card(PAN, Score::WEAK, &[Check::must("luhn", check::card_shaped)]),
        CARD,
        Proof {
            finds: &["card no. «9792 0300 0000 0000»", "redeem with card «060426070011» now"],
            skips: &["9792 0300 0000 0000", "card 1234 5678 9012 3456", "card 4111 1111 1111 1112", "order 060426070011"],
            source: "ISO/IEC 7812-1, annex B, where a word says that it is a card",
        },
    ),
    row(
        "payment-card-masked",
        card(
            compiled(r"[0-9]{1,6}[ -]?(?:[*xX]|\xE2\x80\xA2)(?:[ -]?(?:[*xX]|\xE2\x80\xA2)){3,11}[ -]?[0-9]{4}"),
            Score::WEAK,
            &[Check::must("card-length", check::masked_card)],
        ),
        CARD,
        Proof {
            finds: &["card «4111********1111» was declined", "Visa «4111 xxxx xxxx 1111»"],
            skips: &["4111********1111", "card 4111**1111"],
            source: "PCI DSS 4.0, requirement 3.4.1",
        },
    ),
    row(
        "payment-card-rare",
        card(PAN, Score::DOUBTFUL, &[Check::must("luhn", check::rare_payment_card)]),
        CARD,
        Proof {
            finds: &["my credit card: «122000000000003»", "card «501864667909»", "«122000000000003»"],
            skips: &["my credit card: 122000000000004", "at 501864667909 ms"],
            source: "ISO/IEC 7812-1, annex B; ranges of Maestro, JCB and UATP",
        },
    ),
    row(
        "routing-number",
        Shape {
            entity: Entity::BankCode,
            score: Score::DOUBTFUL,
            lead: Lead::None,
            pattern: compiled("[0-9]{9}|[0-9]{4}-[0-9]{4}-[0-9]"),
            edges: NUMBER,
            checks: &[Check::must("prefix", check::aba_prefix), Check::must("mod-10", check::aba_routing)],
        },
        &["aba", "ach", "bank", "routing", "rtn", "wire"],
        Proof {
            finds: &["routing number «121000358»", "ABA «3222-7162-7»"],
            skips: &["routing number 121000359", "id 121000358", "routing 991000358"],
            source: "American Bankers Association, Routing Number Policy",
        },
    ),
    row(
        "sedol",
        security(compiled("[0-9B-DF-HJ-NP-TV-Z]{6}[0-9]"), Score::WEAK, &[Check::must("mod-10", check::sedol)]),
        &["sedol"],
        Proof {
            finds: &["SEDOL «0263494»", "sedol: «B15KXQ8»"],
            skips: &["SEDOL 0263495", "code 0263494"],
            source: "London Stock Exchange, SEDOL Masterfile",
        },
    ),
    row(
        "sort-code",
        Shape {
            entity: Entity::BankCode,
            score: Score::LIKELY,
            lead: Lead::form(r"(?i:sort(?:ing)?[ -]?code)(?i: is|:|=)? ?['\x22]?"),
            pattern: compiled("[0-9]{2}[ -]?[0-9]{2}[ -]?[0-9]{2}"),
            edges: NUMBER,
            checks: &[],
        },
        &[],
        Proof {
            finds: &["Sort code: «20-00-00»", "sort code «200000», account"],
            skips: &["sort codes", "sort 20-00-00", "sort code 2000"],
            source: "Pay.UK, sorting codes",
        },
    ),
];
