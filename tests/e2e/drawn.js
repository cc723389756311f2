/** Waits until the page has drawn nothing more for so many milliseconds: what must not hold up a press comes a task later. */
export const drawn = (page, quiet = 400) =>
  page.locator("data-contribution").first().evaluate(
    (element, quiet) =>
      new Promise((resolve) => {
        const watch = new MutationObserver(() => again());
        let timer;
        const again = () => {
          clearTimeout(timer);
          timer = setTimeout(() => resolve(watch.disconnect()), quiet);
        };
        watch.observe(element.shadowRoot, { subtree: true, childList: true, attributes: true, characterData: true });
        again();
      }),
    quiet,
  );
