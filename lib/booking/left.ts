import { fieldsOfUrl } from "../ledger/fields";
import type { LedgerField, Purpose } from "../ledger/leaving";
import { noteLeaving } from "../ledger/ledger";

import type { Message } from "./sender";

type About = { portal: string; ticket: { number: string } } | null;

/** Notes that an address is opened, or taken along, with all that it says. */
export function noteUrl(url: string, purpose: Purpose, about: About): void {
  if (!URL.canParse(url)) return;
  const { host } = new URL(url);
  noteLeaving({ host, purpose, ticket: ticketOf(about), fields: fieldsOfUrl(new URL(url)) });
}

/** Notes that an address is opened that lets in whoever knows it: that it was, and not what it is. */
export function noteSecretUrl(url: string, purpose: Purpose, about: About): void {
  const fields: LedgerField[] = [{ name: "page", value: null }];
  noteLeaving({ host: new URL(url).host, purpose, ticket: ticketOf(about), fields });
}

/** Notes that a draft goes to the mail program, or is taken along: to whom it is, and what it says. */
export async function draftTaken(
  { number, fields }: Message<"draftTaken">,
  { id: portal }: { id: string },
): Promise<void> {
  noteLeaving({ host: "mailto", purpose: "mail", ticket: { portal, number }, fields });
}

function ticketOf(about: About) {
  return about && { portal: about.portal, number: about.ticket.number };
}
