import { AccountError } from "../../scheduler/account/problem";
import { calCom } from "../../scheduler/cal-com";
import { calendly } from "../../scheduler/calendly";
import type { Prefill } from "../../scheduler/prefill";
import type { Account } from "../../settings/accounts";
import { dayIn, isTimeZone } from "../../zoned-time";

/**
 * A link that ends after one booking, filled in, on the day of the chosen time.
 * @throws AccountError when the scheduler's answer names another host than the account's
 */
export function prefilledLink(
  made: URL,
  { scheduler, owner }: Account,
  prefill: Prefill,
  chosen: { start: string; timeZone: string } | null,
): string {
  const home = new URL(owner.link);
  const isHome = made.host === home.host || made.hostname.endsWith(`.${home.hostname}`);
  if (made.protocol !== home.protocol || !isHome)
    throw new AccountError({ cause: "not-the-format", detail: made.host });
  const url = (scheduler === "calendly" ? calendly : calCom).plainLink(made, prefill);
  if (chosen && isTimeZone(chosen.timeZone)) {
    const day = dayIn(new Date(chosen.start), chosen.timeZone);
    url.searchParams.set("month", day.slice(0, 7));
    url.searchParams.set("date", day);
  }
  return url.href;
}
