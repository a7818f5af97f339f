import { useEffect, useState } from "preact/hooks";
import { i18n } from "#i18n";
import type { NativeProblem } from "../../lib/booking/native/problem";
import { problemText } from "../../lib/booking/native/problem-text";
import type { Outcome } from "../../lib/booking/outcome";
import type { MeetingType } from "../../lib/scheduler/account/account";
import { type Attendee, readAttendee } from "../../lib/scheduler/slots/attendee";
import { type Day, monthOf } from "../../lib/scheduler/slots/calendar";
import type { Slot } from "../../lib/scheduler/slots/slot";
import { dayIn } from "../../lib/zoned-time";
import type { Loadable } from "../slot-picker/loadable";
import type { MadeLink } from "./CustomerLink";
import type { NativeRequests } from "./native-requests";
import type { Step } from "./Steps";
import { useSlots } from "./use-slots";

export interface NativeFlowOptions {
  /** What the scheduler is called. */
  scheduler: string;
  finish: "book" | "link";
  /** What the form begins with. */
  start: Attendee;
  requests: NativeRequests;
  onBooked(outcome: Outcome, type: MeetingType): void;
  /** A link was made for the chosen time: the person confirms there. */
  onLink(url: string): void;
  /** To the scheduler's own page, with what was typed so far. */
  onOwnPage(typed: Attendee): void;
}

interface Problem {
  text: string;
  action: { label: string; run(): void } | null;
  wait?: number;
}

/** What the person has chosen and typed, and what is asked for it. Nothing of it is lost by a failure. */
export function useNativeFlow(options: NativeFlowOptions) {
  const { scheduler, finish, requests } = options;
  const [timeZone, setTimeZone] = useState(Intl.DateTimeFormat().resolvedOptions().timeZone);
  const [now] = useState(() => new Date());
  const earliest = monthOf(dayIn(now, timeZone));
  const [types, setTypes] = useState<Loadable<readonly MeetingType[]>>({ state: "loading" });
  const [chosenType, setChosenType] = useState<string | null>(null);
  const [month, setMonth] = useState(earliest);
  const [day, setDay] = useState<Day | null>(null);
  const [slot, setSlot] = useState<Slot | null>(null);
  const [typed, setTyped] = useState(options.start);
  const [step, setStep] = useState<Step>("type");
  const [visits, setVisits] = useState(0);
  const [sending, setSending] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [lost, setLost] = useState(false);
  const [customerLink, setCustomerLink] = useState<MadeLink | null>(null);
  const [blockedBy, setBlockedBy] = useState<string | null>(null);

  const known = types.state === "ready" ? types.value : [];
  const type = known.find(({ id }) => id === chosenType) ?? null;
  const slots = useSlots(step === "type" ? null : type, month, requests.slots, failed);

  async function loadTypes(): Promise<void> {
    setTypes({ state: "loading" });
    const told = await requests.meetingTypes();
    if (!told.ok) return setTypes(failed(told.problem));
    setTypes({ state: "ready", value: told.value });
    const [only, ...others] = told.value;
    if (!only || others.length > 0) return;
    setChosenType(only.id);
    setStep("time");
  }
  useEffect(() => void loadTypes(), []);

  function failed(found: NativeProblem): Loadable<never> {
    const text = problemText(found, scheduler);
    if (found.cause === "no-access") {
      setBlockedBy(found.origin);
      return { state: "failed", text, action: i18n.t("native.allow", [new URL(found.origin).host]) };
    }
    return { state: "failed", text, wait: found.cause === "rate-limited" ? found.seconds : 0 };
  }

  /** Asks the browser first, where that is what was missing: still in the click. */
  function retry(again: () => void): void {
    if (blockedBy === null) {
      again();
      return;
    }
    void requests.allow(blockedBy).then((allowed) => {
      if (allowed) setBlockedBy(null);
      again();
    });
  }

  function go(next: Step): void {
    setProblem(null);
    setLost(false);
    setStep(next);
    setVisits((count) => count + 1);
  }

  async function submit(attendee: Attendee): Promise<void> {
    if (!type || !slot || sending !== null) return;
    setProblem(null);
    setSending(i18n.t(finish === "book" ? "native.booking" : "native.makingLink", [scheduler]));
    if (finish === "book") {
      const told = await requests.book(type.id, slot.start, attendee, timeZone);
      setSending(null);
      if (told.ok) options.onBooked(told.value, type);
      else refused(told.problem);
    } else {
      const told = await requests.makeLink(type.id, slot.start, attendee, timeZone);
      setSending(null);
      if (told.ok) options.onLink(told.value.url);
      else refused(told.problem);
    }
  }

  function refused(found: NativeProblem): void {
    if (found.cause === "slot-taken") {
      setSlot(null);
      slots.refresh();
      go("time");
      setLost(true);
      return;
    }
    const ownPage = { label: i18n.t("native.ownPage", [scheduler]), run: () => options.onOwnPage(typed) };
    const byItself = ["rate-limited", "server", "offline", "too-slow", "not-accepted"].includes(found.cause);
    const access =
      found.cause === "no-access"
        ? {
            label: i18n.t("native.allow", [new URL(found.origin).host]),
            run: () => void requests.allow(found.origin).then((allowed) => allowed && setProblem(null)),
          }
        : null;
    setProblem({
      text: problemText(found, scheduler),
      action: access ?? (byItself ? null : ownPage),
      wait: found.cause === "rate-limited" ? found.seconds : 0,
    });
  }

  async function makeCustomerLink(): Promise<void> {
    if (!type) return;
    setCustomerLink({ state: "making" });
    const read = readAttendee(typed);
    const told = await requests.makeLink(type.id, null, "attendee" in read ? read.attendee : null, timeZone);
    setCustomerLink(
      told.ok
        ? { state: "made", url: told.value.url }
        : { state: "failed", text: problemText(told.problem, scheduler) },
    );
  }

  return {
    types: {
      state: types,
      chosen: chosenType,
      choose(id: string) {
        if (id !== chosenType) {
          setSlot(null);
          setDay(null);
          setCustomerLink(null);
        }
        setChosenType(id);
      },
      retry: () => retry(() => void loadTypes()),
    },
    type,
    time: {
      month,
      earliest,
      months: slots.months,
      day,
      slot,
      timeZone,
      lost,
      setMonth,
      setDay(next: Day) {
        setDay(next);
        setSlot(null);
      },
      setSlot,
      setTimeZone,
      retry: (wanted: string) => retry(() => void slots.load(wanted)),
    },
    form: { typed, setTyped, sending, problem, submit },
    customer: { link: customerLink, make: () => void makeCustomerLink() },
    steps: (known.length === 1 ? ["time", "details"] : ["type", "time", "details"]) as Step[],
    step,
    /** How often the person went to another step. */
    visits,
    reached: (type && slot ? "details" : type ? "time" : "type") as Step,
    go,
  };
}
