//! TABLE [`Entity`]: the kinds of things that can be found, and how each identifies somebody.

use crate::table::table;

/// The row of an entity.
#[derive(Debug)]
pub struct EntityRow {
    /// Presidio's name where Presidio has the kind, SCREAMING_SNAKE otherwise.
    pub id: &'static str,
    /// The coarse class that scorers compare.
    pub class: Class,
    /// How it identifies.
    pub identifies: Identifies,
}

/// How an entity identifies somebody.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Identifies {
    /// On its own: a name, an address, a number.
    Direct,
    /// Together with others: a date, a place, an issue key.
    Quasi,
    /// It gives access.
    Secret,
    /// It says something about a person that must not be known.
    Sensitive,
}

/// The row of a class.
#[derive(Debug)]
pub struct ClassRow {
    /// The label of the contract, section 4.
    pub id: &'static str,
}

table! {
    /// The coarse classes of the contract, section 4, in which findings of different tools can be compared.
    pub enum Class: ClassRow {
        /// A person's name.
        Person => ClassRow { id: "PERSON" },
        /// An e-mail address.
        Email => ClassRow { id: "EMAIL" },
        /// A telephone number.
        Phone => ClassRow { id: "PHONE" },
        /// An IP or hardware address.
        Ip => ClassRow { id: "IP" },
        /// A web address.
        Url => ClassRow { id: "URL" },
        /// A payment card number.
        CreditCard => ClassRow { id: "CREDIT_CARD" },
        /// An international bank account number.
        Iban => ClassRow { id: "IBAN" },
        /// A number that a state gives a person.
        NationalId => ClassRow { id: "NATIONAL_ID" },
        /// A postal address.
        Address => ClassRow { id: "ADDRESS" },
        /// A place.
        Location => ClassRow { id: "LOCATION" },
        /// An organization.
        Org => ClassRow { id: "ORG" },
        /// A date or time.
        Date => ClassRow { id: "DATE" },
        /// An age.
        Age => ClassRow { id: "AGE" },
        /// A user name or handle.
        Username => ClassRow { id: "USERNAME" },
        /// Something that gives access.
        Secret => ClassRow { id: "SECRET" },
        /// The id of an account, a customer, a record about a person.
        AccountId => ClassRow { id: "ACCOUNT_ID" },
        /// Anything else.
        Other => ClassRow { id: "OTHER" },
    }
}

const fn row(id: &'static str, class: Class, identifies: Identifies) -> EntityRow {
    EntityRow { id, class, identifies }
}

table! {
    /// What can be found.
    pub enum Entity: EntityRow {
        /// A person's name, whole or in part.
        Person => row("PERSON", Class::Person, Identifies::Direct),
        /// An e-mail address (RFC 5322, `addr-spec`).
        EmailAddress => row("EMAIL_ADDRESS", Class::Email, Identifies::Direct),
        /// A telephone number (ITU-T E.164 and national forms).
        PhoneNumber => row("PHONE_NUMBER", Class::Phone, Identifies::Direct),
        /// An IPv4 or IPv6 address.
        IpAddress => row("IP_ADDRESS", Class::Ip, Identifies::Direct),
        /// A web address that carries a user, a secret or a person's path.
        Url => row("URL", Class::Url, Identifies::Quasi),
        /// A payment card number (ISO/IEC 7812-1).
        CreditCard => row("CREDIT_CARD", Class::CreditCard, Identifies::Direct),
        /// An international bank account number (ISO 13616).
        IbanCode => row("IBAN_CODE", Class::Iban, Identifies::Direct),
        /// A user name or handle.
        Username => row("USERNAME", Class::Username, Identifies::Direct),
        /// An Atlassian account id.
        AtlassianAccountId => row("ATLASSIAN_ACCOUNT_ID", Class::AccountId, Identifies::Direct),
        /// An Atlassian resource identifier, `ari:cloud:…`.
        AtlassianResourceId => row("ATLASSIAN_RESOURCE_ID", Class::AccountId, Identifies::Quasi),
        /// The key of a work item, as in `WEB-1482`.
        IssueKey => row("ISSUE_KEY", Class::Other, Identifies::Quasi),
        /// A date or a time.
        DateTime => row("DATE_TIME", Class::Date, Identifies::Quasi),
        /// A token of a provider, recognizable by its prefix.
        AccessToken => row("ACCESS_TOKEN", Class::Secret, Identifies::Secret),
        /// A JSON Web Token (RFC 7519).
        JsonWebToken => row("JSON_WEB_TOKEN", Class::Secret, Identifies::Secret),
        /// A private key in PEM or OpenSSH armor (RFC 7468).
        PrivateKey => row("PRIVATE_KEY", Class::Secret, Identifies::Secret),
        /// A password or key behind a name that says so.
        Password => row("PASSWORD", Class::Secret, Identifies::Secret),
    }
}
