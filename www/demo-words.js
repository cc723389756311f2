// The words around the page in the demo, a row for each locale of the page: a test holds these rows to those of src/ui/locale.
import { chosen } from "./words.js";

const table = {
  en: {
    language: "English",
    demo: "Demo",
    about: "Demo: invented data; saving stays in this browser.",
    plan: "Plan",
    size: "Size",
    small: "One space",
    usual: "Eight spaces",
    large: "10,000 spaces",
    theme: "Theme",
    auto: "As the system",
    light: "Light",
    dark: "Dark",
    locale: "Language",
    "take-tour": "Take the tour",
    "start-over": "Start over",
    back: "Back",
    next: "Next",
    done: "Done",
    end: "End the tour",
    step: (step, all) => `Step ${step} of ${all}`,
    tour: {
      original: ["A record, as your team knows it", "This is an invented work item. Marked is what identifies somebody or gives something away. Nothing of it leaves this browser."],
      metadata: ["Lane 1: metadata", "Numbers and labels about the record, such as its status or how readable it is. On some plans they always leave; the setting above says which."],
      "in-app-data": ["Lane 2: in-app data", "Text that people wrote, after what identifies somebody was taken out or replaced. It leaves only where the setting and its exceptions say so."],
      stays: ["Lane 3: what stays", "Everything else, with the reason for each field: ids, links, secrets, and whatever nobody has decided about."],
      settings: ["Now decide", "Flip a switch and watch the lanes change. Nothing is saved before you press Save changes, and in this demo a save stays in this browser."],
    },
  },
};

/** The words in a locale, or in English; `id` says which. */
export function demoWords(locale) {
  const id = chosen(table, locale);
  return { id, ...table[id] };
}

/** The locales there are, each by its own name. */
export const languages = () => Object.entries(table).map(([id, { language }]) => [id, language]);
