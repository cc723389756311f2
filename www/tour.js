// A short walk through the record and the three lanes. It looks at the page through its open shadow root and changes nothing.

const STEPS = [
  { lane: "original", title: "A record, as your team knows it", text: "This is an invented work item. Marked is what identifies somebody or gives something away. Nothing of it leaves this browser." },
  { lane: "metadata", title: "Lane 1: metadata", text: "Numbers and labels about the record, such as its status or how readable it is. On some plans they always leave; the setting above says which." },
  { lane: "in-app-data", title: "Lane 2: in-app data", text: "Text that people wrote, after what identifies somebody was taken out or replaced. It leaves only where the setting and its exceptions say so." },
  { lane: "stays", title: "Lane 3: what stays", text: "Everything else, with the reason for each field: ids, links, secrets, and whatever nobody has decided about." },
  { lane: "settings", title: "Now decide", text: "Flip a switch and watch the lanes change. Nothing is saved before you press Save changes, and in this demo a save stays in this browser." },
];

/**
 * Shows the steps one by one.
 * @param {HTMLElement} element The page.
 * @param {HTMLElement} opener Gets the focus back.
 */
export function tour(element, opener) {
  document.querySelector(".tour")?.remove();
  const card = document.body.appendChild(make("section", { className: "tour" }));
  const ring = document.body.appendChild(make("div", { className: "tour__ring" }));
  const count = make("p", { className: "tour__count" });
  const title = make("h2", { className: "tour__title", tabIndex: -1, id: "tour-title" });
  const text = make("p", { className: "tour__text" });
  const back = make("button", { type: "button", textContent: "Back" });
  const next = make("button", { type: "button" });
  const close = make("button", { type: "button", textContent: "End the tour" });
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
    count.textContent = `Step ${step + 1} of ${STEPS.length}`;
    title.textContent = STEPS[step].title;
    text.textContent = STEPS[step].text;
    back.disabled = step === 0;
    next.textContent = step === STEPS.length - 1 ? "Done" : "Next";
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    target()?.scrollIntoView({ block: "start", behavior: calm ? "auto" : "smooth" });
    title.focus({ preventScroll: true });
    place();
  }

  /** Found anew each time: a changed preview draws its lanes again. */
  function target() {
    const { lane } = STEPS[step];
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
