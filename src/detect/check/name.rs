//! Names: words that look like one and are none.

/// Capitalized words of which none is ordinary: a greeting's `all`, a sentence's `Please`, a product.
pub fn person_name(value: &str) -> bool {
    let is_name = |word: &str| NOT_A_NAME.binary_search(&word.to_lowercase().as_str()).is_err();
    let shouted = value.len() > 4 && value.chars().all(|c| !c.is_lowercase());
    !shouted && value.split([' ', '\u{a0}', '-', '\'']).filter(|word| !word.is_empty()).all(is_name)
}

/// A handle, and no annotation, decorator or at-rule.
pub fn handle(value: &str) -> bool {
    let lower = value.to_ascii_lowercase();
    let hump = value.as_bytes().windows(2).any(|pair| pair[0].is_ascii_lowercase() && pair[1].is_ascii_uppercase());
    !hump
        && !lower.starts_with("aria-")
        && NOT_A_HANDLE.binary_search(&lower.as_str()).is_err()
        && NOT_A_NAME.binary_search(&lower.as_str()).is_err()
}

/// The name of somebody's account: not one that every machine or service has.
pub fn account_name(value: &str) -> bool {
    NOT_AN_ACCOUNT.binary_search(&value.to_ascii_lowercase().as_str()).is_err()
}

/// The name of an organization does not begin with an ordinary word or a role; the search goes on behind such a word.
pub fn organization(value: &str) -> bool {
    let mut words = value.split([' ', ',']).filter(|word| !word.is_empty());
    let first = words.next().unwrap_or("").to_lowercase();
    let more = words.next().is_some() || first.len() > 2;
    let number = first.len() >= 4 && first.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    let possessive = value.ends_with("'s") || value.ends_with("’s");
    more && !number
        && !possessive
        && NOT_A_NAME.binary_search(&first.as_str()).is_err()
        && NOT_A_COMPANY.binary_search(&first.as_str()).is_err()
}

/// The name of an organization with its legal form behind it.
pub fn legal_form(value: &str) -> bool {
    let form = value.rsplit([' ', ',']).next().unwrap_or("");
    // Nevada.
    let state = value.ends_with(", NV");
    LEGAL_FORMS.binary_search(&form).is_ok() && !state && organization(value)
}

/// The name of an institution with its kind behind it: `Klagenfurt University`.
pub fn institution(value: &str) -> bool {
    let joined = value.starts_with(|c: char| c.is_ascii_digit())
        || [", ", " de ", " del ", " of ", " do ", " di "].iter().any(|joint| value.contains(joint));
    !joined && INSTITUTIONS.binary_search(&value.rsplit(' ').next().unwrap_or("")).is_ok() && organization(value)
}

/// The name of an institution with its kind in front, which ends before the next department or street.
pub fn romance_institution(value: &str) -> bool {
    let mut words = value.split(' ').skip(1);
    organization(value) && !words.any(|word| BEHIND_INSTITUTIONS.binary_search(&word).is_ok())
}

/// Words with which something else begins. Sorted.
#[rustfmt::skip]
const BEHIND_INSTITUTIONS: &[&str] = &[
    "Av", "Avda", "Avenida", "Avinguda", "Calle", "Carretera", "Consorcio", "Correo", "Ctra", "Departamento", "Dirección",
    "Documento", "E-mail", "Email", "Hospital", "Paseo", "Passeig", "Plaza", "Rua", "Rue", "Sección", "Servei", "Servicio",
    "Tel", "Tfno", "Unidad", "Unitat", "Via",
];

/// Kinds of institutions. Sorted.
#[rustfmt::skip]
const INSTITUTIONS: &[&str] = &[
    "Academy", "Agency", "Airlines", "Association", "Bank", "Church", "College", "Commission", "Council", "Court", "Embassy",
    "Federation", "Foundation", "Government", "Hospital", "Institute", "Ministry", "Municipality", "Museum", "Police",
    "Polytechnic", "Railways", "Tribunal", "University",
];

/// Legal forms as they are written behind a name (ISO 20275). Sorted.
#[rustfmt::skip]
const LEGAL_FORMS: &[&str] = &[
    "A.Ş.", "A/S", "AB", "AG", "ASA", "ApS", "B.V.", "BV", "BVBA", "Bhd", "Bhd.", "Co.", "Corp", "Corp.", "Corporation",
    "EIRELI", "GMBH", "GmbH", "Inc", "Inc.", "Incorporated", "K.K.", "KG", "KGaA", "Kft.", "L.L.C.", "LLC", "LLP", "LTD",
    "LTD.", "Lda", "Lda.", "Limited", "Ltd", "Ltd.", "Ltda", "Ltda.", "N.V.", "NV", "Nyrt.", "OHG", "Oy", "Oyj", "OÜ", "PLC",
    "S.A.", "S.A.R.L.", "S.A.S.", "S.A.U.", "S.L.", "S.L.U.", "S.R.L.", "S.p.A.", "S.r.l.", "S/A", "SA", "SARL", "SAS", "SAU",
    "SL", "SLU", "SRL", "SpA", "Srl", "Sàrl", "UAB", "Zrt.", "e.V.", "eG", "gGmbH", "mbH", "plc",
];

/// Roles and kinds that stand capitalized in front of a company's name. Sorted.
#[rustfmt::skip]
const NOT_A_COMPANY: &[&str] = &[
    "ab", "ag", "against", "although", "another", "arbeitgeber", "auftraggeber", "auftragnehmer", "besteller", "cc", "company",
    "das", "der", "die", "ein", "eine", "el", "firma", "gesellschaft", "gmbh", "held", "inc", "kunde", "käufer", "la", "le",
    "les", "llc", "los", "ltd", "mieter", "mr", "mrs", "ms", "null", "the", "unknown", "use", "verkäufer", "vermieter", "via",
];

/// Words that follow a greeting or stand capitalized without naming anybody. Sorted.
#[rustfmt::skip]
const NOT_A_NAME: &[&str] = &[
    "a", "about", "action", "add", "admin", "after", "agreed", "all", "also", "an", "and", "android", "any", "anyone", "api",
    "app", "april", "are", "as", "assuming", "at", "august", "based", "because", "before", "best", "bot", "both", "bug", "but",
    "by", "can", "chrome", "client", "closing", "code", "colleague", "colleagues", "comment", "community", "confluence",
    "could", "currently", "customer", "data", "december", "design", "dev", "developer", "developers", "did", "do", "does",
    "done", "during", "each", "english", "error", "every", "everybody", "everyone", "example", "february", "firefox", "fix",
    "fixed", "folks", "for", "friday", "friends", "from", "git", "github", "google", "great", "guys", "had", "has", "have",
    "he", "hello", "here", "hi", "his", "how", "however", "i", "if", "in", "inc", "internet", "ios", "is", "issue", "it", "its",
    "january", "java", "javascript", "jenkins", "jira", "july", "june", "just", "kind", "last", "let", "linux", "looking",
    "looks", "mac", "madam", "maintainers", "many", "march", "master", "maybe", "microsoft", "monday", "more", "most", "my",
    "new", "next", "no", "none", "not", "note", "november", "now", "october", "of", "ok", "okay", "on", "once", "one", "or",
    "our", "page", "people", "perhaps", "please", "project", "question", "quick", "re", "reader", "regarding", "regards",
    "review", "safari", "same", "saturday", "see", "september", "server", "she", "should", "since", "sir", "slack", "so",
    "some", "someone", "sorry", "steps", "sunday", "support", "sure", "system", "team", "test", "thank", "thanks", "that",
    "the", "their", "then", "there", "these", "they", "this", "those", "thursday", "to", "today", "tomorrow", "tuesday",
    "update", "user", "users", "version", "very", "was", "we", "wednesday", "well", "what", "when", "where", "which", "while",
    "who", "why", "will", "windows", "with", "world", "would", "yes", "yesterday", "yet", "you", "your",
];

/// Annotations, decorators, at-rules and documentation tags. Sorted.
#[rustfmt::skip]
const NOT_A_HANDLE: &[&str] = &[
    "abstractmethod", "access", "action", "angular", "app", "apply", "aria-label", "aria-labelledby", "around", "aspect",
    "async", "author", "autowired", "available", "babel", "basic", "bean", "beta", "binding", "body", "builder", "cacheable",
    "cached", "catch", "channel", "charset", "class", "classmethod", "click", "column", "commit", "component", "configuration",
    "constructor", "consumes", "container", "controller", "counter-style", "data", "dataclass", "default", "delete",
    "deprecated", "description", "develop", "digits", "disabled", "documented", "email", "embeddable", "embedded", "emit",
    "emotion", "enabled", "entity", "enum", "enumerated", "environment", "escaping", "everyone", "example", "expand", "extend",
    "extends", "file", "fixture", "font-face", "function", "future", "generated", "get", "getter", "given", "head", "header",
    "https", "id", "ignore", "import", "include", "inherit", "inherited", "inject", "injectable", "input", "interface", "jest",
    "job", "joincolumn", "keyframes", "latest", "layer", "lazy", "link", "lob", "lombok", "lru_cache", "main", "master", "max",
    "media", "method", "min", "mixin", "mock", "module", "mutation", "name", "named", "namespace", "native", "ngmodule",
    "nonnull", "notnull", "nullable", "objc", "observable", "order", "output", "override", "package", "page", "param",
    "parameter", "past", "patch", "path", "pattern", "pipe", "pointcut", "post", "primary", "private", "produces", "profile",
    "prop", "property", "protected", "provides", "public", "published", "put", "qualifier", "query", "rc", "react", "readonly",
    "repeatable", "repository", "requestmapping", "required", "retention", "retryable", "return", "returns", "role", "route",
    "rule", "scheduled", "scope", "see", "service", "setter", "since", "singleton", "size", "spy", "state", "staticmethod",
    "store", "suite", "summary", "supports", "suppresswarnings", "table", "tailwind", "target", "task", "template", "temporal",
    "testable", "throws", "todo", "transactional", "type", "typedef", "types", "use", "valid", "value", "var", "version", "vue",
    "watch", "wraps", "xmlns",
];

/// Accounts that name a machine, a role or a service. Sorted.
#[rustfmt::skip]
const NOT_AN_ACCOUNT: &[&str] = &[
    "about", "accountid", "adm", "admin", "administrator", "all", "app", "apps", "bin", "blog", "build", "circleci",
    "collections", "contact", "customer-stories", "default", "defaultuser", "dev", "download", "ec2-user", "enterprise",
    "events", "explore", "features", "git", "guest", "home", "issues", "jenkins", "jira", "join", "linux", "login",
    "marketplace", "me", "myname", "name", "new", "node", "notifications", "opt", "orgs", "password", "pricing", "projects",
    "public", "pulls", "repos", "root", "runner", "search", "security", "settings", "share", "shared", "signup", "site",
    "sites", "sponsors", "team", "test", "tmp", "topics", "travis", "trending", "ubuntu", "user", "user_name", "username",
    "users", "vagrant", "vscode", "work", "www", "you", "your-name", "yourname", "yourusername",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_words_are_no_names() {
        assert!(NOT_A_NAME.is_sorted() && NOT_A_HANDLE.is_sorted() && NOT_AN_ACCOUNT.is_sorted() && NOT_A_COMPANY.is_sorted());
        assert!(LEGAL_FORMS.is_sorted() && INSTITUTIONS.is_sorted() && BEHIND_INSTITUTIONS.is_sorted());
        assert!(person_name("Mia") && person_name("Mia Krüger") && person_name("Michelle D'Souza"));
        assert!(!person_name("All") && !person_name("Colin Please") && !person_name("HELLO THERE"));
    }

    #[test]
    fn annotations_are_no_handles() {
        assert!(handle("mkrueger") && handle("jhung"));
        assert!(!handle("Override") && !handle("font-face") && !handle("RequestMapping") && !handle("media"));
    }
}
