import { i18n } from "#i18n";
import { noteUrl } from "../../lib/booking/left";
import { ask } from "../../lib/booking/native/problem";
import { problemText } from "../../lib/booking/native/problem-text";
import { renewLink } from "../../lib/booking/native/renew-link";
import type { Booking } from "../../lib/booking/store/booking";
import { type Account, schedulerName } from "../../lib/settings/accounts";
import { copyText } from "../overlay.content/copy-text";

/** The links of bookings that were started: copied, and made anew. */
export function useLinks(notice: { good(text: string): void; bad(text: string): void }) {
  return {
    /** A link ends after one booking, or when nobody uses it for long: another one, filled in alike. */
    async renew(booking: Booking, account: Account): Promise<void> {
      const told = await ask(account.api, () => renewLink(booking, account, new Date()));
      if (!told.ok) return notice.bad(problemText(told.problem, schedulerName(account.scheduler)));
      noteUrl(told.value, "copied", null);
      const copied = await copyText(told.value);
      notice.good(i18n.t(copied ? "bookings.attempt.renewedCopied" : "bookings.attempt.renewed"));
    },
    async copy(link: string): Promise<void> {
      noteUrl(link, "copied", null);
      if (await copyText(link)) notice.good(i18n.t("card.copied"));
      else notice.bad(i18n.t("native.copyFailed"));
    },
  };
}
