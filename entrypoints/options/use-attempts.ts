import { useEffect, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { noteUrl } from "../../lib/booking/left";
import {
  type Attempt,
  keepAttempt,
  removeAttempt,
  unfinishedAttempts,
} from "../../lib/booking/native/attempts";
import { prefilledLink } from "../../lib/booking/native/prefilled-link";
import { ask } from "../../lib/booking/native/problem";
import { problemText } from "../../lib/booking/native/problem-text";
import { openAccount } from "../../lib/scheduler/account/open-account";
import { AccountError } from "../../lib/scheduler/account/problem";
import { type Account, schedulerName } from "../../lib/settings/accounts";
import { copyText } from "../overlay.content/copy-text";

/** What was started and not booked; `null` until it is read. */
export function useAttempts(notice: { good(text: string): void; bad(text: string): void }) {
  const [attempts, setAttempts] = useState<Attempt[] | null>(null);
  const look = async () => setAttempts(await unfinishedAttempts());
  useEffect(() => void look(), []);

  return {
    attempts,
    /** A link ends after one booking, or when nobody uses it for long: another one, filled in alike. */
    async renew(attempt: Attempt, account: Account): Promise<void> {
      const told = await ask(account.api, () => makeAgain(attempt, account));
      if (!told.ok) return notice.bad(problemText(told.problem, schedulerName(account.scheduler)));
      await keepAttempt({ ...attempt, link: told.value, startedAt: new Date().toISOString() });
      await look();
      noteUrl(told.value, "copied", null);
      const copied = await copyText(told.value);
      notice.good(i18n.t(copied ? "options.attempts.renewedCopied" : "options.attempts.renewed"));
    },
    async copy(link: string): Promise<void> {
      noteUrl(link, "copied", null);
      if (await copyText(link)) notice.good(i18n.t("card.copied"));
      else notice.bad(i18n.t("native.copyFailed"));
    },
    async remove(attempt: Attempt): Promise<void> {
      await removeAttempt(attempt.id);
      await look();
    },
  };
}

async function makeAgain({ attendee, ticket, type }: Attempt, account: Account): Promise<string> {
  const api = await openAccount(account);
  const offered = await api.meetingTypes(new URL(account.owner.link));
  const same = offered.find(({ id }) => id === type.id);
  if (!same) throw new AccountError({ cause: "not-found", detail: "" });
  const prefill = {
    name: attendee.name || null,
    email: attendee.email || null,
    phone: null,
    guests: [],
    notes: attendee.notes || null,
    metadata: ticket ? { ticketNumber: ticket.number } : {},
    questions: {},
  };
  return prefilledLink(await api.singleUseLink(same), account, prefill, null);
}
