// The page inside a frame: shows nothing and knows nothing until a host that is on its list has connected.
import { define, load } from "./data-contribution.js";
import { EVENTS, LONGEST, VERSION, options, read, tokens, told } from "./protocol.js";
import { words } from "./words.js";

const root = document.documentElement;
/** Origins that may connect; `self` is this page's own. The header frame-ancestors says who may frame it at all. */
const hosts = document.querySelector('meta[name="data-contribution-hosts"]').content.split(/\s+/).map((host) => (host === "self" ? location.origin : host));

let port;
let element;
const questions = new Map();
let lastQuestion = 0;

if (window.parent === window) say("alone");
else {
  addEventListener("message", connect);
  window.parent.postMessage({ type: "dc-hello", versions: [VERSION] }, "*");
  // What needs no data is fetched meanwhile.
  load().catch(() => {}); // the element says what is wrong
}

/** The first fitting offer wins; whatever comes after it, from whomever, is not looked at. */
function connect({ source, origin, data, ports }) {
  if (source !== window.parent || data?.type !== "dc-connect") return;
  if (!hosts.includes(origin) || data.version !== VERSION || ports.length !== 1) {
    const code = hosts.includes(origin) ? "version" : "origin";
    source.postMessage({ type: "dc-refused", code }, origin === "null" ? "*" : origin);
    say("foreign");
    return;
  }
  removeEventListener("message", connect);
  port = ports[0];
  port.onmessage = ({ data }) => hear(data);
  send({ type: "welcome", version: VERSION });
}

function hear(data) {
  if (typeof data === "string" && data.length > LONGEST.toGuest) return send({ type: "refused", code: "too-large", longest: LONGEST.toGuest });
  const message = read(data, LONGEST.toGuest, ["options", "answer", "viewport", "discard", "focus", "dispose"]);
  if (!message) return;
  if (message.type === "options") set(message);
  else if (message.type === "answer") answer(message);
  else if (message.type === "viewport") look(message);
  else if (message.type === "dispose") dispose();
  else element?.[message.type]();
}

/** The first options make the page; later ones change it. */
function set({ patch, tokens: map, adapter }) {
  for (const [name, value] of tokens(map)) root.style.setProperty(name, value);
  const known = options(patch);
  if ("theme" in known) root.style.colorScheme = known.theme === "dark" ? "dark" : "light";
  if ("locale" in known) root.lang = known.locale ?? "en";
  if (element) Object.assign(element, known);
  else open(known, adapter);
}

function open(known, adapter) {
  element = document.createElement("data-contribution");
  Object.assign(element, known);
  if (adapter === "one" || adapter === "many") element.adapter = { ...asking(), ...(adapter === "many" && { of: asking }) };
  for (const type of EVENTS) {
    element.addEventListener(type, ({ detail }) => {
      send({ type: "event", event: type, detail });
      tell();
    });
  }
  element.addEventListener("dc-ready", () => root.setAttribute("data-dc-ready", ""));
  define();
  document.querySelector("main").replaceChildren(element);
  new ResizeObserver(() => send({ type: "height", pixels: Math.ceil(element.getBoundingClientRect().height) })).observe(element);
}

/** What stands in for the host's adapter here. */
function asking(organization) {
  return {
    load: () => ask("load", { organization }).finally(tellSoon),
    save: (settings, about) => ask("save", { organization, settings, ...about }),
  };
}

/** Which part of the frame is in sight, in pixels. */
function look({ top, height }) {
  if (!(top >= 0 && height > 0)) return;
  root.toggleAttribute("data-dc-in-sight", true);
  const rest = Math.max(0, innerHeight - top - height);
  for (const [name, pixels] of Object.entries({ top, height, rest })) root.style.setProperty(`--frame-${name}`, `${Number(pixels)}px`);
}

/** The host answers for its adapter. */
function ask(type, about) {
  return new Promise((resolve, reject) => {
    const id = ++lastQuestion;
    questions.set(id, { resolve, reject });
    send({ type, id, ...about });
  });
}

function answer({ id, ok, error }) {
  const question = questions.get(id);
  questions.delete(id);
  if (error) question?.reject(Object.assign(new Error(), told(error)));
  else question?.resolve(ok);
}

function tell() {
  send({ type: "state", settings: element?.settings ?? null, isDirty: element?.isDirty ?? false });
}

/** What was loaded is in the page a moment later. */
function tellSoon() {
  setTimeout(tell);
}

function send(message) {
  const text = JSON.stringify(message);
  if (text.length <= LONGEST.toHost) port?.postMessage(text);
}

function dispose() {
  element?.remove();
  element = undefined;
  port.close();
}

function say(what) {
  const sentence = Object.assign(document.createElement("p"), { textContent: words(navigator.language)[what] });
  document.querySelector("main").replaceChildren(sentence);
}
