import { normaliseIdentity } from "../../offer/identity";
import type { Person, Ticket } from "../../ticket/ticket";

/** A mail to a ticket's watchers, to be sent by the person's own mail program. */
export interface MailDraft {
  addresses: string[];
  subject: string;
  /** Lines are separated by `\n`. */
  body: string;
}

/** Longest address that mail programs take (Outlook: 2,083 characters); longer ones are cut, or do nothing. */
const LONGEST = 2000;

/** The watchers who can be written to, each once, without those who know of the call anyway. */
export function watchersToTell(
  { watchers }: Pick<Ticket, "watchers">,
  others: readonly { email: string | null }[],
): string[] {
  const known = new Set(others.map(({ email }) => normaliseIdentity(email ?? "")));
  const addresses = new Map<string, string>();
  for (const { email } of watchers satisfies readonly Person[]) {
    const identity = normaliseIdentity(email ?? "");
    if (email && !known.has(identity) && !addresses.has(identity)) addresses.set(identity, email);
  }
  return [...addresses.values()];
}

/**
 * The draft as an address (RFC 6068). All of them in blind copy: watchers of a ticket need not know one another.
 * @returns `null` where it would be too long for mail programs
 */
export function mailtoOf({ addresses, subject, body }: MailDraft): string | null {
  const bcc = addresses.map(encodeURIComponent).join(",");
  const text = encodeURIComponent(body.replaceAll("\n", "\r\n"));
  const href = `mailto:?bcc=${bcc}&subject=${encodeURIComponent(subject)}&body=${text}`;
  return href.length <= LONGEST ? href : null;
}

/** The draft as a text to be pasted. */
export function draftText({ addresses, subject, body }: MailDraft): string {
  return `${addresses.join(", ")}\n\n${subject}\n\n${body}\n`;
}
