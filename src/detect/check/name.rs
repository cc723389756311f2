//! Names: words that look like one and are none.

/// Capitalized words of which none is ordinary: a greeting's `all`, a sentence's `Please`, a product.
pub fn person_name(value: &str) -> bool {
    let is_name = |word: &str| NOT_A_NAME.binary_search(&word.to_lowercase().as_str()).is_err();
    let shouted = value.len() > 4 && value.chars().all(|c| !c.is_lowercase());
    !shouted && value.split([' ', '\u{a0}', '-', '\'']).filter(|word| !word.is_empty()).all(is_name)
}

/// A handle, and no annotation, decorator, at-rule or scope of packages.
pub fn handle(value: &str) -> bool {
    let lower = value.to_ascii_lowercase();
    let code = humps(value).any(|hump| NOT_A_HUMP.binary_search(&hump.to_ascii_lowercase().as_str()).is_ok());
    !(code && humps(value).nth(1).is_some())
        && value.bytes().any(|byte| byte.is_ascii_alphabetic())
        && !lower.starts_with("aria-")
        && NOT_A_HANDLE.binary_search(&lower.as_str()).is_err()
        && NOT_A_NAME.binary_search(&lower.as_str()).is_err()
}

/// More than one capitalized word, which is how a display name is mentioned.
pub fn handle_shape(value: &str) -> bool {
    let rest = value.as_bytes().get(1..).unwrap_or(&[]);
    !value.starts_with(|c: char| c.is_ascii_uppercase()) || !rest.iter().all(u8::is_ascii_lowercase)
}

/// The words of a name in camel case.
fn humps(value: &str) -> impl Iterator<Item = &str> {
    let bytes = value.as_bytes();
    let cut = |at: &usize| *at == value.len() || bytes[at - 1].is_ascii_lowercase() && bytes[*at].is_ascii_uppercase();
    let ends: Vec<usize> = (1..=value.len()).filter(cut).filter(|&at| value.is_char_boundary(at)).collect();
    let starts: Vec<usize> = std::iter::once(0).chain(ends.iter().copied()).collect();
    starts.into_iter().zip(ends).map(|(start, end)| &value[start..end])
}

/// The user of a shell's prompt, `mia@host:~`, if it is somebody's account.
pub fn prompt_user(value: &str) -> bool {
    account_name(value.split('@').next().unwrap_or(""))
}

/// The name of somebody's account: not one that every machine or service has.
pub fn account_name(value: &str) -> bool {
    let lower = value.to_ascii_lowercase();
    let named = lower.bytes().any(|byte| byte.is_ascii_lowercase());
    let variable = lower.contains("_user") || lower.contains("user_") || lower.starts_with("current");
    let member = lower.split_once('.').is_some_and(|(object, _)| NOT_AN_ACCOUNT.binary_search(&object).is_ok());
    named && !variable && !member && NOT_AN_ACCOUNT.binary_search(&lower.as_str()).is_err()
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
    let form = last_word(value, b" ,");
    // Nevada.
    let state = || value.ends_with(", NV");
    LEGAL_FORMS.binary_search(&form).is_ok() && !state() && organization(value)
}

/// The name of an institution with its kind behind it: `Klagenfurt University`.
pub fn institution(value: &str) -> bool {
    let joined = || {
        value.starts_with(|c: char| c.is_ascii_digit())
            || [", ", " de ", " del ", " of ", " do ", " di "].iter().any(|joint| value.contains(joint))
    };
    // The last word is asked first: few names end with the kind of an institution, and every capitalized word comes here.
    INSTITUTIONS.binary_search(&last_word(value, b" ")).is_ok() && !joined() && organization(value)
}

/// What stands behind the last of these separators.
fn last_word<'a>(value: &'a str, separators: &[u8]) -> &'a str {
    let last = value.bytes().rposition(|byte| separators.contains(&byte));
    last.map_or(value, |at| &value[at + 1..])
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
    "abstractmethod", "access", "action", "angular", "angular-devkit", "app", "apply", "aria-label", "aria-labelledby",
    "around", "aspect", "async", "author", "autowired", "available", "aws-sdk", "babel", "basic", "bean", "beta", "binding",
    "body", "builder", "cacheable", "cached", "catch", "channel", "charset", "class", "classmethod", "click", "column",
    "commit", "component", "configuration", "constructor", "consumes", "container", "controller", "counter-style", "data",
    "dataclass", "date", "default", "delete", "deprecated", "description", "develop", "digits", "disabled", "documented",
    "each", "echo", "else", "email", "embeddable", "embedded", "ember", "emit", "emotion", "enabled", "end", "entity", "enum",
    "enumerated", "environment", "escaping", "everyone", "example", "expand", "extend", "extends", "file", "fixture",
    "font-face", "for", "fortawesome", "function", "future", "generated", "get", "getter", "given", "gmail", "head", "header",
    "home", "hotmail", "https", "id", "if", "ignore", "import", "include", "inherit", "inherited", "inject", "injectable",
    "input", "interface", "ionic", "jest", "job", "joincolumn", "keyframes", "latest", "layer", "lazy", "least", "line", "link",
    "live", "lob", "lombok", "lru_cache", "main", "master", "material-ui", "max", "media", "method", "min", "mixin", "mock",
    "module", "mui", "mutation", "name", "named", "namespace", "native", "nestjs", "ngmodule", "ngrx", "nonnull", "notnull",
    "nullable", "nuxt", "objc", "observable", "octokit", "order", "output", "override", "package", "page", "param", "parameter",
    "past", "patch", "path", "pattern", "pipe", "pointcut", "post", "primary", "private", "produces", "profile", "prop",
    "property", "protected", "provides", "public", "published", "put", "qualifier", "query", "rc", "react", "readonly",
    "reduxjs", "repeatable", "repository", "requestmapping", "required", "retention", "retryable", "return", "returns", "role",
    "route", "rule", "scheduled", "scope", "see", "service", "setter", "since", "singleton", "size", "spy", "start", "state",
    "staticmethod", "store", "storybook", "suite", "summary", "supports", "suppresswarnings", "svelte", "table", "tailwind",
    "tailwindcss", "target", "task", "template", "temporal", "testable", "testing-library", "throws", "time", "today", "todo",
    "transactional", "type", "typedef", "types", "typescript-eslint", "url", "use", "valid", "value", "var", "version",
    "viewport", "vue", "watch", "while", "work", "wraps", "xmlns", "yahoo",
];

/// Words of which annotations in camel case are made. Sorted.
#[rustfmt::skip]
const NOT_A_HUMP: &[&str] = &[
    "activate", "after", "all", "annotation", "api", "application", "arg", "args", "async", "attribute", "auto", "bean",
    "before", "bind", "body", "by", "child", "children", "class", "column", "command", "component", "conditional", "config",
    "configuration", "content", "context", "controller", "converter", "created", "data", "decorator", "default", "each",
    "element", "enable", "entity", "enum", "event", "exception", "exclude", "expose", "factory", "field", "filter", "for",
    "format", "generated", "generator", "graph", "handler", "header", "host", "id", "if", "ignore", "include", "inject",
    "input", "integration", "interceptor", "interface", "is", "item", "join", "json", "key", "layout", "length", "listener",
    "load", "manager", "many", "map", "mapping", "max", "message", "method", "min", "mock", "model", "module", "name",
    "negative", "non", "not", "null", "object", "on", "one", "order", "output", "override", "param", "parameter", "params",
    "path", "positive", "post", "pre", "prefix", "process", "property", "provider", "query", "read", "ref", "request",
    "resource", "response", "rest", "result", "role", "root", "rule", "runner", "scan", "schema", "serialized", "service",
    "session", "set", "size", "source", "spring", "state", "step", "string", "suppress", "table", "temporal", "test", "tests",
    "timeout", "to", "transactional", "transient", "type", "unit", "update", "user", "using", "valid", "value", "variable",
    "view", "visible", "warnings", "web", "when", "with", "xml",
];

/// The site of a customer, not one of the vendor's own or a placeholder.
pub fn atlassian_site(value: &str) -> bool {
    let name = value.split('.').next().unwrap_or("").to_ascii_lowercase();
    let placeholder = name.starts_with("your") || name.starts_with("my-") || name.contains("example");
    !placeholder && NOT_A_SITE.binary_search(&name.as_str()).is_err()
}

/// Sites of the vendor, and words that documentation puts in their place. Sorted.
const NOT_A_SITE: &[&str] = &[
    "admin",
    "api",
    "auth",
    "cdn",
    "community",
    "developer",
    "domain",
    "id",
    "mysite",
    "site",
    "start",
    "status",
    "support",
    "tenant",
    "www",
];

/// Accounts that name a machine, a role or a service. Sorted.
#[rustfmt::skip]
const NOT_AN_ACCOUNT: &[&str] = &[
    "about", "accountid", "adm", "admin", "administrator", "all", "anonymous", "anyone", "app", "apps", "args", "argv",
    "assets", "bin", "blog", "build", "centos", "circleci", "client", "collections", "contact", "current", "currentversion",
    "customer-stories", "daemon", "default", "defaultuser", "demo", "dev", "download", "ec2-user", "email", "empty",
    "enterprise", "events", "example", "explore", "false", "features", "field", "foo", "gist", "git", "groups", "guest",
    "hadoop", "hashtag", "help", "home", "host", "i", "id", "input", "intent", "invalid", "issues", "item", "jenkins", "jira",
    "join", "linux", "local", "localhost", "login", "marketplace", "me", "microsoft", "myname", "mysql", "name", "new", "nginx",
    "nil", "no", "nobody", "node", "none", "notifications", "null", "object", "opt", "optional", "oracle", "orgs", "owner", "p",
    "pages", "password", "postgres", "postgresql", "pricing", "privacy", "projects", "public", "pulls", "raw", "read", "repos",
    "req", "request", "required", "root", "runner", "sa", "save", "search", "security", "self", "service", "settings", "share",
    "shared", "sharer", "signup", "site", "sites", "software", "sponsors", "string", "sudo", "system", "team", "test", "this",
    "tmp", "topics", "tos", "travis", "trello", "trending", "true", "ubuntu", "undefined", "user", "user_name", "username",
    "users", "vagrant", "value", "vscode", "watch", "who", "whoami", "windows", "work", "www", "www-data", "yes", "you",
    "your-name", "yourname", "yourusername",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_words_are_no_names() {
        assert!(NOT_A_NAME.is_sorted() && NOT_A_HANDLE.is_sorted() && NOT_AN_ACCOUNT.is_sorted() && NOT_A_COMPANY.is_sorted());
        assert!(
            LEGAL_FORMS.is_sorted()
                && INSTITUTIONS.is_sorted()
                && BEHIND_INSTITUTIONS.is_sorted()
                && NOT_A_HUMP.is_sorted()
                && NOT_A_SITE.is_sorted()
        );
        assert!(person_name("Mia") && person_name("Mia Krüger") && person_name("Michelle D'Souza"));
        assert!(!person_name("All") && !person_name("Colin Please") && !person_name("HELLO THERE"));
    }

    #[test]
    fn annotations_are_no_handles() {
        assert!(handle("mkrueger") && handle("jhung"));
        assert!(!handle("Override") && !handle("font-face") && !handle("RequestMapping") && !handle("media"));
    }
}
