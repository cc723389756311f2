// The response headers, written once: the server of this project reads them here, `make demo` and `make test` emit them as
// `dist/_headers` for static hosts, and `node scripts/headers.mjs nginx` prints them for nginx.

// The page: its own origin only, no inline code, and strings become markup or script addresses through one named policy.
const page = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types data-contribution",
];
// A host that puts the element into a page of its own needs no more than this. Styles are adopted, which style-src does not concern.
const portal = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types data-contribution",
];
// A host that frames embed.html runs no WebAssembly itself and starts no worker.
const framing = ["default-src 'none'", "script-src 'self'", "frame-src 'self'", "base-uri 'none'", "form-action 'none'", "require-trusted-types-for 'script'", "trusted-types 'none'"];
const policy = (...directives) => directives.join("; ");

// The first pattern that fits gives the value. A pattern is a path, or has one `*` at its beginning or its end.
const rules = {
  "Content-Security-Policy": [
    // The engine, which sees the records, reaches nothing at all, not even its own origin.
    ["/worker.js", policy("default-src 'none'", "script-src 'wasm-unsafe-eval'")],
    // Its service worker keeps the demo's static files, and needs to fetch them for that.
    ["/offline.js", policy("default-src 'none'", "connect-src 'self'")],
    // The iframe variant. Another host than its own: put its origin in the place of 'self'.
    ["/embed.html", policy(...page, "frame-ancestors 'self'")],
    // The harness shows the iframe variant, too.
    ["/harness.html", policy(...page, "frame-src 'self'", "frame-ancestors 'none'")],
    ["*.html", policy(...page, "frame-ancestors 'none'")],
    ["*", policy("default-src 'none'", "frame-ancestors 'none'")],
  ],
  "Cache-Control": [
    ["/assets/*", "public, max-age=31536000, immutable"],
    ["*", "no-cache"],
  ],
  "Content-Type": [
    ["*.wasm", "application/wasm"],
    ["*.bin", "application/octet-stream"],
    ["*.js", "text/javascript; charset=utf-8"],
    ["*.css", "text/css; charset=utf-8"],
    ["*.html", "text/html; charset=utf-8"],
    ["*.json", "application/json"],
    ["*.ts", "text/plain; charset=utf-8"],
    ["*.png", "image/png"],
    ["*.svg", "image/svg+xml"],
    ["*", "text/plain; charset=utf-8"],
  ],
};

/** The strictest policy that works, by what a host does: documented in www/docs/policies.md, and what tests/e2e runs under. */
export const policies = { portal: policy(...portal), static: policy(...page, "frame-ancestors 'none'"), iframe: policy(...page, "frame-ancestors 'self'"), framing: policy(...framing) };

const always = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Permissions-Policy": "camera=(), clipboard-read=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
};

function fits(pattern, path) {
  if (pattern.startsWith("*")) return path.endsWith(pattern.slice(1));
  return pattern.endsWith("*") ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
}

/** The headers of one path that differ from path to path. */
export function ruledHeaders(path) {
  const file = path.endsWith("/") ? `${path}index.html` : path;
  const value = (list) => list.find(([pattern]) => fits(pattern, file))[1];
  return Object.fromEntries(Object.entries(rules).map(([name, list]) => [name, value(list)]));
}

/** All headers of one path. */
export function headersFor(path) {
  return { ...always, ...ruledHeaders(path) };
}

/** The `_headers` file that many static hosts read. They merge all rules that fit, so no two of these set the same header. */
export function headersFile(paths) {
  const block = (path, headers) => [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join("\n");
  // Some hosts leave the name's end away: /index.html is /, /embed.html is /embed.
  const names = (path) => (path.endsWith(".html") ? [path, path.replace(/(index)?\.html$/, "")] : [path]);
  const each = paths.flatMap((path) => names(path).map((name) => block(name, ruledHeaders(path))));
  return `${[block("/*", always), ...each].join("\n\n")}\n`;
}

/** The same for nginx, to be included in the `http` block. */
export function nginx() {
  const variable = (name) => `$dc_${name.toLowerCase().replaceAll("-", "_")}`;
  const quoted = (value) => `"${value}"`;
  const key = (pattern) => {
    if (pattern === "*") return "default";
    const literal = pattern.replaceAll("*", "").replaceAll(".", "\\.");
    if (pattern.startsWith("*")) return quoted(`~${literal}$`);
    return pattern.endsWith("*") ? quoted(`~^${literal}`) : quoted(pattern);
  };
  const sent = Object.entries(rules).filter(([name]) => name !== "Content-Type");
  const maps = sent.map(([name, list]) => {
    const rows = list.map(([pattern, value]) => `  ${key(pattern)} ${quoted(value)};`);
    return [`map $uri ${variable(name)} {`, ...rows, "}"].join("\n");
  });
  const add = (name, value) => `  add_header ${name} ${value} always;`;
  return [
    ...maps,
    "server {",
    "  listen 127.0.0.1:8080;",
    "  root /srv/data-contribution; # the content of dist/",
    "  index index.html;",
    "  include mime.types; # must know application/wasm",
    "  charset utf-8;",
    "  gzip_static on; # and `brotli_static on;` where nginx has that module",
    ...Object.entries(always).map(([name, value]) => add(name, quoted(value))),
    ...sent.map(([name]) => add(name, variable(name))),
    "}",
    "",
  ].join("\n");
}

if (process.argv[1] === import.meta.filename && process.argv[2] === "nginx") process.stdout.write(nginx());
