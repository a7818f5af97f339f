import { ledger } from "../../ledger/ledger";
import { setNoted } from "../../note/noted";
import { type Privacy, privacy } from "../../settings/privacy";
import { projectChanges } from "../projection";
import { bookings } from "../store/bookings";
import { daysBefore, lookAtClock, nightAfter } from "./clock";
import { type Deletion, type RetentionState, retentionState } from "./state";

/** So many bookings go in one transaction. */
const BATCH = 100;
/** Days after which a calendar that was opened, and came to nothing, is forgotten. */
const STARTED_DAYS = 90;
/** So many deletions are remembered. */
const REMEMBERED = 12;

type What = Deletion["what"];

/** What is old enough to go, and since when: days, and the moment before which it has to be over. */
function rules({ bookingDays, ledgerDays }: Privacy, now: Date) {
  const rule = (what: What, days: number | null) =>
    days === null ? [] : [{ what, days, before: daysBefore(now, days) }];
  return [...rule("started", STARTED_DAYS), ...rule("bookings", bookingDays), ...rule("entries", ledgerDays)];
}

/**
 * Deletes what the settings say is old enough. Runs each night, and when the browser starts. What was cut short by the end
 * of the background is finished by the next run.
 */
export function deleteOld(now: Date): Promise<void> {
  return navigator.locks.request("callcard:delete-old", async () => {
    await finish(now);
    const settings = await privacy.read();
    const { isBelieved, ...clock } = lookAtClock(await retentionState.read(), now);
    await retentionState.update((state) => ({ ...state, ...clock }));
    const isNew = settings.changedAt !== null && now < nightAfter(new Date(settings.changedAt));
    if (!isBelieved || isNew) return;
    for (const { what, days, before } of rules(settings, now)) {
      if (what === "entries") await deleteEntries(days, before, now);
      else while (await deleteBatch(what, before, now));
    }
  });
}

/** How much the next night will delete. */
export async function dueTonight(settings: Privacy, now: Date): Promise<Record<What, number>> {
  const due: Record<What, number> = { bookings: 0, started: 0, entries: 0 };
  const night = nightAfter(now);
  for (const { what, before } of rules(settings, night)) {
    due[what] = await (what === "entries"
      ? ledger.countBefore(before.toISOString())
      : bookings.countOver(what === "started", before));
  }
  return due;
}

async function deleteEntries(days: number, before: Date, now: Date): Promise<void> {
  const count = await ledger.deleteBefore(before.toISOString());
  await retentionState.update((state) =>
    withDeletion(state, { at: now.toISOString(), what: "entries", days, count }),
  );
}

/** @returns whether there may be more */
async function deleteBatch(what: "bookings" | "started", before: Date, now: Date): Promise<boolean> {
  const old = await bookings.listOver(what === "started", before, BATCH);
  if (old.length === 0) return false;
  const deleting = old.map(({ id, portal, ticket }) => ({ id, portal, ticket: ticket.id, what }));
  await retentionState.update((state) => ({ ...state, deleting }));
  await bookings.deleteOver(
    old.map(({ id }) => id),
    before,
  );
  await finish(now);
  return old.length === BATCH;
}

/** Forgets what else is known of bookings that were being deleted and are gone, and says how many there were. */
async function finish(now: Date): Promise<void> {
  const { deleting } = await retentionState.read();
  if (deleting.length === 0) return;
  const { bookingDays } = await privacy.read();
  const gone: typeof deleting = [];
  for (const one of deleting) {
    if (await bookings.get(one.id)) continue;
    await setNoted(one.portal, one.ticket, one.id, null, now);
    gone.push(one);
  }
  await projectChanges(now);
  await retentionState.update((state) => {
    const said = (["bookings", "started"] as const).reduce(
      (before, what) =>
        withDeletion(before, {
          at: now.toISOString(),
          what,
          days: what === "started" ? STARTED_DAYS : (bookingDays ?? 0),
          count: gone.filter((one) => one.what === what).length,
        }),
      state,
    );
    return { ...said, deleting: [] };
  });
}

/** Adds what was deleted; batches of one run, or of one day, are one. */
function withDeletion(state: RetentionState, deletion: Deletion): RetentionState {
  if (deletion.count === 0) return state;
  const isSame = (other: Deletion) =>
    other.what === deletion.what &&
    other.days === deletion.days &&
    other.at.slice(0, 10) === deletion.at.slice(0, 10);
  const earlier = state.deletions.find(isSame);
  const all = [
    { ...deletion, count: deletion.count + (earlier?.count ?? 0) },
    ...state.deletions.filter((other) => !isSame(other)),
  ];
  return { ...state, deletions: all.slice(0, REMEMBERED) };
}
