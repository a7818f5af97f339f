/**
 * One spelling for every e-mail address, alias, login and name, so that they can be compared and used as keys:
 * compatibility forms, case, white space and invisible marks make no difference.
 * @see https://unicode.org/reports/tr15/ (NFKC)
 */
export function normaliseIdentity(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, "")
    .toLowerCase()
    .normalize("NFC")
    .replace(/\s+/g, " ")
    .trim();
}
