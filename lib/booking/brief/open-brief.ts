import { browser } from "wxt/browser";
import type { Booking } from "../store/booking";
import { bookings } from "../store/bookings";
import { phaseOf } from "./start-text";

/** Name of the keyboard command. */
export const OPEN_BRIEF = "open-brief";

/** Shows the brief of a booking, in the tab that has it already or in a new one; without a booking it says that there is none. */
export async function openBrief(booking: string | null): Promise<void> {
  const query = booking === null ? "" : `?booking=${booking}`;
  const url = browser.runtime.getURL(`/brief.html${query}` as "/brief.html");
  const [open] = await browser.tabs.query({ url });
  if (open?.id === undefined) await browser.tabs.create({ url });
  else await browser.tabs.update(open.id, { active: true });
}

/** Opens the brief when its keys are pressed. */
export function listenToCommand(): void {
  const commands: typeof browser.commands | undefined = browser.commands; // none in Firefox for Android
  commands?.onCommand.addListener(async (command) => {
    if (command === OPEN_BRIEF) await openBrief((await currentCall(new Date()))?.id ?? null);
  });
}

/** The call that is running, or else the next one; `null` when there is none. */
async function currentCall(now: Date): Promise<Booking | null> {
  const { bookings: ahead } = await bookings.list({ group: "upcoming", limit: 50 }, now);
  const open = ahead.filter(({ mark, start }) => mark === null && start !== null);
  const byStart = open.toSorted((a, b) => Date.parse(a.start ?? "") - Date.parse(b.start ?? ""));
  const running = byStart.findLast((call) => phaseOf(call, now.getTime()) === "running");
  return running ?? byStart[0] ?? null;
}
