// The few sentences that must be there when the page module, which holds all others, is not.

const table = {
  en: {
    broken: "This page stopped working. Nothing was saved since your last save; what you had changed is kept.",
    absent: "This page could not be loaded. Nothing was changed. Whoever runs this site finds the cause in the error that it was told.",
    reload: "Reload",
    alone: "This page stands in a frame of another one, and shows nothing by itself.",
    foreign: "This page cannot be shown here: the page around it is not on its list of hosts.",
  },
};

/**
 * The sentences in a locale, or in English.
 * @param {string} [locale]
 */
export function words(locale = "en") {
  return table[locale] ?? table[locale.split("-")[0]] ?? table.en;
}
