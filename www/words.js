// The few sentences that must be there when the page module, which holds all others, is not. A row for each of its locales: a test
// holds these rows to those of src/ui/locale.

const table = {
  en: {
    title: "Data contribution",
    broken: "This page stopped working. Your last save stands, and what you had changed since is kept.",
    absent: "This page could not be loaded. Nothing was changed. Whoever runs this site finds the cause in the error that it was told.",
    reload: "Reload",
    alone: "This page stands in a frame of another one, and shows nothing by itself.",
    foreign: "This page cannot be shown here: the page around it is not on its list of hosts.",
  },
};

/** The sentences in a locale, or in English. */
export const words = (locale) => table[chosen(table, locale)];

/**
 * The row for a tag: of the locale itself, of its language, else English.
 * @param {object} rows
 * @param {string} [locale]
 */
export function chosen(rows, locale) {
  const tag = String(locale ?? "en").toLowerCase();
  return [tag, tag.split("-")[0]].find((id) => Object.hasOwn(rows, id)) ?? "en";
}

/** The locales there are. */
export const locales = () => Object.keys(table);
