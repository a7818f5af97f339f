import type { Person } from "./tickets";

/** An application to a casting call. */
export interface Application {
  id: number;
  applicant: { name: string; email: string; phone: string };
  role: string;
  status: string;
  sent: string;
}

/** Whose casting call it is, and who is signed in on its pages. */
export const caster: Person = { name: "Cleo Caster", email: "cleo@example.com" };

const NAMES = [
  "Ada Visitor",
  "John Doe",
  "Mina Okafor",
  "Luis Herrera",
  "Yuki Tanaka",
  "Elif Demir",
  "Noor Haddad",
  "Jonas Weber",
  "Priya Nair",
  "Marta Kowalska",
  "Tom Lindqvist",
  "Zoë Martin",
];
const ROLES = ["Hamlet", "Ophelia", "Horatio", "Gertrude", "Laertes"];
const STATES = ["New", "Shortlisted", "Callback", "New"];

/** As many applications as asked for. The third of each dozen names no address, only a name. */
export function createApplications(count: number): Application[] {
  return Array.from({ length: count }, (_, at) => {
    const round = Math.floor(at / NAMES.length);
    const name = `${pick(NAMES, at)}${round === 0 ? "" : ` ${round + 1}`}`;
    const email = at % NAMES.length === 2 ? "" : `${slug(name)}@example.com`;
    return {
      id: at + 1,
      applicant: { name, email, phone: at % NAMES.length === 0 ? "+1 555 0101" : "" },
      role: pick(ROLES, at),
      status: pick(STATES, at),
      sent: `${1 + (at % 28)} Oct 2026`,
    };
  });
}

function pick(all: readonly string[], at: number): string {
  return all[at % all.length] ?? "";
}

function slug(name: string): string {
  const [first = "", ...rest] = name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().split(" ");
  return [first, rest.find((word) => /^\d+$/.test(word))].filter(Boolean).join("");
}
