import { normaliseIdentity } from "../../lib/offer/identity";
import type { Technician } from "../../lib/offer/technician";

/** A search over name, e-mail, aliases and link; every word has to occur. The texts are prepared once. */
export function searchTechnicians(
  technicians: readonly Technician[],
): (query: string) => readonly Technician[] {
  let texts: string[] | null = null;
  return (query) => {
    const words = normaliseIdentity(query).split(" ").filter(Boolean);
    if (words.length === 0) return technicians;
    texts ??= technicians.map(({ name, email, aliases, link }) =>
      normaliseIdentity([name, email, link, ...aliases].join("\n")),
    );
    const prepared = texts;
    return technicians.filter((_, at) => words.every((word) => prepared[at]?.includes(word)));
  };
}
