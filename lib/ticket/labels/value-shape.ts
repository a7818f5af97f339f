import { isEmail } from "../parse-person";
import { tidy } from "./fold";
import { specialValue } from "./words";

const LOGIN = "[^\\s<>()\"',;:/]{1,60}";
const NAME = '[^<>()\\[\\]{}"!?;:/|\\\\@#=+*→»›\\p{N}]{2,80}';
const PERSON = new RegExp(
  `^(?:${NAME}|${LOGIN} \\((${NAME})\\)|(${NAME}) \\(${LOGIN}\\)|(${NAME}) <${LOGIN}>)$`,
  "u",
);
/** A dot is part of an initial, a title or a login ("Dr. T. Tech", "t.tech"); anywhere else it ends a sentence. */
const SENTENCE = /\p{L}{4,}[.…](?:\s|$)|\.{2,}|[。！？]/u;
/** What fields say that nobody has filled in yet: "Select a user", "Bitte wählen". */
const PLACEHOLDER =
  /(?<!\p{L})(?:select|choose|pick|search|assign|reassign|edit|change|add|take|loading|please|bitte|auswählen|wählen|zuweisen|suchen|choisir|sélectionn\p{L}+|assigner|assign\p{L}r|selec\p{L}+|elegir|elija|asignar|atribuir|kies|toewijzen|selezion\p{L}+|assegna|wybierz|przypisz|välj|tilldela|vælg|velg|tildel|valitse|выбер\p{L}+|назначить|vyber\p{L}*|přiřadit|priradiť|válass\p{L}+|seç\p{L}*|ata|اختر|اختيار|בחר|בחירה|انتخاب|обер\p{L}+|вибер\p{L}+|επιλ\p{L}+|alege\p{L}*|избер\p{L}+|odaber\p{L}+|tria|pasirink\p{L}+|izber\p{L}+|chọn|pilih)(?!\p{L})|選択|选择|選擇|선택|เลือก/iu;
const MAX_WORDS = 6;

/**
 * A value as a person: "Tess Tech", "tess (Tess Tech)", "Tess Tech (tess)", "Tess Tech <tess@example.com>", an address, a
 * login, and "Tess Tech / Team" (osTicket). Sentences, dates, counts, paths and yes or no are no persons.
 */
export function asPerson(value: string): string | null {
  const text = tidy(value);
  const [, first] = /^([^/]+?) \/ [^/]+$/.exec(text) ?? [];
  if (first !== undefined) return asPerson(first);
  if (text.length > 160 || specialValue(text) !== null || /^https?:|^www\./i.test(text)) return null;
  if (isEmail(text)) return text;
  if (
    !/\p{L}/u.test(text) ||
    SENTENCE.test(text) ||
    PLACEHOLDER.test(text) ||
    text.split(" ").length > MAX_WORDS
  )
    return null;
  const isLogin = /^[\p{Ll}\d][\p{L}\d._-]*$/u.test(text) && /\p{L}{2}/u.test(text) && !/^\d/.test(text);
  const person = PERSON.exec(text);
  if (!person) return isLogin ? text : null;
  const inside = person.slice(1).find((name) => name !== undefined);
  return inside === undefined || specialValue(inside) === null ? text : null;
}

/** A value as a ticket's number: digits, perhaps behind letters: "123", "#123", "INC0010001", "HELP-12". */
export function asNumber(value: string): string | null {
  const [, number] = /^#?\s?((?:\p{Lu}[\p{Lu}\d]{0,14}[-#]?)?\d[\d-]{0,24})$/u.exec(tidy(value)) ?? [];
  return number ?? null;
}

/** A value as a line of text, such as a subject. */
export function asLine(value: string): string | null {
  const text = tidy(value);
  return text.length < 2 || text.length > 300 || specialValue(text) !== null ? null : text;
}
