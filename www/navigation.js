// Which part of the page the reader looks at, told to the host, so that its address can say it.

/** A part counts as looked at when it crosses this line of the window: a quarter from its top. */
const LINE = "-25% 0px -75% 0px";

export class Navigation {
  #view;
  #observer;

  /**
   * @param {HTMLElement} root Its parts carry `data-section`.
   * @param {string | undefined} view What the host asked for.
   * @param {(view: string) => void} tell
   */
  constructor(root, view, tell) {
    this.#view = view;
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

  /** The host asks for another part and needs not be told of it. */
  follow(view) {
    this.#view = view;
  }

  end() {
    this.#observer.disconnect();
  }
}
