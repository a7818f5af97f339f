import type { Outcome } from "../booking/outcome";
import { NAMESPACE } from "./cal-com";
import type { Opening, Scheduler, SchedulerEvent } from "./scheduler";

/** A calendar that says nothing for so long is blocked, in milliseconds (a real Cal.com answers within 0.8 s). */
const SILENCE = 10_000;
/** As long after its load event: a blocked frame "loads" an error page at once, and Cal.com speaks before it has loaded. */
const SILENCE_AFTER_LOAD = 4_000;

// Without allow-top-navigation: an event type with a redirect would carry the ticket's tab away (facts: Cal.com 6.0.7).
const SANDBOX = "allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox";

/** An opening that shows the calendar inside our page. */
export type FramedOpening = Exclude<Opening, { how: "window" }>;

export interface CalendarCallbacks {
  /** The frame is about to ask for this address. */
  opens(url: string): void;
  ready(): void;
  failed(cause: "silence" | "offline" | "refused", code: string | null): void;
  booked(outcome: Outcome): void;
  rescheduled(outcome: Outcome): void;
  cancelled(): void;
}

/**
 * Embeds a calendar into an element of an extension page, and listens to it. Messages count only when they come from
 * the calendar's frame and origin; all others are dropped before anybody else sees them.
 * @param signal ends the listening, for another calendar in its place
 */
export async function mountCalendar(
  container: HTMLElement,
  scheduler: Scheduler,
  opening: FramedOpening,
  callbacks: CalendarCallbacks,
  signal?: AbortSignal,
): Promise<void> {
  let frame: HTMLIFrameElement | null = null;
  let hostTimeZone: string | null = null;
  let heard = false;
  let settled = false; // ready, or refused by the scheduler itself
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = (milliseconds: number, code: string | null = null) => {
    clearTimeout(timer);
    if (settled) return;
    timer = setTimeout(() => {
      if (navigator.onLine) callbacks.failed("silence", code);
      else callbacks.failed("offline", null);
    }, milliseconds);
  };

  window.addEventListener(
    "message",
    (event) => {
      const trusted =
        frame !== null &&
        event.source === frame.contentWindow &&
        scheduler.trusts(event.origin, opening.origin);
      if (!trusted) {
        event.stopImmediatePropagation(); // @calcom/embed-core checks neither origin nor source
        return;
      }
      const told = scheduler.understand(event.data);
      if (told) handle(told);
      else event.stopImmediatePropagation(); // embed-core throws on messages that are not its own
    },
    { capture: true, ...(signal && { signal }) },
  );
  signal?.addEventListener("abort", settle);

  function handle(told: SchedulerEvent): void {
    heard = true;
    wait(SILENCE);
    if (told.type === "failed") {
      settle();
      callbacks.failed("refused", told.code);
    } else if (told.type === "host-time-zone") hostTimeZone = told.timeZone;
    else if (told.type === "cancelled") callbacks.cancelled();
    else if (told.type === "booked" || told.type === "rescheduled")
      callbacks[told.type]({ ...told.outcome, timeZone: hostTimeZone });
    else if (!settled && (told.type === "ready" || opening.how === "frame")) {
      settle();
      callbacks.ready();
    }
  }

  function settle(): void {
    settled = true;
    clearTimeout(timer);
  }

  if (!navigator.onLine) return callbacks.failed("offline", null);
  const detached = document.createElement("div");
  detached.className = "embed";
  frame = opening.how === "frame" ? plainFrame(detached, opening.url) : await embed(detached, opening);
  frame.setAttribute("sandbox", SANDBOX);
  frame.referrerPolicy = "no-referrer";
  frame.addEventListener("load", () => {
    if (opening.how === "frame" && opening.quiet)
      handle({ type: "ready" }); // all that will ever be known
    else if (!heard) wait(SILENCE_AFTER_LOAD, "after-load");
  });
  callbacks.opens(frame.src);
  container.append(detached);
  wait(SILENCE);
}

function plainFrame(parent: HTMLElement, url: string): HTMLIFrameElement {
  const frame = document.createElement("iframe");
  frame.src = url;
  frame.className = "cal-embed";
  parent.append(frame);
  return frame;
}

/** A queue of instructions; embed-core works it off, then takes each later one at once. */
interface Instructions {
  (...instruction: unknown[]): void;
  q: unknown[];
}

function instructions(): Instructions {
  const queue: Instructions = Object.assign((...instruction: unknown[]) => void queue.q.push(instruction), {
    q: [],
  });
  return queue;
}

/** Lets embed-core make its frame in a detached element; it does not load before it is attached. */
async function embed(
  parent: HTMLElement,
  { origin, calLink, config }: Extract<Opening, { how: "embed-core" }>,
) {
  const namespace = instructions();
  namespace("init", NAMESPACE, { origin });
  namespace("inline", { elementOrSelector: parent, calLink, config });
  const cal = Object.assign(instructions(), { ns: { [NAMESPACE]: namespace }, loaded: true });
  cal("initNamespace", NAMESPACE);
  Object.assign(window, { Cal: cal });
  await import("@calcom/embed-core"); // an IIFE that wants the queue to be there, and works it off
  const frame = parent.querySelector("iframe");
  if (!frame) throw new Error("@calcom/embed-core made no frame");
  return frame;
}
