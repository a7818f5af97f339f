import * as z from "zod/mini";
import { segmentsOf } from "../scheduler/define-scheduler";
import { defineStoredList } from "./stored";

/** Schedulers that have an API which CallCard knows. */
export const AccountScheduler = z.enum(["calendly", "cal-com"]);
export type AccountScheduler = z.infer<typeof AccountScheduler>;

/**
 * An account at a scheduler whose token this browser has. The token is not in here: storage.local is open to content
 * scripts (`accountSecret` names where it lies).
 */
export const Account = z.object({
  id: z.string(),
  scheduler: AccountScheduler,
  /** Where its API is, with a slash at the end. */
  api: z.url(),
  owner: z.object({
    name: z.string(),
    email: z.string(),
    timeZone: z.nullable(z.string()),
    /** Public page; links on the same host below it are the owner's. */
    link: z.url(),
  }),
  /** Times are chosen in CallCard, not on the scheduler's page. */
  native: z._default(z.boolean(), true),
  /** Calendly: booked at once; else by a link that ends after one booking. */
  direct: z._default(z.boolean(), false),
  /** Asked from time to time which of its bookings have changed. */
  sync: z._default(z.boolean(), true),
  /** The scheduler no longer takes the token. */
  refused: z._default(z.boolean(), false),
});
export type Account = z.infer<typeof Account>;

export const accounts = defineStoredList("accounts", Account);

/** Keeps whether the scheduler still takes an account's token. */
export async function markRefused({ id }: Pick<Account, "id">, refused: boolean): Promise<void> {
  await accounts.update((all) => all.map((one) => (one.id === id ? { ...one, refused } : one)));
}

/** The name of an account's token among the secrets. */
export function accountSecret(id: string): string {
  return `account:${id}`;
}

/** What a scheduler is called. */
export function schedulerName(scheduler: AccountScheduler): string {
  return scheduler === "calendly" ? "Calendly" : "Cal.com";
}

/** The account whose owner's calendar a link opens; never one of a colleague, whose token this browser has not. */
export function accountOf(link: URL, known: readonly Account[]): Account | null {
  return known.find(({ owner }) => isBelow(link, new URL(owner.link))) ?? null;
}

function isBelow(link: URL, page: URL): boolean {
  const [owner] = segmentsOf(page);
  const [first] = segmentsOf(link);
  return (
    owner !== undefined &&
    first?.toLowerCase() === owner.toLowerCase() &&
    link.protocol === page.protocol &&
    hostOf(link) === hostOf(page)
  );
}

/** Hosts under which the same person has the same page. */
function hostOf({ host }: URL): string {
  return host.replace(/^(?:www|app)\.(cal\.(?:com|eu)|calendly\.com)$/, "$1");
}
