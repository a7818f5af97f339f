import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { lookProblemText } from "../../lib/booking/sync/problem-text";
import { sendToBackground } from "../../lib/messages";
import { schedulerName } from "../../lib/settings/accounts";

/** Asks the accounts which of their bookings have changed, and says what came of it. */
export function useLookNow(notice: { good(text: string): void; bad(text: string): void }) {
  const [isLooking, setLooking] = useState(false);

  async function ask(): Promise<void> {
    const synced = await sendToBackground({ type: "lookAtAccounts" });
    if (!synced || synced.offline) return notice.bad(i18n.t("sync.offline"));
    const [first] = synced.problems;
    if (first) return notice.bad(lookProblemText(first.problem, schedulerName(first.scheduler)));
    if (synced.asked === 0) return notice.bad(i18n.t("sync.nobody"));
    notice.good(synced.changed === 0 ? i18n.t("sync.nothing") : i18n.t("sync.changed", synced.changed));
  }

  return {
    isLooking,
    async lookNow(): Promise<void> {
      setLooking(true);
      try {
        await ask();
      } finally {
        setLooking(false);
      }
    },
  };
}
