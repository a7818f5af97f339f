/**
 * The form in which labels and values are compared: without invisible and bidirectional marks, white space folded,
 * without a colon or star at the end, and without the differences of upper and lower case.
 */
export function fold(text: string): string {
  return tidy(text)
    .replace(/(?:\s*[:：*])+$/, "")
    .toLowerCase()
    .replace(/\u0307/g, "") // what lower case leaves of the Turkish dotted I
    .replace(/ı/g, "i")
    .replace(/ς/g, "σ")
    .replace(/ß/g, "ss")
    .normalize("NFD")
    .replace(/(\p{Script=Greek})\u0301/gu, "$1") // Greek capitals are written without accents
    .normalize("NFC");
}

/** A text as it is shown: invisible and bidirectional marks dropped, white space folded. */
export function tidy(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}
