import { browser } from "wxt/browser";
import { share } from "../../settings/items";
import { webhook, webhookState } from "../../settings/webhook";
import { bookings } from "../store/bookings";
import { type Queued, readOutbox, writeOutbox } from "../store/outbox";
import { backOff } from "./back-off";
import { payloadOf } from "./payload";
import { WEBHOOK_ALARM } from "./queueing";
import { type Delivery, type Sent, send } from "./send";
import { readTarget } from "./target";

/** A pass that was cut short is begun anew after so long, in milliseconds. */
const CUT_SHORT = 60_000;
/** Answers that say something of one event, not of the receiver: other bookings are not held up by it. */
const ABOUT_ONE = ["400", "409", "413", "422"];

export interface DeliverOptions {
  /** Somebody asks for it now: nobody waits for the time of the next attempt. */
  force?: boolean;
  now?: () => Date;
  send?: (delivery: Delivery, now: Date) => Promise<Sent>;
  random?: () => number;
}

/**
 * Delivers what waits in the queue, and sets the alarm for the rest. Events of one booking go out in their order: a later
 * one waits for an earlier one. An event leaves the queue when the receiver has answered, so one whose request never
 * ended is sent again, under the same id. One pass at a time, whichever part of the extension begins it.
 */
export function deliver(options: DeliverOptions = {}): Promise<void> {
  return navigator.locks.request("callcard:webhook-delivery", () => pass(options));
}

async function pass(options: DeliverOptions): Promise<void> {
  const { force = false, now = () => new Date() } = options;
  const tried = new Set<number>();
  for (;;) {
    const target = await readTarget();
    if (!target || !(await webhook.read()).on) return;
    const { until } = await webhookState.read();
    const heads = headsOf(await readOutbox());
    const isDue = ({ notBefore }: Queued) => force || isOver(notBefore, now());
    const next = heads.find((head) => !tried.has(head.number) && isDue(head));
    if (!next || !(force || isOver(until, now()))) return setAlarm(heads, until, now());
    tried.add(next.number);
    await browser.alarms.create(WEBHOOK_ALARM, { when: now().getTime() + CUT_SHORT });
    const goesOn = await attempt(next, target, options, now());
    if (!goesOn) return setAlarm(headsOf(await readOutbox()), (await webhookState.read()).until, now());
  }
}

/** @returns whether the receiver is there for the next one */
async function attempt(
  next: Queued,
  target: Pick<Delivery, "url" | "secret">,
  options: DeliverOptions,
  at: Date,
): Promise<boolean> {
  const { portal, ticket } = next.event;
  const about = { portal, number: ticket.number };
  const delivery = { ...target, id: next.id, body: await bodyOf(next), ticket: about };
  const sent = await (options.send ?? send)(delivery, at);
  const now = options.now?.() ?? new Date();
  if (sent.ok) {
    await writeOutbox({ ...next, notBefore: null, problem: null, delivered: now.toISOString() });
    await webhookState.update((state) => ({ ...state, failures: 0, until: null }));
    return true;
  }
  const attempts = next.attempts + 1;
  const after = (failures: number) =>
    new Date(now.getTime() + backOff(failures, sent.retryAfter, options.random)).toISOString();
  if (ABOUT_ONE.includes(sent.problem)) {
    await writeOutbox({ ...next, attempts, problem: sent.problem, notBefore: after(attempts) });
    return true;
  }
  await writeOutbox({ ...next, attempts, problem: sent.problem });
  if (sent.problem === "410") await webhook.update((settings) => ({ ...settings, on: false, gone: true }));
  await webhookState.update((state) => {
    const failures = state.failures + 1;
    return { ...state, failures, until: after(failures) };
  });
  return false;
}

/** The first event of each booking. */
function headsOf(queue: readonly Queued[]): Queued[] {
  const seen = new Set<string>();
  return queue.filter(({ delivered, event }) => {
    if (delivered !== null || seen.has(event.booking)) return false;
    seen.add(event.booking);
    return true;
  });
}

/** Who attends stands in the booking alone; what has been deleted there, or switched off, is not told any more. */
async function bodyOf({ event }: Queued): Promise<string> {
  const isTold = (await webhook.read()).attendee;
  const booking = isTold ? await bookings.get(event.booking) : null;
  return JSON.stringify(payloadOf(event, await share.read(), booking?.attendee ?? null));
}

async function setAlarm(heads: readonly Queued[], until: string | null, now: Date): Promise<void> {
  const times = heads.map(({ notBefore }) => Math.max(timeOf(notBefore), timeOf(until), now.getTime()));
  if (times.length === 0) await browser.alarms.clear(WEBHOOK_ALARM);
  else await browser.alarms.create(WEBHOOK_ALARM, { when: Math.min(...times) });
}

function isOver(time: string | null, now: Date): boolean {
  return timeOf(time) <= now.getTime();
}

function timeOf(time: string | null): number {
  return time === null ? 0 : Date.parse(time);
}
