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
    /// What people call it.
    pub name: Name,
}

/// What people call an entity.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Name {
    /// A word that each language has of its own.
    Word(Word),
    /// The issuer's name for it, the same in every language.
    Official(&'static str),
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

const fn row(id: &'static str, class: Class, identifies: Identifies, name: Word) -> EntityRow {
    EntityRow { id, class, identifies, name: Name::Word(name) }
}

/// A number that identifies whoever has it, under the name its issuer gave it.
const fn official(id: &'static str, class: Class, name: &'static str) -> EntityRow {
    EntityRow { id, class, identifies: Identifies::Direct, name: Name::Official(name) }
}

/// What a language calls an entity.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Word {
    /// For [`Entity::Person`].
    Person,
    /// For [`Entity::JobTitle`].
    JobTitle,
    /// For [`Entity::Age`].
    Age,
    /// For [`Entity::SpecialCategory`].
    SpecialCategory,
    /// For [`Entity::EmailAddress`].
    EmailAddress,
    /// For [`Entity::PhoneNumber`].
    PhoneNumber,
    /// For [`Entity::Username`].
    Username,
    /// For [`Entity::Address`].
    Address,
    /// For [`Entity::Postcode`].
    Postcode,
    /// For [`Entity::Location`].
    Location,
    /// For [`Entity::Coordinates`].
    Coordinates,
    /// For [`Entity::Organization`].
    Organization,
    /// For [`Entity::DateTime`].
    DateTime,
    /// For [`Entity::BirthDate`].
    BirthDate,
    /// For [`Entity::CreditCard`].
    CreditCard,
    /// For [`Entity::CardSecurity`].
    CardSecurity,
    /// For [`Entity::CardExpiry`].
    CardExpiry,
    /// For [`Entity::IbanCode`].
    IbanCode,
    /// For [`Entity::BankAccount`].
    BankAccount,
    /// For [`Entity::BankCode`].
    BankCode,
    /// For [`Entity::TaxId`].
    TaxId,
    /// For [`Entity::CryptoWallet`].
    CryptoWallet,
    /// For [`Entity::Security`].
    Security,
    /// For [`Entity::NationalId`].
    NationalId,
    /// For [`Entity::Passport`].
    Passport,
    /// For [`Entity::IdentityCard`].
    IdentityCard,
    /// For [`Entity::DriverLicense`].
    DriverLicense,
    /// For [`Entity::HealthInsurance`].
    HealthInsurance,
    /// For [`Entity::MachineReadableZone`].
    MachineReadableZone,
    /// For [`Entity::MedicalLicense`].
    MedicalLicense,
    /// For [`Entity::CustomerId`].
    CustomerId,
    /// For [`Entity::LicensePlate`].
    LicensePlate,
    /// For [`Entity::VehicleId`].
    VehicleId,
    /// For [`Entity::DeviceId`].
    DeviceId,
    /// For [`Entity::IpAddress`].
    IpAddress,
    /// For [`Entity::MacAddress`].
    MacAddress,
    /// For [`Entity::Url`].
    Url,
    /// For [`Entity::PrivateUrl`].
    PrivateUrl,
    /// For [`Entity::HostName`].
    HostName,
    /// For [`Entity::MessageId`].
    MessageId,
    /// For [`Entity::Uuid`].
    Uuid,
    /// For [`Entity::UserAgent`].
    UserAgent,
    /// For [`Entity::SessionId`].
    SessionId,
    /// For [`Entity::AtlassianAccountId`].
    AtlassianAccountId,
    /// For [`Entity::AtlassianResourceId`].
    AtlassianResourceId,
    /// For [`Entity::AtlassianSite`].
    AtlassianSite,
    /// For [`Entity::MediaFile`].
    MediaFile,
    /// For [`Entity::SmartLink`].
    SmartLink,
    /// For [`Entity::IssueKey`].
    IssueKey,
    /// For [`Entity::AccessToken`].
    AccessToken,
    /// For [`Entity::JsonWebToken`].
    JsonWebToken,
    /// For [`Entity::PrivateKey`].
    PrivateKey,
    /// For [`Entity::Password`].
    Password,
    /// For [`Entity::ConnectionString`].
    ConnectionString,
    /// For [`Entity::Custom`].
    Custom,
}

table! {
    /// What can be found. Ids are Presidio's where Presidio has the kind.
    pub enum Entity: EntityRow {
        /// A person's name, whole or in part.
        Person => row("PERSON", Class::Person, Identifies::Direct, Word::Person),
        /// What somebody does for a living.
        JobTitle => row("JOB_TITLE", Class::Other, Identifies::Quasi, Word::JobTitle),
        /// A person's age.
        Age => row("AGE", Class::Age, Identifies::Quasi, Word::Age),
        /// What the law protects most: health, belief, origin, union, orientation (GDPR, article 9).
        SpecialCategory => row("SPECIAL_CATEGORY", Class::Other, Identifies::Sensitive, Word::SpecialCategory),
        /// An e-mail address (RFC 5322, `addr-spec`).
        EmailAddress => row("EMAIL_ADDRESS", Class::Email, Identifies::Direct, Word::EmailAddress),
        /// A telephone number (ITU-T E.164 and national forms).
        PhoneNumber => row("PHONE_NUMBER", Class::Phone, Identifies::Direct, Word::PhoneNumber),
        /// A user name or handle.
        Username => row("USERNAME", Class::Username, Identifies::Direct, Word::Username),
        /// A postal address: street and number, or a post box.
        Address => row("ADDRESS", Class::Address, Identifies::Direct, Word::Address),
        /// A postal code.
        Postcode => row("POSTCODE", Class::Address, Identifies::Quasi, Word::Postcode),
        /// A place.
        Location => row("LOCATION", Class::Location, Identifies::Quasi, Word::Location),
        /// A latitude and a longitude (ISO 6709).
        Coordinates => row("COORDINATES", Class::Location, Identifies::Direct, Word::Coordinates),
        /// An organization.
        Organization => row("ORGANIZATION", Class::Org, Identifies::Quasi, Word::Organization),
        /// A date or a time.
        DateTime => row("DATE_TIME", Class::Date, Identifies::Quasi, Word::DateTime),
        /// The day somebody was born.
        BirthDate => row("BIRTH_DATE", Class::Date, Identifies::Direct, Word::BirthDate),
        /// A payment card number (ISO/IEC 7812-1).
        CreditCard => row("CREDIT_CARD", Class::CreditCard, Identifies::Direct, Word::CreditCard),
        /// What proves a payment card: its security code or PIN.
        CardSecurity => row("CARD_SECURITY", Class::Secret, Identifies::Secret, Word::CardSecurity),
        /// When a payment card ends.
        CardExpiry => row("CARD_EXPIRY", Class::Date, Identifies::Quasi, Word::CardExpiry),
        /// An international bank account number (ISO 13616).
        IbanCode => row("IBAN_CODE", Class::Iban, Identifies::Direct, Word::IbanCode),
        /// A bank account number in a national form.
        BankAccount => row("BANK_ACCOUNT", Class::AccountId, Identifies::Direct, Word::BankAccount),
        /// The code of a bank: BIC, routing number, sort code (ISO 9362 and national forms).
        BankCode => row("BANK_CODE", Class::AccountId, Identifies::Quasi, Word::BankCode),
        /// The tax, value added tax or register number of a business.
        TaxId => row("TAX_ID", Class::AccountId, Identifies::Quasi, Word::TaxId),
        /// The address of a wallet.
        CryptoWallet => row("CRYPTO", Class::AccountId, Identifies::Direct, Word::CryptoWallet),
        /// The number of a security or a legal entity: ISIN, LEI, CUSIP. Names no person.
        Security => row("SECURITY_ID", Class::Other, Identifies::Quasi, Word::Security),
        /// A number that a state gives a person, of no kind with a name of its own here.
        NationalId => row("NATIONAL_ID", Class::NationalId, Identifies::Direct, Word::NationalId),
        /// A passport's number.
        Passport => row("PASSPORT", Class::NationalId, Identifies::Direct, Word::Passport),
        /// An identity card's number.
        IdentityCard => row("IDENTITY_CARD", Class::NationalId, Identifies::Direct, Word::IdentityCard),
        /// A driving licence's number.
        DriverLicense => row("DRIVER_LICENSE", Class::NationalId, Identifies::Direct, Word::DriverLicense),
        /// A number under which somebody is insured or treated.
        HealthInsurance => row("HEALTH_INSURANCE", Class::NationalId, Identifies::Direct, Word::HealthInsurance),
        /// The machine-readable lines of a travel document (ICAO 9303).
        MachineReadableZone => row("MACHINE_READABLE_ZONE", Class::NationalId, Identifies::Direct, Word::MachineReadableZone),
        /// The number of a doctor or a practice.
        MedicalLicense => row("MEDICAL_LICENSE", Class::AccountId, Identifies::Direct, Word::MedicalLicense),
        /// A number of an account, a customer, a patient, a member or a case.
        CustomerId => row("CUSTOMER_ID", Class::AccountId, Identifies::Direct, Word::CustomerId),
        /// A vehicle's registration.
        LicensePlate => row("LICENSE_PLATE", Class::Other, Identifies::Direct, Word::LicensePlate),
        /// A vehicle identification number (ISO 3779).
        VehicleId => row("VEHICLE_ID", Class::Other, Identifies::Direct, Word::VehicleId),
        /// The number of a device or a SIM card: IMEI, MEID, ICCID, IMSI.
        DeviceId => row("DEVICE_ID", Class::AccountId, Identifies::Direct, Word::DeviceId),
        /// An IPv4 or IPv6 address.
        IpAddress => row("IP_ADDRESS", Class::Ip, Identifies::Direct, Word::IpAddress),
        /// A hardware address (IEEE 802).
        MacAddress => row("MAC_ADDRESS", Class::AccountId, Identifies::Direct, Word::MacAddress),
        /// A web address.
        Url => row("URL", Class::Url, Identifies::Quasi, Word::Url),
        /// A web address that carries a user, a meeting, or a person's path.
        PrivateUrl => row("PRIVATE_URL", Class::Url, Identifies::Direct, Word::PrivateUrl),
        /// The name of a machine.
        HostName => row("HOST_NAME", Class::Other, Identifies::Quasi, Word::HostName),
        /// The id of a mail or a message.
        MessageId => row("MESSAGE_ID", Class::Other, Identifies::Quasi, Word::MessageId),
        /// A universally unique identifier (RFC 9562).
        Uuid => row("UUID", Class::Other, Identifies::Quasi, Word::Uuid),
        /// What a browser says about itself.
        UserAgent => row("USER_AGENT", Class::Other, Identifies::Quasi, Word::UserAgent),
        /// A session or a cookie.
        SessionId => row("SESSION_ID", Class::Secret, Identifies::Secret, Word::SessionId),
        /// An Atlassian account id.
        AtlassianAccountId => row("ATLASSIAN_ACCOUNT_ID", Class::AccountId, Identifies::Direct, Word::AtlassianAccountId),
        /// An Atlassian resource identifier, `ari:cloud:…`.
        AtlassianResourceId => row("ATLASSIAN_RESOURCE_ID", Class::AccountId, Identifies::Quasi, Word::AtlassianResourceId),
        /// An Atlassian site or the id of its cloud.
        AtlassianSite => row("ATLASSIAN_SITE", Class::Other, Identifies::Quasi, Word::AtlassianSite),
        /// The id or the name of an attached file.
        MediaFile => row("MEDIA_FILE", Class::Other, Identifies::Quasi, Word::MediaFile),
        /// A link into another product that names its organization or its people.
        SmartLink => row("SMART_LINK", Class::Url, Identifies::Quasi, Word::SmartLink),
        /// The key of a work item, as in `WEB-1482`.
        IssueKey => row("ISSUE_KEY", Class::Other, Identifies::Quasi, Word::IssueKey),
        /// A token of a provider, recognizable by its shape.
        AccessToken => row("ACCESS_TOKEN", Class::Secret, Identifies::Secret, Word::AccessToken),
        /// A JSON Web Token (RFC 7519).
        JsonWebToken => row("JSON_WEB_TOKEN", Class::Secret, Identifies::Secret, Word::JsonWebToken),
        /// A private key in PEM, OpenSSH or PGP armor (RFC 7468).
        PrivateKey => row("PRIVATE_KEY", Class::Secret, Identifies::Secret, Word::PrivateKey),
        /// A password or key behind a name that says so.
        Password => row("PASSWORD", Class::Secret, Identifies::Secret, Word::Password),
        /// How to reach a database or a service, with its password.
        ConnectionString => row("CONNECTION_STRING", Class::Secret, Identifies::Secret, Word::ConnectionString),
        /// What a rule of the policy finds.
        Custom => row("CUSTOM", Class::Other, Identifies::Direct, Word::Custom),
        /// US Social Security number.
        UsSsn => official("US_SSN", Class::NationalId, "US Social Security number"),
        /// US ITIN.
        UsItin => official("US_ITIN", Class::NationalId, "US ITIN"),
        /// US Medicare Beneficiary Identifier.
        UsMbi => official("US_MBI", Class::NationalId, "US Medicare Beneficiary Identifier"),
        /// US National Provider Identifier.
        UsNpi => official("US_NPI", Class::AccountId, "US National Provider Identifier"),
        /// NHS number.
        UkNhs => official("UK_NHS", Class::NationalId, "NHS number"),
        /// UK National Insurance number.
        UkNino => official("UK_NINO", Class::NationalId, "UK National Insurance number"),
        /// Canadian Social Insurance Number.
        CaSin => official("CA_SIN", Class::NationalId, "Canadian Social Insurance Number"),
        /// Australian Tax File Number.
        AuTfn => official("AU_TFN", Class::NationalId, "Australian Tax File Number"),
        /// Australian Medicare number.
        AuMedicare => official("AU_MEDICARE", Class::NationalId, "Australian Medicare number"),
        /// Australian Business Number.
        AuAbn => official("AU_ABN", Class::AccountId, "Australian Business Number"),
        /// Australian Company Number.
        AuAcn => official("AU_ACN", Class::AccountId, "Australian Company Number"),
        /// NZ IRD number.
        NzIrd => official("NZ_IRD", Class::NationalId, "NZ IRD number"),
        /// NZ NHI number.
        NzNhi => official("NZ_NHI", Class::NationalId, "NZ NHI number"),
        /// Irish PPS number.
        IePps => official("IE_PPS", Class::NationalId, "Irish PPS number"),
        /// Steuer-ID.
        DeTaxId => official("DE_TAX_ID", Class::NationalId, "Steuer-ID"),
        /// Rentenversicherungsnummer.
        DeSocialSecurity => official("DE_SOCIAL_SECURITY", Class::NationalId, "Rentenversicherungsnummer"),
        /// NIR (numéro de sécurité sociale).
        FrNir => official("FR_NIR", Class::NationalId, "NIR (numéro de sécurité sociale)"),
        /// Codice fiscale.
        ItFiscalCode => official("IT_FISCAL_CODE", Class::NationalId, "Codice fiscale"),
        /// DNI / NIF.
        EsNif => official("ES_NIF", Class::NationalId, "DNI / NIF"),
        /// NIE.
        EsNie => official("ES_NIE", Class::NationalId, "NIE"),
        /// Número de la Seguridad Social.
        EsNuss => official("ES_NUSS", Class::NationalId, "Número de la Seguridad Social"),
        /// NIF (Portugal).
        PtNif => official("PT_NIF", Class::NationalId, "NIF (Portugal)"),
        /// Burgerservicenummer.
        NlBsn => official("NL_BSN", Class::NationalId, "Burgerservicenummer"),
        /// Rijksregisternummer.
        BeNationalNumber => official("BE_NATIONAL_NUMBER", Class::NationalId, "Rijksregisternummer"),
        /// Matricule (Luxembourg).
        LuNationalId => official("LU_NATIONAL_ID", Class::NationalId, "Matricule (Luxembourg)"),
        /// Sozialversicherungsnummer.
        AtSvnr => official("AT_SVNR", Class::NationalId, "Sozialversicherungsnummer"),
        /// AHV-Nummer.
        ChAhv => official("CH_AHV", Class::NationalId, "AHV-Nummer"),
        /// PESEL.
        PlPesel => official("PL_PESEL", Class::NationalId, "PESEL"),
        /// Rodné číslo.
        CzBirthNumber => official("CZ_BIRTH_NUMBER", Class::NationalId, "Rodné číslo"),
        /// TAJ szám.
        HuTaj => official("HU_TAJ", Class::NationalId, "TAJ szám"),
        /// Adóazonosító jel.
        HuTaxId => official("HU_TAX_ID", Class::NationalId, "Adóazonosító jel"),
        /// CNP.
        RoCnp => official("RO_CNP", Class::NationalId, "CNP"),
        /// ЕГН.
        BgEgn => official("BG_EGN", Class::NationalId, "ЕГН"),
        /// OIB.
        HrOib => official("HR_OIB", Class::NationalId, "OIB"),
        /// EMŠO.
        SiEmso => official("SI_EMSO", Class::NationalId, "EMŠO"),
        /// Isikukood.
        EeIsikukood => official("EE_ISIKUKOOD", Class::NationalId, "Isikukood"),
        /// Asmens kodas.
        LtAsmensKodas => official("LT_ASMENS_KODAS", Class::NationalId, "Asmens kodas"),
        /// Personas kods.
        LvPersonasKods => official("LV_PERSONAS_KODS", Class::NationalId, "Personas kods"),
        /// Personnummer.
        SePersonnummer => official("SE_PERSONNUMMER", Class::NationalId, "Personnummer"),
        /// Fødselsnummer.
        NoFodselsnummer => official("NO_FODSELSNUMMER", Class::NationalId, "Fødselsnummer"),
        /// CPR-nummer.
        DkCpr => official("DK_CPR", Class::NationalId, "CPR-nummer"),
        /// Henkilötunnus.
        FiPersonalIdentityCode => official("FI_PERSONAL_IDENTITY_CODE", Class::NationalId, "Henkilötunnus"),
        /// Kennitala.
        IsKennitala => official("IS_KENNITALA", Class::NationalId, "Kennitala"),
        /// ΑΦΜ.
        GrAfm => official("GR_AFM", Class::NationalId, "ΑΦΜ"),
        /// ΑΜΚΑ.
        GrAmka => official("GR_AMKA", Class::NationalId, "ΑΜΚΑ"),
        /// TIN (Cyprus).
        CyTin => official("CY_TIN", Class::NationalId, "TIN (Cyprus)"),
        /// ID number (Malta).
        MtIdentityNumber => official("MT_IDENTITY_NUMBER", Class::NationalId, "ID number (Malta)"),
        /// T.C. kimlik no.
        TrNationalId => official("TR_NATIONAL_ID", Class::NationalId, "T.C. kimlik no"),
        /// Teudat Zehut.
        IlIdentityNumber => official("IL_IDENTITY_NUMBER", Class::NationalId, "Teudat Zehut"),
        /// South African ID number.
        ZaIdNumber => official("ZA_ID_NUMBER", Class::NationalId, "South African ID number"),
        /// NIN (Nigeria).
        NgNin => official("NG_NIN", Class::NationalId, "NIN (Nigeria)"),
        /// National ID (Egypt).
        EgNationalId => official("EG_NATIONAL_ID", Class::NationalId, "National ID (Egypt)"),
        /// Aadhaar.
        InAadhaar => official("IN_AADHAAR", Class::NationalId, "Aadhaar"),
        /// PAN (India).
        InPan => official("IN_PAN", Class::NationalId, "PAN (India)"),
        /// EPIC (India).
        InVoter => official("IN_VOTER", Class::NationalId, "EPIC (India)"),
        /// 居民身份证.
        CnResidentId => official("CN_RESIDENT_ID", Class::NationalId, "居民身份证"),
        /// HKID.
        HkIdentityCard => official("HK_IDENTITY_CARD", Class::NationalId, "HKID"),
        /// ROC ID (Taiwan).
        TwNationalId => official("TW_NATIONAL_ID", Class::NationalId, "ROC ID (Taiwan)"),
        /// マイナンバー.
        JpMyNumber => official("JP_MY_NUMBER", Class::NationalId, "マイナンバー"),
        /// 주민등록번호.
        KrRrn => official("KR_RRN", Class::NationalId, "주민등록번호"),
        /// 외국인등록번호.
        KrFrn => official("KR_FRN", Class::NationalId, "외국인등록번호"),
        /// NRIC / FIN.
        SgNricFin => official("SG_NRIC_FIN", Class::NationalId, "NRIC / FIN"),
        /// UEN (Singapore).
        SgUen => official("SG_UEN", Class::AccountId, "UEN (Singapore)"),
        /// MyKad.
        MyMykad => official("MY_MYKAD", Class::NationalId, "MyKad"),
        /// Thai national ID.
        ThTnin => official("TH_TNIN", Class::NationalId, "Thai national ID"),
        /// NIK.
        IdNik => official("ID_NIK", Class::NationalId, "NIK"),
        /// TIN (Philippines).
        PhTin => official("PH_TIN", Class::NationalId, "TIN (Philippines)"),
        /// CCCD.
        VnCccd => official("VN_CCCD", Class::NationalId, "CCCD"),
        /// CPF.
        BrCpf => official("BR_CPF", Class::NationalId, "CPF"),
        /// CURP.
        MxCurp => official("MX_CURP", Class::NationalId, "CURP"),
        /// RFC (México).
        MxRfc => official("MX_RFC", Class::NationalId, "RFC (México)"),
        /// CUIT / CUIL.
        ArCuit => official("AR_CUIT", Class::NationalId, "CUIT / CUIL"),
        /// RUT.
        ClRut => official("CL_RUT", Class::NationalId, "RUT"),
        /// NIT.
        CoNit => official("CO_NIT", Class::NationalId, "NIT"),
    }
}
