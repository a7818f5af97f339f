import type { Scheduler } from "../../scheduler/scheduler";
import type { Account } from "../../settings/accounts";
import type { NativeFlow } from "./session";

/**
 * Whether a link's times can be chosen in CallCard: by an account of this browser that the link belongs to, or, where
 * the scheduler's page cannot be loaded, from what Cal.com tells everybody.
 */
export function offerNative(
  link: URL,
  scheduler: Scheduler,
  account: Account | null,
): { account: string | null; native: NativeFlow | null } {
  if (account) return { account: account.id, native: account.native ? byAccount(account) : null };
  const kind = scheduler.recognise(link);
  const isPublic = scheduler.id === "cal-com" && (kind === "event" || kind === "profile");
  return {
    account: null,
    native: isPublic
      ? { scheduler: "cal-com", when: "fallback", finish: "book", links: false, timeZone: null }
      : null,
  };
}

function byAccount({ scheduler, direct, owner }: Account): NativeFlow {
  return {
    scheduler,
    when: "first",
    finish: scheduler === "cal-com" || direct ? "book" : "link",
    links: true,
    timeZone: owner.timeZone,
  };
}
