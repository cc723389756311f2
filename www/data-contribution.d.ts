// The public types of data-contribution.js. The shapes that cross a border have JSON schemas in schema/.

/**
 * Loads both modules and starts the engine. Safe to call twice at once; what the first call says holds, so call it before `define` where
 * it says something. Rejects where the engine cannot start; the settings work without it.
 */
export function load(options?: LoadOptions): Promise<void>;
/** Defines the element (without a DOM: nothing), as `data-contribution` if no tag is given. Importing the module defines nothing. */
export function define(tag?: string): void;
/** Mounts the page inside a host element without defining an element. Events are fired inside the host and bubble through it. */
export function mount(host: Element, options?: Options): Promise<Handle>;
/** What stands in a text. Needs no page. With `candidates` also what scored too little to count, and why. */
export function detect(text: string, options: DetectOptions & { candidates: true }): Promise<Detection>;
export function detect(text: string, options?: DetectOptions & { candidates?: false }): Promise<Finding[]>;
/** What would become of a record, or of several. A string is read as the engine reads a file: JSON, storage format or plain text. */
export function preview(record: string | object | unknown[] | undefined, options?: PreviewOptions): Promise<Preview>;
/**
 * Reads the records of a file in a worker of its own: JSON Lines, one JSON document with a list (an array, a search page), Jira's CSV;
 * UTF-8, or UTF-16 with its mark; also packed as gzip. Memory is bounded. Leaving the loop early ends the worker. The last item
 * carries the aggregate: `deid batch` gives the same.
 */
export function batch(file: Blob, options?: BatchOptions): AsyncGenerator<BatchProgress, void, void>;
/** Every id in use. */
export function catalog(): Promise<Catalog>;
/** What lives at the moment, and the bytes of the page module's memory: for tests. */
export function live(): { surfaces: number; workers: number; memory: number };
/** Breaks the page module on purpose: for tests. Every page then shows its message with "Reload". */
export function breakPage(): Promise<void>;

/** Keeps settings in this browser. A save that the browser does not keep is rejected with code "unconfirmed". */
export function localStorageAdapter(key?: string): Adapter;
/** Keeps settings as long as the page lives. */
export function memoryAdapter(initial?: Partial<Loaded>): Adapter;
/**
 * Keeps settings behind one address. GET answers `{ settings, audit? }` with an ETag, or 404 where nothing was saved yet; PUT takes
 * `{ settings, note }` with If-Match (`If-None-Match: *` for the first save) and answers with the new ETag, or 412 for a conflict.
 * Reading is repeated after a fault, writing only after a 429: where the answer to a save does not arrive, the adapter reads
 * again, and reports the save only if the server holds it. schema/openapi.json describes the wire.
 */
export function httpAdapter(options: {
  url: string | URL;
  headers?: Record<string, string>;
  /** For tests: what to use in the place of the browser's own. */
  fetch?: typeof fetch;
  wait?: (milliseconds: number) => Promise<void>;
  now?: () => number;
}): Adapter;

export type WasmSource = string | URL | Response | WebAssembly.Module;

export interface LoadOptions {
  /** Where a copy of this package's folder lies, if not beside this module. Another origin must answer with Access-Control-Allow-Origin. */
  base?: string | URL;
  /** The page module; by default in that folder. */
  page?: WasmSource;
  /** The engine module; by default in that folder. */
  engine?: WasmSource;
  /** The worker script. Must be on the page's own origin; by default in that folder. */
  worker?: string | URL;
  /** What integrity.json says, or a part of it: values by the names of files. What is fetched and does not fit is not used. */
  integrity?: Record<string, string>;
}

export interface Options {
  organization?: Organization;
  /** Several organizations: an overview shows their settings side by side, and the page shows one of them, at first the first. */
  organizations?: Organization[];
  /** Where settings are kept. Without one nothing is loaded, and a save fails unless a `dc-save` listener answers it. */
  adapter?: Adapter;
  policy?: Policy;
  samples?: unknown[];
  locale?: string;
  theme?: "auto" | "light" | "dark";
  readonly?: boolean;
  /** The instant to decide for, in RFC 3339; by default the clock's. */
  now?: string;
  /** What pseudonyms are made of, so that demos and tests repeat themselves. */
  seed?: string;
  /** How many customers use which words: what `deid sketch` wrote, as text or object. Without one the records at hand stand in. */
  reference?: FrequencySketch | string;
  /** Deep link: the id of a section. `dc-navigate` tells when the reader has come to another one. */
  view?: string;
}

export interface Handle {
  update(patch: Options): void;
  /** The settings as shown, unsaved changes included; null until the page is mounted. */
  settings(): Settings | null;
  isDirty(): boolean;
  focus(): void;
  /** Frees everything. */
  unmount(): void;
}

/** The element. Attributes: `locale`, `theme`, `readonly`, `view`. */
export interface DataContributionElement extends HTMLElement, Options {
  readonly: boolean;
  readonly settings: Settings | null;
  readonly isDirty: boolean;
  discard(): void;
}

export interface DataContributionEventMap {
  /** The page is interactive. */
  "dc-ready": CustomEvent<null>;
  "dc-change": CustomEvent<{ draft: Settings; isDirty: boolean }>;
  /** Cancelable. `respondWith` answers in the adapter's place; `preventDefault` alone forbids the save. */
  "dc-save": SaveEvent;
  "dc-saved": CustomEvent<{ settings: Settings; revision: string }>;
  "dc-navigate": CustomEvent<{ view: string }>;
  "dc-error": CustomEvent<{ code: string; message: string; fatal: boolean }>;
}

export interface SaveEvent extends CustomEvent<{ settings: Settings; revision: string | null; note?: string; entry?: AuditEntry }> {
  respondWith(answer: Promise<{ revision: string }>): void;
}

export interface Adapter {
  /** `settings` and `revision` are null where nothing was saved yet. */
  load(): Promise<Loaded>;
  /** A save against a stale revision rejects with `{ code: "conflict", current: { settings, revision } }`. */
  save(settings: Settings, about: { revision: string | null; note?: string; entry?: AuditEntry }): Promise<{ revision: string }>;
  /** Where several organizations are given: the adapter of each. Without it only the first organization can be read. */
  of?(organization: string): Adapter;
}

export interface Loaded {
  settings: Settings | null;
  revision: string | null;
  audit?: AuditEntry[];
}

export interface AuditEntry {
  at: string;
  by: string;
  plan: Plan;
  settings: Settings;
  note: string;
  receiptDigest: string;
}

export interface DetectOptions {
  /** Names of people who are known to be in the record that the text comes from. */
  people?: string[];
  /** The least score that counts, 0 to 100; by default the policy's. A kind's own threshold in the policy goes before it. */
  threshold?: number;
  policy?: Policy;
}

export interface Detection {
  findings: Finding[];
  /** In order, disjoint, beside every finding. The last reason of each says which score would do. */
  candidates: Finding[];
}

export interface PreviewOptions {
  organization?: Organization;
  /** The plan of an organization that is not given. */
  plan?: Plan;
  settings?: Settings;
  policy?: Policy;
  now?: string;
  seed?: string;
  /** The pseudonym key, 64 hexadecimal digits. */
  key?: string;
  /** The id of a sample record, where no record is given. */
  sample?: string;
  format?: "auto" | "jira" | "confluence" | "jsm" | "adf" | "text";
}

/**
 * What rejected promises carry, and `dc-error` tells. `code` is one of: empty, not-text (`offset`), malformed (`line`, `column`,
 * `fault`), no-record (`pointer`, `expected`), document (`which`, `place`, `demand`, `offset`), unknown-sample, malformed-key, request, reference (`demand`);
 * engine-timeout, engine-trap, engine-start, superseded, stopped; not-found (`status`), server-status (`status`), unreachable, wrong-type,
 * integrity, bad-module, no-webassembly, csp-wasm, csp-connect, csp-script, worker-load, worker-origin, worker-blocked, load-samples;
 * page-broke, panic; conflict (`current`), unconfirmed, offline, forbidden, server (`status`), canceled, no-adapter. The message says how
 * to mend it. No error carries record text.
 */
export interface Failure extends Error {
  code: string;
}

export type Plan = "free" | "standard" | "premium" | "enterprise";
export type Switch = "on" | "off";
export type Lane = "metadata" | "in-app-data";

export interface Settings {
  version: 1;
  metadata: Switch;
  inAppData: { coverage: Switch; exceptions: { kind: "space" | "app" | "connector"; id: string }[] };
}

export interface Organization {
  id: string;
  name: string;
  admin?: string;
  plans: { app: string; plan: Plan; trial?: boolean; until?: string }[];
  defaults?: { metadata?: Switch; inAppData?: Switch };
  exclusions?: string[];
  apps?: { id: string; name: string }[];
  spaces?: { id: string; key: string; name: string; app: string; labels?: string[]; description?: string }[];
  connectors?: { id: string; name: string }[];
}

/** schema/policy.json says what may stand in it. What is left out keeps its default. */
export interface Policy {
  version?: 1;
  threshold?: number;
  /** By entity id. */
  entities?: Record<string, { enabled?: boolean; threshold?: number }>;
  /** By the id of a built-in recognizer. */
  recognizers?: Record<string, { enabled: boolean }>;
  /** Where texts come from, ISO 3166-1 alpha-2. */
  countries?: string[];
  /** Never found. */
  allow?: ({ text: string; ignoreCase?: boolean } | { pattern: string })[];
  /** Always found, as whole words in any case. */
  deny?: { text: string; entity?: string; label?: string }[];
  customRecognizers?: {
    id: string;
    entity?: string;
    label?: string;
    pattern: string;
    score?: number;
    context?: string[];
    check?: "luhn" | "mod97" | "mod11-10" | "verhoeff" | "iban" | "payment-card" | "mixed";
  }[];
  [member: string]: unknown;
}

export interface Finding {
  /** UTF-16 code units, as everywhere in JavaScript. */
  start: number;
  end: number;
  entity: string;
  class: string;
  score: number;
  recognizer: string;
  evidence: Evidence[];
}

/** schema/sketch.json */
export interface FrequencySketch {
  frequencySketch: 1;
  columns: number;
  least: number;
  digest: string;
  cells: Record<string, string>;
}

export interface Evidence {
  kind: string;
  /** What belongs to the kind: a check, a word of a list, a country. Never a copy of the text. */
  detail: string;
  /** The score once this reason counts; for `overlap` that of the loser. */
  score?: number;
}

export interface Candidate {
  /** In UTF-16 code units of the field's `text.original`. */
  text: [number, number];
  entity: string;
  score: number;
  recognizer: string;
  evidence: Evidence[];
}

export interface PreviewFinding extends Finding {
  /** JSON pointer of the text node inside the field's value that `start` and `end` count in. */
  node: string;
  part?: "key";
  continued?: { node: string; start: number; end: number }[];
  operator: string;
  replacement: string;
  assumption: boolean;
  text: { original: [number, number]; contributed?: [number, number] };
}

export interface Preview {
  /** `names`: which lexicon and tagger for names were there; null where they could not be loaded, and fewer names were found. */
  engine: { version: string; policyDigest: string; names: string | null };
  format?: string;
  records: {
    id: string;
    product: string | null;
    recordType: string;
    container?: string;
    fields: {
      path: string;
      label: string;
      lane: Lane | "none";
      decision: "contribute" | "withhold";
      reason: { code: string; [parameter: string]: unknown };
      attribute?: "identifier" | "quasi-identifier" | "sensitive" | "insensitive";
      assumption: boolean;
      original: unknown;
      contributed: unknown;
      text: { original: string; visible: number; contributed?: string };
      findings: PreviewFinding[];
      /** What scored too little to be found; absent where nothing did. */
      candidates?: Candidate[];
      steps: { kind: string; [parameter: string]: unknown }[];
    }[];
    contributed: {
      metadata: { attribute: string; derived?: string; value: unknown; from: string; sources?: string[]; evidence?: { detail: string; weight: number }[]; assumption: boolean }[];
      inAppData: unknown;
    };
  }[];
  risk: {
    records: number;
    quasiIdentifiers: string[];
    classes: { smallest: number; unique: number; sizes: [number, number][] };
    techniques: { operator: string; findings: number; risks: Record<"singlingOut" | "linkability" | "inference", "no" | "maybe-not" | "yes"> }[];
  };
  warnings: { code: string; path?: string }[];
}

export interface BatchOptions extends PreviewOptions {
  /** How many customers use which words: what `deid sketch` wrote. What cannot be used is refused with code "reference". */
  reference?: FrequencySketch | string;
  /** What is compared and counted. */
  options?: {
    /** Fields as the policy's rules name them; by default all that it calls quasi-identifiers and that could leave. */
    quasiIdentifiers?: string[];
    sensitive?: string;
    group?: string;
    value?: string;
    unit?: "person" | "space" | "organization";
  };
  parameters?: {
    quasiIdentifiers?: string[];
    k?: number;
    l?: number;
    t?: number;
    suppression?: number;
    epsilon?: number;
    delta?: number;
    mechanism?: "laplace" | "gaussian";
    groups?: number;
    records?: number;
    lowest?: number;
    highest?: number;
    /** Draws noise, once, from this; for a release it must be secret. Without it the aggregate holds bands only. */
    seed?: string;
  };
}

export interface BatchProgress {
  /** Records that were read, and records, lines or rows that could not be. */
  records: number;
  failed: number;
  /** The lines of the first 20 of them. */
  lines: number[];
  /** Whether the file ended in the middle of a record. */
  endsEarly: boolean;
  /** How much of the file has been read, in bytes; of a packed file, as it is packed. */
  bytes: number;
  total: number;
  /** Bytes per second, and seconds that the rest will take. */
  rate: number;
  secondsLeft: number | null;
  /** With the last item only. */
  aggregate?: Aggregate;
}

/** What is known of all records together. What a parameter that cannot be used leaves open is null, and `problems` says why. */
export interface Aggregate {
  source: { records: number; leaving: number; unread: number; endsEarly: boolean; types: Counted[]; warnings: Counted[] };
  found: Counted[];
  reasons: Counted[];
  fields: { id: string; label: string; contributed: number; withheld: number }[];
  classes: { records: number; count: number; smallest: number; unique: number; sizes: [number, number][]; curve: [number, number][] };
  problems: { code: string; demand: string }[];
  [member: string]: unknown;
}

export interface Counted {
  name: string;
  count: number;
}

/** schema/catalog.json says what stands in it. */
export interface Catalog {
  version: string;
  products: { id: string; name: string; scope: "spaces" | "connectors" | "organization"; recordTypes: string[]; samples: string[] }[];
  recordTypes: string[];
  formats: string[];
  plans: { id: Plan; name: string; metadata: "always" | Switch; inAppData: "always" | Switch }[];
  classes: string[];
  entities: { id: string; class: string; identifies: "direct" | "quasi" | "secret" | "sensitive" }[];
  recognizers: { id: string; entity: string; score: number; source: string }[];
  operators: { id: string; technique: string; risks: Record<string, string> }[];
  reasons: string[];
  attributes: string[];
  customFields: string[];
}

declare global {
  /** The events bubble, so they can be heard anywhere above the element. */
  interface GlobalEventHandlersEventMap extends DataContributionEventMap {}
  interface HTMLElementTagNameMap {
    "data-contribution": DataContributionElement;
  }
}
