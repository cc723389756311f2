//! Floor 1: every format that is promised, one row each: what it is taken for, and what is read of it. The golden cases of
//! `golden/record/` say the same in full.

use data_contribution::record::document::Text;
use data_contribution::record::parse::{InputFormat, Parsed, parse};
use serde_json::{Value as Json, json};

/// An input, what it is taken for, the types of its records, and a field with the text that people see in it.
type Row = (&'static str, String, InputFormat, &'static [&'static str], (&'static str, &'static str));

fn issue(key: &str, description: Json) -> Json {
    json!({"id": "1", "key": key, "self": "https://jira.northwind.example/rest/api/3/issue/1",
        "fields": {"summary": "Gate stuck", "description": description, "project": {"key": "WEB", "name": "Web"}}})
}

fn document(text: &str) -> Json {
    json!({"type": "doc", "version": 1, "content": [{"type": "paragraph", "content": [{"type": "text", "text": text}]}]})
}

fn page(body: Json) -> Json {
    json!({"id": "7", "type": "page", "title": "Runbook", "space": {"key": "OPS"}, "body": body})
}

fn page_v2(body: Json) -> Json {
    json!({"id": "7", "status": "current", "title": "Runbook", "spaceId": "9", "authorId": "5f1a", "version": {"number": 2}, "body": body})
}

fn request() -> Json {
    json!({"issueId": "1", "issueKey": "HELP-1", "requestTypeId": "3", "serviceDeskId": "2", "reporter": {"displayName": "Ida Imhof"},
        "requestFieldValues": [{"fieldId": "summary", "label": "Summary", "value": "New badge"}], "currentStatus": {"status": "Waiting"}})
}

fn object() -> Json {
    json!({"id": "88", "objectKey": "IT-88", "label": "Laptop of Ida", "objectType": {"id": "2", "name": "Laptop", "objectSchemaId": "1"},
        "attributes": [{"id": "1", "objectTypeAttributeId": "10", "objectAttributeValues": [{"value": "Ida", "displayValue": "Ida"}]}]})
}

const EXPORT: &str = "Summary,Issue key,Project key,Labels,Labels,Sprint,Sprint,Comment\n\
    Gate stuck,WEB-1,WEB,gate,\"late, night\",Web 12,Web 13,01/Sep/25 9:05 AM;5b10a2844c20165700ede21f;it hangs; again\n";

fn jira() -> Vec<Row> {
    use InputFormat::{Csv, Jira};
    let summary = ("/fields/summary", "Gate stuck");
    let adf = ("/fields/description", "It hangs");
    let two = &["jira-issue", "jira-issue"];
    let event = json!({"webhookEvent": "jira:issue_updated", "user": {"displayName": "Ida Imhof"}, "issue": issue("WEB-1", json!("It *hangs*")),
        "changelog": {"id": "5", "items": [{"field": "status", "fromString": "Open", "toString": "Done"}]}});
    let sprint = json!({"webhookEvent": "sprint_closed", "sprint": {"id": 4, "self": "https://jira.northwind.example/rest/agile/1.0/sprint/4",
        "state": "closed", "name": "Web 12", "endDate": "2026-03-04T10:00:00.000Z", "originBoardId": 1}});
    let old =
        json!({"startAt": 0, "maxResults": 50, "total": 2, "issues": [issue("WEB-1", json!("a")), issue("WEB-2", json!("b"))]});
    let new = json!({"issues": [issue("WEB-1", document("It hangs")), issue("WEB-2", document("b"))], "nextPageToken": "x", "isLast": false});
    vec![
        ("REST v2", issue("WEB-1", json!("It *hangs*")).to_string(), Jira, &["jira-issue"], summary),
        ("REST v3", issue("WEB-1", document("It hangs")).to_string(), Jira, &["jira-issue"], adf),
        ("v2 search page", old.to_string(), Jira, two, summary),
        ("v3 search page", new.to_string(), Jira, two, adf),
        ("list of work items", json!([issue("WEB-1", json!("a")), issue("WEB-2", json!("b"))]).to_string(), Jira, two, summary),
        ("Jira webhook", event.to_string(), Jira, &["jira-issue", "jira-change"], summary),
        ("Jira sprint webhook", sprint.to_string(), Jira, &["jira-sprint"], ("/name", "Web 12")),
        ("CSV: repeated columns", EXPORT.to_owned(), Csv, &["jira-issue"], ("/fields/labels", "gate\nlate, night")),
        (
            "CSV: date;author;text",
            EXPORT.to_owned(),
            Csv,
            &["jira-issue"],
            ("/fields/comment/comments/0/body", "it hangs; again"),
        ),
        ("CSV: list of sprints", EXPORT.to_owned(), Csv, &["jira-issue"], ("/fields/sprint", "Web 12\nWeb 13")),
    ]
}

fn confluence() -> Vec<Row> {
    use InputFormat::Confluence;
    let storage = json!({"storage": {"value": "<p>Call <strong>Ida</strong></p>", "representation": "storage"}});
    let adf = json!({"atlas_doc_format": {"value": document("Call Ida").to_string(), "representation": "atlas_doc_format"}});
    let one = &["confluence-page"];
    let stored = ("/body/storage/value", "Call Ida");
    let written = ("/body/atlas_doc_format/value", "Call Ida");
    let event = json!({"timestamp": 1_789_000_000_000_u64, "accountType": "ADMIN", "userAccountId": "5f1a",
        "page": {"id": 7, "title": "Runbook", "spaceKey": "OPS", "contentType": "page", "creatorAccountId": "5f1a", "version": 2}});
    let list = json!({"results": [page_v2(storage.clone())], "_links": {"next": "/wiki/api/v2/pages?cursor=x"}});
    vec![
        ("v1, storage", page(storage.clone()).to_string(), Confluence, one, stored),
        ("v1, document", page(adf.clone()).to_string(), Confluence, one, written),
        ("v2, storage", page_v2(storage).to_string(), Confluence, one, stored),
        ("v2, document", page_v2(adf).to_string(), Confluence, one, written),
        ("v2, a page of results", list.to_string(), Confluence, one, stored),
        ("Confluence webhook", event.to_string(), Confluence, one, ("/title", "Runbook")),
        ("a body alone", "<p>Call <strong>Ida</strong></p>".to_owned(), Confluence, &["storage-document"], ("", "Call Ida")),
    ]
}

fn others() -> Vec<Row> {
    use InputFormat::{Jsm, Jsonl, Markdown, Platform, Text};
    let value = ("/requestFieldValues/0/value", "New badge");
    let list = json!({"size": 1, "start": 0, "limit": 50, "isLastPage": true, "values": [request()]});
    let comments = json!({"size": 1, "start": 0, "limit": 50, "isLastPage": true,
        "values": [{"id": "1000", "body": "Here it is", "public": true, "author": {"displayName": "Ida Imhof"}, "created": {"iso8601": "2026-03-04T10:00:00+0000"}}]});
    let objects = json!({"startAt": 0, "maxResults": 25, "total": 1, "isLast": true, "values": [object()]});
    let lines = format!("{}\n{}\n{}\n", issue("WEB-1", json!("a")), page(json!({})), request());
    let markdown = "# Runbook\n\n- call **Ida**\n- see [the wiki](https://wiki.example.org)\n";
    vec![
        ("a request", request().to_string(), Jsm, &["jsm-request"], value),
        ("customer requests", list.to_string(), Jsm, &["jsm-request"], value),
        ("comments on a request", comments.to_string(), Jsm, &["jsm-comment"], ("/body", "Here it is")),
        ("an object of Assets", object().to_string(), Platform, &["assets-object"], ("/label", "Laptop of Ida")),
        ("objects of Assets", objects.to_string(), Platform, &["assets-object"], ("/label", "Laptop of Ida")),
        ("JSON Lines of any", lines, Jsonl, &["jira-issue", "confluence-page", "jsm-request"], ("/fields/summary", "Gate stuck")),
        ("Markdown", markdown.to_owned(), Markdown, &["text"], ("", "# Runbook\n\n- call Ida\n- see the wiki")),
        ("plain text", "Call Ida, please.".to_owned(), Text, &["text"], ("", "Call Ida, please.")),
    ]
}

/// What people see in a field of the first record.
fn seen(parsed: &Parsed, path: &str) -> Option<String> {
    let field = parsed.records[0].fields.iter().find(|field| field.path.as_str() == path)?;
    let text = Text::read(&field.value, field.format);
    Some(text.joined()[..text.visible()].trim().to_owned())
}

#[test]
fn every_format_is_recognized_by_itself_and_read() {
    for (name, input, format, types, (path, text)) in [jira(), confluence(), others()].concat() {
        let parsed = parse(&input, InputFormat::Auto).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(parsed.format, format, "{name}");
        let found: Vec<_> = parsed.records.iter().map(|record| record.record_type.id()).collect();
        assert_eq!(found, types, "{name}");
        assert_eq!(seen(&parsed, path).as_deref(), Some(text), "{name}: {path}");
    }
}

#[test]
fn what_was_recognized_can_be_corrected() {
    for (name, input, format, types, _) in [jira(), confluence(), others()].concat() {
        let told = parse(&input, format).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!((told.format, told.records.len()), (format, types.len()), "{name}, as it is told");
        let text = parse(&input, InputFormat::Text).expect("anything is text");
        assert_eq!((text.format, seen(&text, "").as_deref()), (InputFormat::Text, Some(input.trim())), "{name}, as text");
    }
}
