import { parsePerson } from "../ticket/parse-person";
import { type Directory, matchTechnician } from "./match-technician";

/**
 * Which printed values name a technician: the second signal of weak labels. A reading cannot wait for the directory, so it
 * asks, the answers are looked up by key, and it reads once more: only on pages that have such a label at all.
 */
export function createKnownValues(directory: Directory) {
  const known = new Map<string, boolean>();
  return {
    isKnown(value: string): boolean {
      if (!known.has(value)) known.set(value, false);
      return known.get(value) === true;
    },
    /** Looks up what was asked. @returns whether anything of it is known */
    async lookUp(): Promise<boolean> {
      for (const value of known.keys()) {
        const person = parsePerson(value);
        if (person) known.set(value, (await matchTechnician(person, directory)).kind === "match");
      }
      return [...known.values()].includes(true);
    },
  };
}
