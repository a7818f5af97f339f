import { normaliseIdentity } from "../../offer/identity";
import { counting } from "../../settings/items";
import { technicianByEmail } from "../../settings/technicians";
import { dayIn } from "../../zoned-time";
import type { Message } from "../sender";
import { counters } from "./counters";
import { noteRefused } from "./refused";

/**
 * Counts a card for the portal whose page it stands on. Of the technician nothing is believed: an address that is not in
 * the directory is counted as nobody's.
 */
export async function countCard(
  portal: string,
  { step, technician }: Pick<Message<"countCard">, "step" | "technician">,
  now: Date,
): Promise<void> {
  if (!(await counting.read())) return;
  const known = await technicianByEmail(technician);
  const day = dayIn(now, Intl.DateTimeFormat().resolvedOptions().timeZone);
  try {
    await counters.add({ day, portal, technician: known ? normaliseIdentity(known.email) : "" }, step);
  } catch {
    await noteRefused(now); // nobody who opens a ticket has to know; the section says it
  }
}
