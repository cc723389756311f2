// Inputs that nobody should paste, and what must come of each: a refusal's code, or a preview.
const payloads = ["<script>ran()</script>", "<img src=x onerror=ran()>", '"><svg onload=ran()>', "javascript:ran()", "{{ran()}}"];
const hostile = payloads.join(" ");

const issue = (text) => ({
  key: text,
  self: text,
  names: { customfield_10001: text },
  fields: {
    summary: text,
    description: { type: "doc", version: 1, content: [{ type: "paragraph", content: [{ type: "text", text, marks: [{ type: "link", attrs: { href: text } }] }] }] },
    customfield_10001: { [text]: text },
    status: { name: text },
    project: { key: text, name: text },
    assignee: { displayName: text, emailAddress: `${text}@example.org`, accountId: text },
    labels: [text],
    comment: { comments: [{ author: { displayName: text }, body: text }] },
  },
});

export const badInputs = [
  { name: "nothing", text: "", refused: "empty" },
  { name: "white space", text: " \r\n\t", refused: "empty" },
  { name: "no JSON", text: '{"key": WEB-1, "mail": "mia@example.org"}', refused: "malformed" },
  { name: "what only looks like JSON", text: "{mia@example.org}", holds: "EMAIL_ADDRESS" },
  { name: "truncated JSON", text: '{"key": "WEB-1", "fields": {"summary": "mia@exam', refused: "malformed" },
  { name: "10 MB of one letter", text: "a".repeat(10_000_000) },
  { name: "100,000 nested arrays", text: "[".repeat(100_000) + "]".repeat(100_000), refused: "malformed" },
  { name: "lone surrogates", text: "mail \ud800 mia@example.org \udc00", holds: "mail \ufffd EMAIL_ADDRESS \ufffd" },
  { name: "a byte order mark", text: '\ufeff{"key": "WEB-1", "fields": {"summary": "mia@example.org"}}', holds: "EMAIL_ADDRESS" },
  { name: "CRLF", text: "one\r\nmia@example.org\r\nthree", holds: "EMAIL_ADDRESS" },
  { name: "NUL bytes", text: "a\0b mia@example.org \0", holds: "EMAIL_ADDRESS" },
  { name: "scripts in every field", text: JSON.stringify(issue(hostile)) },
  { name: "scripts as text", text: hostile },
  { name: "scripts in storage format", text: `<p>${hostile}</p><ac:structured-macro ac:name="html"><ac:plain-text-body><![CDATA[${hostile}]]></ac:plain-text-body></ac:structured-macro>` },
  { name: "right-to-left and combining", text: "\u202eabc \u05e9\u05dc\u05d5\u05dd mia@example.org e\u0301\u0302\u0303 \u200f\u0645\u0631\u062d\u0628\u0627", holds: "EMAIL_ADDRESS" },
];

/** The first bytes of a PNG image, and some more. */
export const image = Buffer.from("89504e470d0a1a0a0000000d4948445200000001000000010806000000", "hex");
