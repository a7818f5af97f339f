import { useEffect, useRef, useState } from "preact/hooks";
import type { NativeProblem } from "../../lib/booking/native/problem";
import type { MeetingType } from "../../lib/scheduler/account/account";
import { addDays, addMonths, dateOf, type Month } from "../../lib/scheduler/slots/calendar";
import type { Slot } from "../../lib/scheduler/slots/slot";
import type { Loadable } from "../slot-picker/loadable";
import type { NativeRequests } from "./native-requests";

type Months = Readonly<Record<Month, Loadable<readonly Slot[]>>>;

/** The free times of a kind of call, a month at a time, each asked for once. */
export function useSlots(
  type: MeetingType | null,
  month: Month,
  ask: NativeRequests["slots"],
  failed: (problem: NativeProblem) => Loadable<never>,
) {
  const [months, setMonths] = useState<Months>({});
  const turn = useRef(0); // an answer for another kind of call, or from before a refresh, is out of date
  const asked = useRef(new Set<Month>());

  async function load(wanted: Month): Promise<void> {
    if (!type) return;
    const mine = turn.current;
    asked.current.add(wanted);
    setMonths((now) => ({ ...now, [wanted]: { state: "loading" } }));
    // A day more on both sides: the month begins and ends at another instant in each zone.
    const from = dateOf(addDays(`${wanted}-01`, -1));
    const to = dateOf(addDays(`${addMonths(wanted, 1)}-01`, 1));
    const told = await ask(type.id, from, to);
    if (mine !== turn.current) return;
    const loaded: Loadable<readonly Slot[]> = told.ok
      ? { state: "ready", value: told.value.map((start) => ({ start, minutes: type.minutes })) }
      : failed(told.problem);
    setMonths((now) => ({ ...now, [wanted]: loaded }));
  }

  function refresh(): void {
    turn.current++;
    asked.current.clear();
    setMonths({});
    void load(month);
  }

  useEffect(() => {
    turn.current++;
    asked.current.clear();
    setMonths({});
  }, [type?.id]);
  useEffect(() => {
    if (type && !asked.current.has(month)) void load(month);
  }, [type?.id, month]);

  return { months, load, refresh };
}
