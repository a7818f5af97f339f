import { normaliseIdentity } from "../../../lib/offer/identity";
import type { Directory } from "../../../lib/offer/match-technician";
import { type IdentityEntry, identitiesOf, Technician } from "../../../lib/offer/technician";

export type Given = Partial<Technician> & Pick<Technician, "email">;

/** A directory in memory, with no more than its interface promises. */
export function directoryOf(...given: Given[]): Directory {
  const technicians = new Map<string, Technician>();
  const identities = new Map<string, IdentityEntry[]>();
  for (const technician of given.map((entry) => Technician.parse(entry))) {
    const email = normaliseIdentity(technician.email);
    technicians.set(email, technician);
    for (const { text, kind } of identitiesOf(technician)) {
      if (kind !== "email") identities.set(text, [...(identities.get(text) ?? []), { email, kind }]);
    }
  }
  return {
    async find(emails, texts) {
      return { technicians: only(technicians, emails), identities: only(identities, texts) };
    },
  };
}

function only<T>(all: ReadonlyMap<string, T>, keys: readonly string[]): Map<string, T> {
  return new Map([...all].filter(([key]) => keys.includes(key)));
}
