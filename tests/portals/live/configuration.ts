import type { Person } from "./products";

/** Whom tickets of the live portals belong to. */
export const TESS: Person = { login: "tess", name: "Tess Tech", email: "tess@example.com" };
export const ROB: Person = { login: "rob", name: "Rob Remote", email: "rob@example.com" };
export const CLEO: Person = { login: "cleo", name: "Cleo Caller", email: "cleo@example.com" };

/** A configuration document for a live portal, whose product is recognised by its pages. */
export function liveConfiguration(portal: { origin: string }): object {
  return {
    version: 1,
    portals: [{ id: "live", name: "Live", origin: portal.origin }],
    technicians: [TESS, ROB, CLEO].map(({ login, name, email }) => ({
      email,
      name,
      aliases: [login],
      link: `https://cal.com/${login}`,
    })),
  };
}
