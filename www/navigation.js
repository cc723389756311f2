// Which part of the page the reader looks at, told to the host, so that its address can say it.

/** Milliseconds during which a part that was asked for is kept in sight while the page around it is still being drawn. */
const HOLD = 5_000;
/** What the reader does to look elsewhere. */
const MOVES = ["wheel", "touchstart", "keydown", "pointerdown"];
/** A part counts as looked at when it crosses this line of the window: a quarter from its top. */
const LINE = "-25% 0px -75% 0px";

export class Navigation {
  #view;
  #observer;
  #root;
  #held = new AbortController();

  /**
   * @param {HTMLElement} root Its parts carry `data-section`.
   * @param {string | undefined} view What the host asked for.
   * @param {(view: string) => void} tell
   */
  constructor(root, view, tell) {
    this.#root = root;
    this.follow(view);
    this.#observer = new IntersectionObserver(
      (entries) => {
        const seen = entries.filter(({ isIntersecting }) => isIntersecting).at(-1)?.target.dataset.section;
        // Where a page opens is no step, and what the host asked for it knows.
        const known = this.#view === undefined || this.#view === seen;
        if (!seen) return;
        this.#view = seen;
        if (!known) tell(seen);
      },
      { rootMargin: LINE },
    );
    for (const part of root.querySelectorAll("[data-section]")) this.#observer.observe(part);
  }

  /** The host asks for another part, and needs not be told of it. */
  follow(view) {
    this.#view = view;
    this.#held.abort();
    const part = view === undefined ? null : this.#root.querySelector(`[data-section="${CSS.escape(view)}"]`);
    if (!part) return;
    // What is drawn above it later would push it away. Whoever moves the page has the last word.
    this.#held = new AbortController();
    const { signal } = this.#held;
    const sizes = new ResizeObserver(() => part.scrollIntoView());
    sizes.observe(this.#root);
    const timer = setTimeout(() => this.#held.abort(), HOLD);
    for (const type of MOVES) addEventListener(type, () => this.#held.abort(), { capture: true, passive: true, signal });
    signal.addEventListener("abort", () => {
      sizes.disconnect();
      clearTimeout(timer);
    });
  }

  end() {
    this.#held.abort();
    this.#observer.disconnect();
  }
}
