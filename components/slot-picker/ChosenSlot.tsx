import { ArrowLeft, ArrowRight } from "lucide-preact";
import { i18n } from "#i18n";
import { describeTimes } from "../../lib/booking/describe-times";
import { endOf, type Slot } from "../../lib/scheduler/slots/slot";
import { uiDirection } from "../../lib/ui-locale";
import { CallTimes } from "../CallTimes";

export interface ChosenSlotProps {
  slot: Slot;
  technician: { name: string; timeZone: string | null };
  timeZone: string;
  locale: string;
  onContinue(slot: Slot): void;
}

/** The chosen slot with its end and both days, and the way on. */
export function ChosenSlot({ slot, technician, timeZone, locale, onContinue }: ChosenSlotProps) {
  const call = { start: slot.start, end: endOf(slot), timeZone: technician.timeZone };
  const times = describeTimes(call, locale, timeZone);
  const Forward = uiDirection() === "rtl" ? ArrowLeft : ArrowRight;
  return (
    <div class="chosen-slot">
      <div>{times && <CallTimes times={times} who={technician.name} />}</div>
      <button type="button" class="primary" onClick={() => onContinue(slot)}>
        {i18n.t("slots.continue")}
        <Forward size={16} aria-hidden="true" />
      </button>
    </div>
  );
}
