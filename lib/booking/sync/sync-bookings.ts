import { type Account, accounts, markRefused } from "../../settings/accounts";
import { ask } from "../native/problem";
import { projectChanges } from "../projection";
import { lookAtAccount } from "./look-at-account";
import { type Look, looks } from "./looks";
import { keepPositions } from "./positions";
import type { Synced } from "./synced";
import { failed, isDue } from "./wait";

/**
 * Asks the accounts of this browser which of their bookings have changed, and brings store and cards up to date. One at a
 * time in the whole extension, the account that has waited longest first.
 * @param byHand the person wants to know now
 */
export function syncBookings(now: Date, byHand = false): Promise<Synced> {
  return navigator.locks.request("callcard:sync", () => syncAll(now, byHand));
}

async function syncAll(now: Date, byHand: boolean): Promise<Synced> {
  const synced: Synced = { offline: !navigator.onLine, changed: 0, asked: 0, problems: [] };
  if (synced.offline) return synced;
  const all = await accounts.read();
  await forgetOthers(all.map(({ id }) => id));
  const last = await looks.read();
  const lookedAt = ({ id }: Account) => last[id]?.at ?? "";
  const due = all
    .filter((account) => isDue(account, last[account.id] ?? null, now, byHand))
    .sort((one, other) => (lookedAt(one) < lookedAt(other) ? -1 : 1));
  for (const account of due) {
    const look = await lookOnce(account, last[account.id] ?? null, now);
    synced.asked++;
    synced.changed += look.changed;
    if (look.problem) synced.problems.push({ scheduler: account.scheduler, problem: look.problem });
  }
  await projectChanges(now);
  return synced;
}

/** Forgets what was kept about accounts that are no more. */
async function forgetOthers(accountIds: readonly string[]): Promise<void> {
  await keepPositions(accountIds);
  const isGone = (id: string) => !accountIds.includes(id);
  if (!Object.keys(await looks.read()).some(isGone)) return;
  await looks.update((all) => Object.fromEntries(Object.entries(all).filter(([id]) => !isGone(id))));
}

async function lookOnce(account: Account, before: Look | null, now: Date): Promise<Look> {
  let changed = 0;
  const told = await ask(account.api, () =>
    lookAtAccount(account, now, () => {
      changed++;
    }),
  );
  const isRefused = !told.ok && told.problem.cause === "token-refused";
  const look: Look =
    told.ok || told.problem.cause === "no-session"
      ? { at: now.toISOString(), changed, problem: null, failures: 0, notBefore: null }
      : failed(before, told.problem, changed, now, Math.random());
  await looks.update((all) => ({ ...all, [account.id]: look }));
  if (isRefused) await markRefused(account, true);
  return look;
}
