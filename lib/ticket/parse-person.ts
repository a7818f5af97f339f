import type { Person } from "./ticket";

const EMAIL = /^[^\s@<>()"',;:]+@[^\s@<>()"',;:]+\.[^\s@<>()"',;:.]+$/;
const LOGIN = /^[^\s<>()"',;:]+$/;

/** Whether a text is one e-mail address and nothing else. */
export function isEmail(value: string): boolean {
  return EMAIL.test(value);
}

/**
 * Takes a printed person apart: "Tess Tech <tess@example.com>", "tess (Tess Tech)" (Request Tracker), "Tess Tech (tess)"
 * (Znuny), "John Doe (john@example.com)" (MyPortal), a bare address, a bare name, a bare login.
 * @param printed the text of a field, white space folded
 * @returns what the text says, nothing guessed; `null` when it says nobody
 */
export function parsePerson(printed: string | null): Person | null {
  const text = printed?.trim() ?? "";
  if (text === "") return null;
  const [, before, inside] = /^([^<>()]+?)\s*[<(]([^<>()]+)[>)]$/.exec(text) ?? [];
  if (before === undefined || inside === undefined) return parsePart(text);

  const [first, second] = [before.trim(), inside.trim()];
  if (isEmail(second)) return { name: first, login: null, email: second, phone: null };
  if (isEmail(first)) return { name: second, login: first, email: first, phone: null };
  if (LOGIN.test(first)) return { name: second, login: first, email: null, phone: null };
  if (LOGIN.test(second)) return { name: first, login: second, email: null, phone: null };
  return { name: text, login: null, email: null, phone: null };
}

function parsePart(text: string): Person {
  if (isEmail(text)) return { name: null, login: text, email: text, phone: null };
  return { name: text, login: LOGIN.test(text) ? text : null, email: null, phone: null };
}
