import { i18n } from "#i18n";

/**
 * The locale for dates and numbers: the person's own region of the language that the extension speaks. Latin digits
 * throughout, since numbers inside our sentences, addresses and links have them.
 */
export function uiLocale(): string {
  const language = i18n.t("meta.locale");
  const own = navigator.languages.find((tag) => tag.split("-")[0] === language) ?? language;
  return new Intl.Locale(own, { numberingSystem: "latn" }).toString();
}

/** Writing direction of the language that the extension speaks. */
export function uiDirection(): "ltr" | "rtl" {
  return i18n.t("meta.direction") === "rtl" ? "rtl" : "ltr";
}
