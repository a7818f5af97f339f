import type { Browser } from "wxt/browser";
import type { BackgroundMessage } from "../messages";
import type { Portal } from "../settings/portal";
import { isCallTime } from "./call-time";
import type { Outcome } from "./outcome";
import { recordCallTime, recordChange } from "./record";
import { findSession } from "./sessions";

type Sender = Browser.runtime.MessageSender;
type Message<T extends BackgroundMessage["type"]> = Extract<BackgroundMessage, { type: T }>;

/** Records a call that the person says to have booked; only for whoever opened the session. */
export async function bookedByHand(
  { session: id, start }: Message<"bookedByHand">,
  { tab, frameId = 0 }: Sender,
  now: Date,
): Promise<{ recorded: boolean }> {
  const session = await findSession(id);
  const isOpener = session?.opener && session.opener.tab === tab?.id && session.opener.frame === frameId;
  if (!isOpener || !session.booking || (start !== null && !isCallTime(start, now)))
    return { recorded: false };
  const unknown = { uid: null, end: null, paymentRequired: false, timeZone: null } as const;
  const outcome: Outcome = { ...unknown, start, status: "accepted" };
  return { recorded: await recordChange(session, { what: "booked", outcome }, now) };
}

/** Completes a call that was recorded without a time; on the portal of its ticket. */
export async function tellCallTime(
  { ticket, call, start }: Message<"tellCallTime">,
  portal: Portal | null,
  now: Date,
): Promise<{ recorded: boolean }> {
  if (!portal || !isCallTime(start, now)) return { recorded: false };
  return { recorded: await recordCallTime({ portal: portal.id, ticket, booking: call }, start, now) };
}
