import * as z from "zod/mini";
import type { Known } from "../settings/known";
import { normaliseIdentity } from "./identity";
import { MAX_LINK_LENGTH } from "./link";

const name = z.string().check(z.trim(), z.maxLength(200));

/** A person who can be called (design.md 3.1). */
export const Technician = z.looseObject({
  email: z.string().check(z.trim(), z.maxLength(254), z.email()),
  name: z._default(name, ""),
  aliases: z._default(z.array(name.check(z.minLength(1))).check(z.maxLength(50)), []),
  /** The booking link; empty when there is none yet. */
  link: z._default(z.string().check(z.trim(), z.maxLength(MAX_LINK_LENGTH)), ""),
});
export type Technician = Known<z.infer<typeof Technician>>;

/** How a text names a technician; the strongest comes first. */
const identityKinds = ["email", "alias", "login", "name"] as const;
export type IdentityKind = (typeof identityKinds)[number];

/** One way in which a normalised text names a technician. */
export const IdentityEntry = z.object({ email: z.string(), kind: z.enum(identityKinds) });
export type IdentityEntry = z.infer<typeof IdentityEntry>;

/** All texts that name a technician, normalised, each with its kind. The login is the local part of the address. */
export function identitiesOf(technician: Technician): { text: string; kind: IdentityKind }[] {
  const email = normaliseIdentity(technician.email);
  const identities = [
    { text: email, kind: "email" as const },
    ...technician.aliases.map((alias) => ({ text: normaliseIdentity(alias), kind: "alias" as const })),
    { text: email.slice(0, email.lastIndexOf("@")), kind: "login" as const },
    { text: normaliseIdentity(technician.name), kind: "name" as const },
  ];
  return identities.filter(({ text }) => text !== "");
}
