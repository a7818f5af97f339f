import type { Person } from "../ticket/ticket";
import { normaliseIdentity } from "./identity";
import type { IdentityEntry, IdentityKind, Technician } from "./technician";

/** Where technicians are found by key, whatever the size of the directory. */
export interface Directory {
  /** The technicians with these normalised addresses, and what these normalised texts name; what is unknown is left out. */
  find(emails: readonly string[], texts: readonly string[]): Promise<DirectoryAnswer>;
}
interface DirectoryAnswer {
  technicians: ReadonlyMap<string, Technician>;
  identities: ReadonlyMap<string, readonly IdentityEntry[]>;
}

export type Match =
  | { kind: "match"; technician: Technician; by: IdentityKind }
  | { kind: "none" }
  | { kind: "ambiguous"; by: IdentityKind; emails: string[] };

/**
 * Finds the technician whom a printed person names: by e-mail, alias, login, name, in this order. Two at the same
 * step is no match; a step that contradicts what is printed (another address, another name) is no match either.
 */
export async function matchTechnician(person: Person, directory: Directory): Promise<Match> {
  const email = person.email && normaliseIdentity(person.email);
  const login = person.login && normaliseIdentity(person.login);
  const name = person.name && normaliseIdentity(person.name);
  const texts = [...new Set([email, login, name].filter((text): text is string => !!text))];
  const { technicians, identities } = await directory.find(email ? [email] : [], texts);

  const direct = email ? technicians.get(email) : undefined;
  if (direct) return { kind: "match", technician: direct, by: "email" };

  const steps: { by: IdentityKind; candidates: string[] }[] = [
    { by: "alias", candidates: named(identities, texts, "alias") },
    // With an address printed, only an alias may stand for somebody with another address.
    { by: "login", candidates: email || !login ? [] : named(identities, [login], "login") },
    { by: "name", candidates: email || !name ? [] : named(identities, [name], "name") },
  ];
  for (const { by, candidates } of steps) {
    if (candidates.length === 0) continue;
    if (candidates.length > 1) return { kind: "ambiguous", by, emails: candidates.sort() };
    const [found] = (await directory.find(candidates, [])).technicians.values();
    if (!found || (by === "login" && name && contradicts(found, name, login))) continue;
    return { kind: "match", technician: found, by };
  }
  return { kind: "none" };
}

function named(
  identities: DirectoryAnswer["identities"],
  texts: readonly string[],
  kind: IdentityKind,
): string[] {
  const entries = texts.flatMap((text) => identities.get(text) ?? []);
  return [...new Set(entries.filter((entry) => entry.kind === kind).map(({ email }) => email))];
}

/** A login alone may belong to a namesake elsewhere: when both names are known, they have to agree. */
function contradicts(technician: Technician, name: string, login: string | null): boolean {
  const known = normaliseIdentity(technician.name);
  return known !== "" && name !== login && known !== name;
}
