import { i18n } from "#i18n";
import type { Times } from "../lib/booking/describe-times";

/** A call's time on both clocks, a line each. */
export function CallTimes({ times, who }: { times: Times; who: string }) {
  return (
    <>
      <p>{i18n.t("booked.yourTime", [times.yours])}</p>
      <p class="quiet">
        {times.zone
          ? i18n.t("booked.theirTime", [times.theirs, who, times.zone])
          : i18n.t("booked.utc", [times.theirs])}
      </p>
    </>
  );
}
