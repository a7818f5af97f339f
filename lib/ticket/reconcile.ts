import { normaliseIdentity } from "../offer/identity";
import type { Person } from "./ticket";

/**
 * One person out of what the page prints and what the lookup tells. The lookup only completes: where the two have no
 * word in common the page has changed before its server has, or after, and what is printed stands alone. Otherwise a
 * name from here and an address from there would be somebody who does not exist.
 */
export function reconcile(printed: Person | null, told: Person | null): Person | null {
  if (!printed || !told) return printed ?? told;
  if (!agree(printed, told)) return printed;
  const toldLogin = told.login === told.name ? null : told.login; // a single word may be a name
  return {
    name: printed.name ?? told.name,
    login: toldLogin ?? printed.login ?? told.login,
    email: printed.email ?? told.email,
    phone: printed.phone ?? told.phone,
  };
}

function agree(printed: Person, told: Person): boolean {
  if (printed.email && told.email) return normaliseIdentity(printed.email) === normaliseIdentity(told.email);
  const words = wordsOf(told);
  return [...wordsOf(printed)].some((word) => words.has(word));
}

/** The words of a name and a login, and of an address before its "@". */
function wordsOf({ name, login, email }: Person): Set<string> {
  const texts = [name, login?.split("@")[0], email?.split("@")[0]];
  const all = texts.flatMap((text) => normaliseIdentity(text ?? "").match(/[\p{L}\p{M}\p{N}]+/gu) ?? []);
  return new Set(all.filter((word) => word.length > 1 || /\p{Lo}/u.test(word)));
}
