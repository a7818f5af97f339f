import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { describeTimes } from "../lib/booking/describe-times";
import type { ToldCall } from "../lib/booking/outcome";
import { uiLocale } from "../lib/ui-locale";
import { CallTimeForm } from "./CallTimeForm";
import { CallTimes } from "./CallTimes";

export interface BookedCallTextProps {
  call: ToldCall;
  /** Asks for the time where it is not known; left out where it cannot be told. @returns whether it was recorded */
  onTime?: (start: string) => Promise<boolean>;
  /** Asks at once, since the call was booked a moment ago. */
  asks?: boolean;
}

/** When a call takes place, in both time zones, and what it still waits for. */
export function BookedCallText({ call, onTime, asks = false }: BookedCallTextProps) {
  const [asked, setAsked] = useState(asks);
  const who = call.technician.name || call.technician.email || i18n.t("booked.technician");
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
      {!times && onTime && !asked && (
        <button type="button" class="link" onClick={() => setAsked(true)}>
          {i18n.t("callTime.add")}
        </button>
      )}
      {!times && onTime && asked && (
        <CallTimeForm
          label={i18n.t("callTime.when")}
          autoFocus={!asks}
          onSave={onTime}
          onLater={() => setAsked(false)}
        />
      )}
      {state === "pending" && <p>{i18n.t("booked.pendingText", [who])}</p>}
      {state === "payment" && <p>{i18n.t("booked.paymentText")}</p>}
    </div>
  );
}
