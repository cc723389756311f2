// A short walk through the record and the three lanes. It looks at the page through its open shadow root and changes nothing.

/** Where each step points, in order; its words are in demo-words.js. */
const STEPS = ["original", "metadata", "in-app-data", "stays", "settings"];

/**
 * Shows the steps one by one.
 * @param {HTMLElement} element The page.
 * @param {HTMLElement} opener Gets the focus back.
 * @param {ReturnType<import("./demo-words.js").demoWords>} words
 */
export function tour(element, opener, words) {
  document.querySelector(".tour")?.remove();
  const card = document.body.appendChild(make("section", { className: "tour" }));
  const ring = document.body.appendChild(make("div", { className: "tour__ring" }));
  const count = make("p", { className: "tour__count" });
  const title = make("h2", { className: "tour__title", tabIndex: -1, id: "tour-title" });
  const text = make("p", { className: "tour__text" });
  const back = make("button", { type: "button", textContent: words.back });
  const next = make("button", { type: "button" });
  const close = make("button", { type: "button", textContent: words.end });
  card.setAttribute("aria-labelledby", title.id);
  const row = make("div", { className: "tour__row" });
  row.append(close, back, next);
  card.append(count, title, text, row);
  const ended = new AbortController();
  let step = 0;

  back.addEventListener("click", () => show(step - 1));
  next.addEventListener("click", () => (step === STEPS.length - 1 ? end() : show(step + 1)));
  close.addEventListener("click", end);
  card.addEventListener("keydown", ({ key }) => key === "Escape" && end());
  for (const type of ["scroll", "resize"]) addEventListener(type, place, { passive: true, signal: ended.signal });
  show(0);

  function show(wanted) {
    step = wanted;
    count.textContent = words.step(step + 1, STEPS.length);
    [title.textContent, text.textContent] = words.tour[STEPS[step]];
    back.disabled = step === 0;
    next.textContent = step === STEPS.length - 1 ? words.done : words.next;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    target()?.scrollIntoView({ block: "start", behavior: calm ? "auto" : "smooth" });
    title.focus({ preventScroll: true });
    place();
  }

  /** Found anew each time: a changed preview draws its lanes again. */
  function target() {
    const lane = STEPS[step];
    return element.shadowRoot.querySelector(`section[data-lane="${lane}"], [data-section="${lane}"]`);
  }

  function place() {
    const box = target()?.getBoundingClientRect();
    ring.hidden = !box;
    if (!box) return;
    const [top, left, width, height] = [box.top - 6, box.left - 6, box.width + 12, box.height + 12].map((pixels) => `${pixels}px`);
    Object.assign(ring.style, { top, left, width, height });
  }

  function end() {
    ended.abort();
    card.remove();
    ring.remove();
    opener.focus();
  }
}

function make(tag, properties) {
  return Object.assign(document.createElement(tag), properties);
}
