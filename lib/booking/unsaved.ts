import { browser } from "wxt/browser";
import * as z from "zod/mini";
import { NewBooking } from "./store/booking";
import { bookings } from "./store/bookings";
import { ToldChange } from "./store/change";

/**
 * Outcomes that the browser refused to store: the disk is full. They hold uids, so they go to session storage, which no
 * content script reads and which is in memory; each later write, and each start of the background, tries them again.
 */
const Unsaved = z.object({ booking: NewBooking, change: ToldChange, at: z.iso.datetime() });
/** Their keys are numbered: what was told first is stored first. */
const PREFIX = "unsaved:";
const isUnsaved = (key: string) => key.startsWith(PREFIX);

/** Keeps what a scheduler told until it can be stored. */
export async function keepUnsaved(booking: NewBooking, change: ToldChange, now: Date): Promise<void> {
  const unsaved: z.infer<typeof Unsaved> = { booking, change, at: now.toISOString() };
  await navigator.locks.request("callcard:unsaved", async () => {
    const before = Object.keys(await browser.storage.session.get(null))
      .filter(isUnsaved)
      .sort()
      .at(-1);
    const turn = before ? Number(before.slice(PREFIX.length)) + 1 : 1;
    await browser.storage.session.set({ [PREFIX + String(turn).padStart(9, "0")]: unsaved });
  });
}

/** Stores what is still to be stored, in the order in which it was told. @throws when the browser refuses again */
export async function saveUnsaved(): Promise<void> {
  const all = Object.entries(await browser.storage.session.get(null));
  for (const [key, raw] of all.sort(([one], [other]) => (one < other ? -1 : 1))) {
    const unsaved = isUnsaved(key) ? Unsaved.safeParse(raw).data : undefined;
    if (!unsaved) continue;
    await bookings.create(unsaved.booking, [unsaved.change], new Date(unsaved.at));
    await browser.storage.session.remove(key);
  }
}
