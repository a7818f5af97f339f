import { useEffect, useRef } from "preact/hooks";
import { i18n } from "#i18n";
import { describeTimes } from "../../lib/booking/describe-times";
import { addMonths } from "../../lib/scheduler/slots/calendar";
import { endOf } from "../../lib/scheduler/slots/slot";
import { uiLocale } from "../../lib/ui-locale";
import { CallTimes } from "../CallTimes";
import { BookingForm } from "../slot-picker/BookingForm";
import { MeetingTypeList } from "../slot-picker/MeetingTypeList";
import { SlotPicker } from "../slot-picker/SlotPicker";
import { CustomerLink } from "./CustomerLink";
import { Steps } from "./Steps";
import { type NativeFlowOptions, useNativeFlow } from "./use-native-flow";

export interface NativeFlowProps extends NativeFlowOptions {
  technician: { name: string; timeZone: string | null };
  /** Whether links for customers can be made. */
  links: boolean;
}

/** How many months ahead the person can look; schedulers themselves end earlier. */
const MONTHS = 12;

/** Kind of call, time, details: choosing a time without the scheduler's own page. */
export function NativeFlow(props: NativeFlowProps) {
  const { technician, scheduler, finish, links, requests } = props;
  const flow = useNativeFlow(props);
  const { step, type, time, form } = flow;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // Not when the page opens: the dialog around it has the focus then.
    if (flow.visits > 0) heading.current?.focus();
  }, [flow.visits]);

  const times =
    time.slot &&
    describeTimes(
      { start: time.slot.start, end: endOf(time.slot), timeZone: technician.timeZone },
      uiLocale(),
      time.timeZone,
    );
  return (
    <div class="native">
      <Steps steps={flow.steps} at={step} reached={flow.reached} onStep={flow.go} />
      <h2 ref={heading} tabIndex={-1} key={step}>
        {step === "type"
          ? i18n.t("native.stepType")
          : step === "time"
            ? i18n.t("native.timeHeading", [type?.name ?? ""])
            : i18n.t("native.stepDetails")}
      </h2>
      {step === "type" && (
        <MeetingTypeList
          technician={technician.name}
          types={
            flow.types.state.state === "ready"
              ? {
                  state: "ready",
                  value: flow.types.state.value.map((one) => ({ ...one, location: null })),
                }
              : flow.types.state
          }
          chosen={flow.types.chosen}
          onChoose={flow.types.choose}
          onContinue={() => flow.go("time")}
          onRetry={flow.types.retry}
        />
      )}
      {step === "time" && (
        <>
          <div role="alert">{time.lost && <p class="warning">{i18n.t("native.problem.slotTaken")}</p>}</div>
          <SlotPicker
            technician={technician}
            timeZone={time.timeZone}
            month={time.month}
            earliest={time.earliest}
            latest={addMonths(time.earliest, MONTHS)}
            months={time.months}
            day={time.day}
            slot={time.slot?.start ?? null}
            onMonth={time.setMonth}
            onDay={time.setDay}
            onSlot={time.setSlot}
            onContinue={() => flow.go("details")}
            onRetry={time.retry}
            onTimeZone={time.setTimeZone}
          />
        </>
      )}
      {step === "details" && (
        <BookingForm
          typed={form.typed}
          onInput={form.setTyped}
          onSubmit={(attendee) => void form.submit(attendee)}
          submit={finish === "book" ? i18n.t("native.book") : i18n.t("native.toScheduler", [scheduler])}
          sending={form.sending}
          problem={form.problem}
          onBack={() => flow.go("time")}
        >
          {times && (
            <div class="chosen-time">
              <p>
                <bdi>{type?.name}</bdi>
              </p>
              <CallTimes times={times} who={technician.name} />
            </div>
          )}
          {finish === "link" && <p class="quiet">{i18n.t("native.linkHint", [scheduler])}</p>}
        </BookingForm>
      )}
      {links && type && step !== "details" && (
        <CustomerLink
          link={flow.customer.link}
          customer={form.typed.name || form.typed.email}
          onMake={flow.customer.make}
          onOpen={(url) => requests.taken("tab", url)}
          onCopy={requests.copy}
        />
      )}
      <p class="own-page">
        <button type="button" class="link" onClick={() => props.onOwnPage(form.typed)}>
          {i18n.t("native.ownPage", [scheduler])}
        </button>
      </p>
    </div>
  );
}
