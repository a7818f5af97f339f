import { i18n } from "#i18n";
import { describeTimes } from "../lib/booking/describe-times";
import type { ToldCall } from "../lib/booking/outcome";
import { uiLocale } from "../lib/ui-locale";
import { CallTimes } from "./CallTimes";

/** When a call takes place, in both time zones, and what it still waits for. */
export function BookedCallText({ call }: { call: ToldCall }) {
  const who = call.technician.name || call.technician.email;
  const times = describeTimes(call, uiLocale());
  const state = call.paymentRequired ? "payment" : call.status;
  return (
    <div class="booked" data-state={state}>
      <p class="booked-heading">
        {i18n.t(
          state === "payment" ? "booked.payment" : state === "pending" ? "booked.pending" : "booked.heading",
        )}
      </p>
      {times ? <CallTimes times={times} who={who} /> : <p>{i18n.t("booked.timeUnknown")}</p>}
      {state === "pending" && <p>{i18n.t("booked.pendingText", [who])}</p>}
      {state === "payment" && <p>{i18n.t("booked.paymentText")}</p>}
    </div>
  );
}
