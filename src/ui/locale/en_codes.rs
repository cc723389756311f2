//! English: words for codes. One arm for each variant, so that a new code without words does not compile.

use super::Named;
use super::en::{count, long_date};
use crate::detect::{Entity, EvidenceKind, Name, Word};
use crate::policy::{Lane, Place, Reason, Switch, Uncovered};
use crate::record::parse::Warning;
use crate::state::{Fault, Refusal, RefusalCode};
use crate::transform::Operator;

pub(super) fn entity(entity: Entity) -> &'static str {
    match entity.row().name {
        Name::Word(named) => word(named),
        Name::Official(name) => name,
    }
}

fn word(word: Word) -> &'static str {
    match word {
        Word::Person => "Person",
        Word::JobTitle => "Job title",
        Word::Age => "Age",
        Word::SpecialCategory => "Special category (GDPR, article 9)",
        Word::EmailAddress => "E-mail address",
        Word::PhoneNumber => "Phone number",
        Word::Username => "User name",
        Word::Address => "Postal address",
        Word::Postcode => "Postal code",
        Word::Location => "Place",
        Word::Coordinates => "Coordinates",
        Word::Organization => "Organization",
        Word::DateTime => "Date or time",
        Word::BirthDate => "Date of birth",
        Word::CreditCard => "Payment card",
        Word::CardSecurity => "Card security code",
        Word::CardExpiry => "Card expiry",
        Word::IbanCode => "Bank account (IBAN)",
        Word::BankAccount => "Bank account",
        Word::BankCode => "Bank code",
        Word::TaxId => "Tax or register number",
        Word::CryptoWallet => "Wallet address",
        Word::Security => "Security or legal entity number",
        Word::NationalId => "National identification number",
        Word::Passport => "Passport number",
        Word::IdentityCard => "Identity card number",
        Word::DriverLicense => "Driving license number",
        Word::HealthInsurance => "Health insurance number",
        Word::MachineReadableZone => "Machine-readable zone",
        Word::MedicalLicense => "Medical license",
        Word::CustomerId => "Customer or case number",
        Word::LicensePlate => "License plate",
        Word::VehicleId => "Vehicle identification number",
        Word::DeviceId => "Device number",
        Word::IpAddress => "IP address",
        Word::MacAddress => "Hardware address",
        Word::Url => "Web address",
        Word::PrivateUrl => "Personal web address",
        Word::HostName => "Host name",
        Word::MessageId => "Message id",
        Word::Uuid => "UUID",
        Word::UserAgent => "User agent",
        Word::SessionId => "Session",
        Word::AtlassianAccountId => "Atlassian account id",
        Word::AtlassianResourceId => "Atlassian resource id",
        Word::AtlassianSite => "Atlassian site",
        Word::MediaFile => "Attached file",
        Word::SmartLink => "Smart link",
        Word::IssueKey => "Work item key",
        Word::AccessToken => "Access token",
        Word::JsonWebToken => "JSON Web Token",
        Word::PrivateKey => "Private key",
        Word::Password => "Password",
        Word::ConnectionString => "Connection string",
        Word::Custom => "Found by your rule",
    }
}

pub(super) fn operator(operator: Operator) -> &'static str {
    match operator {
        Operator::Keep => "Kept",
        Operator::Drop => "Field withheld",
        Operator::Redact => "Removed",
        Operator::Replace => "Replaced by a label",
        Operator::Mask => "Masked",
        Operator::Hash => "Hashed",
        Operator::Pseudonymize => "Pseudonymized",
        Operator::EncryptFpe => "Encrypted in its own form",
        Operator::Generalize => "Made coarser",
        Operator::Bucket => "Put into an interval",
        Operator::Round => "Rounded",
        Operator::Clamp => "Bounded",
        Operator::Shift => "Moved in time",
        Operator::TimePart => "Reduced to a part of the time",
        Operator::Surrogate => "Replaced by a reserved value",
        Operator::Sample => "Kept for a sample only",
        Operator::Suppress => "Record withheld",
    }
}

pub(super) fn operator_about(operator: Operator, entity: Entity) -> String {
    match (operator, entity) {
        (Operator::Keep, _) => "Kept as it is: on its own it names nobody.".to_owned(),
        (Operator::Drop, _) => "The whole field stays: what stands around it is sensitive too.".to_owned(),
        (Operator::Redact, _) => "Removed; nothing stands in its place.".to_owned(),
        (Operator::Replace, Entity::Person) => "Replaced by a label, numbered within the record.".to_owned(),
        (Operator::Replace, _) => "Replaced by a label.".to_owned(),
        (Operator::Mask, _) => "Letters and digits covered, at most half of them readable.".to_owned(),
        (Operator::Hash, _) => "A keyed hash: equal values give equal hashes, so records can be linked.".to_owned(),
        (Operator::Pseudonymize, _) => {
            "A stand-in under a key: equal values give equal stand-ins, so records can be linked.".to_owned()
        }
        (Operator::EncryptFpe, _) => {
            "Encrypted under a key into a value of the same form: equal values stay equal, so records can be linked.".to_owned()
        }
        (Operator::Generalize, _) => "Said less exactly; a label where it cannot be.".to_owned(),
        (Operator::Bucket, _) => "The interval that the number lies in.".to_owned(),
        (Operator::Round, _) => "The nearest multiple of a number.".to_owned(),
        (Operator::Clamp, _) => "Beyond a bound, only that it lies beyond.".to_owned(),
        (Operator::Shift, _) => {
            "All dates of a record moved by the same secret number of days; the days between them stay.".to_owned()
        }
        (Operator::TimePart, _) => "One part of the date or time; the rest is gone.".to_owned(),
        (Operator::Surrogate, _) => "A value from a range that standards reserve: it can belong to nobody.".to_owned(),
        (Operator::Sample, _) => "Kept for a few values chosen under a key, removed for the others.".to_owned(),
        (Operator::Suppress, _) => "The whole record stays.".to_owned(),
    }
}

/// Why a field leaves or stays.
pub(super) fn reason(reason: &Reason, named: Named<'_>) -> String {
    let ours = if named.assumption { " (our assumption)" } else { "" };
    match reason {
        Reason::PlanLock { plan } => format!("Metadata is always contributed on {}.", plan.row().name),
        Reason::OrgValue { lane, value } => match value {
            Switch::On => format!("{} is On for your organization.", setting(*lane)),
            Switch::Off => format!("{} is Off for your organization.", setting(*lane)),
        },
        Reason::Exception { place, value } => {
            let (kind, verb) = (place_kind(place), if *value == Switch::On { "included" } else { "excluded" });
            let ours = if matches!(place, Place::App(_)) { " That it covers its spaces is our assumption." } else { "" };
            format!("The {kind} {} is {verb}.{ours}", named.place)
        }
        Reason::PlatformApp { product, value } => {
            let verb = if *value == Switch::On { "contributes" } else { "does not contribute" };
            format!("{} follows the organization, which {verb}; it cannot be listed on its own.", product.row().name)
        }
        Reason::NotCovered { what: Uncovered::Product } => "The vendor does not name this product as contributed.".to_owned(),
        Reason::NotCovered { what: Uncovered::Connector } => {
            "No connector of your organization, by its name, brings this in (our assumption).".to_owned()
        }
        Reason::NotCovered { what: Uncovered::Field } => format!("The vendor does not name this field as contributed{ours}."),
        Reason::ExcludedOrganization { exclusion: code } => {
            format!("Your organization is excluded (reported): {}.", exclusion(code))
        }
        Reason::NotInEffect { since } => format!("Not in effect yet: from {} on it would be decided.", long_date(*since)),
        Reason::UnknownField => "Not understood: no rule knows this field, so it stays.".to_owned(),
        Reason::UnknownFormat => "It cannot be read, so it stays.".to_owned(),
        Reason::Attachment => "Files and media stay: nothing is published about them (our assumption).".to_owned(),
        Reason::SecretFound { entity: found } => {
            format!("It holds a secret ({}), so the whole field stays (our assumption).", entity(*found).to_lowercase())
        }
        Reason::EntityDropped { entity: found } => {
            format!("It holds: {}. The policy then keeps the whole field (our assumption).", entity(*found).to_lowercase())
        }
    }
}

fn setting(lane: Lane) -> &'static str {
    match lane {
        Lane::Metadata => "Metadata contribution",
        Lane::InAppData => "In-app data contribution",
    }
}

fn place_kind(place: &Place) -> &'static str {
    match place {
        Place::Space(_) => "space",
        Place::App(_) => "app",
        Place::Connector(_) => "connector",
    }
}

/// Why an organization contributes nothing. The codes are the host's, and open.
pub(super) fn exclusion(code: &str) -> String {
    match code {
        "customer-managed-keys" => "customer-managed encryption keys".to_owned(),
        "government" => "Atlassian Government Cloud".to_owned(),
        "isolated" => "Atlassian Isolated Cloud".to_owned(),
        "hipaa" => "HIPAA requirements".to_owned(),
        "financial-services" => "a financial-services customer".to_owned(),
        "compliance" => "compliance requirements".to_owned(),
        other => format!("“{other}”"),
    }
}

/// One reason for a finding.
pub(super) fn evidence(kind: EvidenceKind, detail: &str) -> String {
    let plain = detail.replace('-', " ");
    match kind {
        EvidenceKind::Pattern => format!("it has the shape (worth {detail})"),
        EvidenceKind::Check => format!("the check passed: {plain}"),
        EvidenceKind::Failed => format!("a check did not pass: {plain}; the shape counts all the same"),
        EvidenceKind::Context => format!("a word nearby raised the score: “{detail}”"),
        EvidenceKind::Lowered => format!("a word nearby lowered the score: “{detail}”"),
        EvidenceKind::Alone => "nothing else stands beside it".to_owned(),
        EvidenceKind::Locale => format!("your policy says that texts come from {detail}, whose form it is"),
        EvidenceKind::Rule => format!("a rule of your policy found it: {plain}"),
        EvidenceKind::Label => format!("your policy calls it {detail}"),
        EvidenceKind::TypedField => format!("named by a field of this record: {plain}"),
        EvidenceKind::Structure => format!("marked by the document itself: {plain}"),
        EvidenceKind::Trigger => format!("an introducing word stands before it: “{detail}”"),
        EvidenceKind::Elsewhere => "the record names this person elsewhere, too".to_owned(),
        EvidenceKind::Lexicon => format!("a word of it is listed: {plain}"),
        EvidenceKind::Tagger => format!("it is written and placed like a name (likely by {detail}%)"),
        EvidenceKind::Reserved => format!("it lies in a range reserved for documentation ({detail})"),
        EvidenceKind::Normalized => format!("read after undoing: {plain}"),
        EvidenceKind::Overlap => format!("it won over: {plain}"),
        EvidenceKind::Below => format!("its score is too low: {detail} would do"),
    }
}

/// Why there is no preview.
pub(super) fn refusal(refusal: &Refusal) -> String {
    match refusal.code {
        RefusalCode::Empty => "There is nothing but white space.".to_owned(),
        RefusalCode::NotText => {
            let from = refusal.offset.map(|offset| format!(" from byte {offset} on")).unwrap_or_default();
            format!("The file is not text{from}. Text in UTF-8 or UTF-16 is needed; an image or a compressed file has none.")
        }
        RefusalCode::Malformed => {
            let fault = match refusal.fault {
                Fault::Syntax => "there is a character that JSON does not allow",
                Fault::Truncated => "the text ends in the middle",
                Fault::TooDeep => "it is nested more than 128 deep",
                Fault::Columns => "the row has another number of cells than the header",
            };
            let place = refusal.at.map(|(line, column)| format!("Line {line}, column {column}: ")).unwrap_or_default();
            match refusal.fault {
                Fault::Columns => format!("{place}{fault}. No row of the table could be read."),
                Fault::Syntax | Fault::Truncated | Fault::TooDeep => {
                    format!("{place}{fault}. It starts like JSON, so it must be JSON.")
                }
            }
        }
        RefusalCode::NoRecord => {
            let place = refusal.pointer.as_deref().filter(|pointer| !pointer.is_empty());
            let place = place.map_or_else(|| "The JSON".to_owned(), |pointer| format!("What stands at {pointer}"));
            let expected = refusal.expected.as_deref().unwrap_or("record").replace('-', " ");
            format!("{place} is no record that we know. Expected: {expected}.")
        }
        RefusalCode::Document => {
            let which = refusal.which.as_deref().unwrap_or("document");
            let from = refusal.offset.map(|offset| format!(", from character {} on", offset + 1)).unwrap_or_default();
            let place = refusal.pointer.as_deref().map(|place| format!(" ({place}{from})")).unwrap_or_default();
            format!(
                "The {which} that this page was given cannot be used{place}: {}.",
                refusal.demand.as_deref().unwrap_or("unknown")
            )
        }
        RefusalCode::UnknownSample => "The engine does not know this sample.".to_owned(),
        RefusalCode::LoadSamples => "The sample records could not be loaded.".to_owned(),
        RefusalCode::MalformedKey => "The pseudonym key must be 64 hexadecimal digits.".to_owned(),
        RefusalCode::EngineTimeout => "The engine needed more than 5 seconds for this record and was restarted.".to_owned(),
        RefusalCode::EngineTrap => "The engine stopped on this record and was restarted.".to_owned(),
        RefusalCode::EngineStart => "The engine did not answer.".to_owned(),
    }
}

/// Why the engine does not start. The codes are the loader's, and open.
pub(super) fn engine_failure(code: &str) -> String {
    let cause = match code {
        "worker-origin" => "its worker script must be on this page’s own origin",
        "worker-blocked" => "this page’s policy does not allow its worker",
        "worker-load" => "its worker script could not be loaded",
        "not-found" => "a file of it is not there",
        "server-status" | "unreachable" => "a file of it could not be fetched",
        "wrong-type" => "the server gives a file of it a wrong type",
        "integrity" => "a file of it is not the one that this page expects",
        "csp-wasm" | "csp-connect" => "this page’s policy does not allow it",
        "no-webassembly" => "this browser has no WebAssembly, or it is switched off",
        "bad-module" | "engine-start" => "its files do not fit together",
        other => return format!("The preview engine cannot be started ({other}). The settings work without it."),
    };
    format!("The preview engine cannot be started: {cause}. The settings work without it.")
}

/// Why the settings could not be read. The codes are the host's, and open.
pub(super) fn load_failure(code: &str) -> String {
    let cause = match code {
        "offline" => ": there is no connection",
        "server" => ": your server did not give them",
        "forbidden" => ": your server says that you may not see them",
        "revision-not-text" => ": the revision that came with them is no text, so that no save could name it",
        "settings-not-understood" => ": they are of a newer version, or malformed",
        "no-answer-object" => ": the host’s answer is no object with settings in it",
        other => &format!(" ({other})"),
    };
    format!(
        "Your settings could not be read{cause}. Until they are here, nothing can be changed, and the preview shows what your plan proposes."
    )
}

/// Why a save failed. The codes are the host's, and open.
pub(super) fn save_failure(code: &str) -> String {
    match code {
        "forbidden" => "Not saved: you are not allowed to change these settings. What you had changed is still shown.".to_owned(),
        "not-arrived" => {
            "Not saved so far: what is saved has not changed. A slow server may still take it; read it again before another try."
                .to_owned()
        }
        "server" => "Not saved: the server failed. Your draft is kept.".to_owned(),
        "offline" => "Not saved: there is no connection. Your draft is kept.".to_owned(),
        "unconfirmed" => {
            "It is not known whether this was saved: no answer came. Read the settings again before you decide.".to_owned()
        }
        "canceled" => "Not saved: the surrounding page did not allow it.".to_owned(),
        other => format!("Not saved ({other}). Your draft is kept."),
    }
}

/// What was odd while reading a record. The codes are the record floor's.
pub(super) fn warning(warning: &Warning) -> String {
    let path = warning.path.as_deref();
    let lines = lines(warning);
    let at = path.filter(|path| !path.is_empty()).map(|path| format!(" at {path}")).unwrap_or_default();
    let sentence = match warning.code.as_str() {
        "malformed-line" => "A line is not JSON, or its quotes stay open; it was left out.".to_owned(),
        "line-without-record" => "A line holds no record that we know and was left out.".to_owned(),
        "row-of-other-length" => "A row has another number of cells than the header and was left out.".to_owned(),
        "malformed-document" => format!("The document{at} is malformed; what could be read of it is shown."),
        "unexpected-shape" => format!("The value{at} has not the usual shape and was read as plain data."),
        "not-a-record" => format!("What stands{at} is no record and was left out."),
        "outside-record" => format!("What stands{at} belongs to no record and was left out."),
        "incomplete-list" => format!("The list{at} is not whole: the API returned only a part of it."),
        other => format!("{}{at}.", other.replace('-', " ")),
    };
    format!("{sentence}{lines}")
}

/// The lines of the input that a warning speaks of.
fn lines(warning: &Warning) -> String {
    let Some(count) = warning.count else { return String::new() };
    let numbers: Vec<_> = warning.lines.iter().map(usize::to_string).collect();
    let more = if count > numbers.len() { " …" } else { "" };
    format!(" {}: {}{more}", several(count, "line", "lines"), numbers.join(", "))
}

/// Several things of one kind, as in "3 people".
pub(super) fn several(number: usize, one: &str, many: &str) -> String {
    count(number, one, many)
}
