import type { BackgroundAnswers, BackgroundMessage } from "../../messages";
import type { CalendarAccount, MeetingType } from "../../scheduler/account/account";
import { calComAccount, calComApi } from "../../scheduler/account/cal-com-account";
import { calendlyTime } from "../../scheduler/account/calendly-time";
import { openAccount } from "../../scheduler/account/open-account";
import { AccountError } from "../../scheduler/account/problem";
import { type Account, accountSecret, accounts, markRefused } from "../../settings/accounts";
import { getSecret } from "../../settings/secrets";
import { noteCopiedLink } from "../copied-links";
import type { Outcome } from "../outcome";
import { recordChange } from "../record";
import { keepMeetingTypes, type Session } from "../sessions";
import type { Attempt } from "../store/booking";
import { keepAttempt } from "./keep-attempt";
import { prefilledLink } from "./prefilled-link";
import { type Asked, ask } from "./problem";

type Message<T extends BackgroundMessage["type"]> = Extract<BackgroundMessage, { type: T }>;
export type NativeMessage = Message<"listMeetingTypes" | "findSlots" | "bookSlot" | "makeLink">;

/** Answers the booking page of a session that it has claimed. Where requests go is known here alone. */
export async function answerNative(
  message: NativeMessage,
  session: Session,
): Promise<BackgroundAnswers[NativeMessage["type"]]> {
  const account = (await accounts.read()).find(({ id }) => id === session.account) ?? null;
  const api = account?.api ?? calComApi(new URL(session.link));
  const asked = await ask<unknown>(api, async () =>
    run(message, session, account, account ? await openAccount(account) : calComAccount(null, api)),
  );
  if (account) await noteRefusal(account, asked);
  return asked as BackgroundAnswers[NativeMessage["type"]];
}

async function run(message: NativeMessage, session: Session, account: Account | null, api: CalendarAccount) {
  if (message.type === "listMeetingTypes") {
    const types = await api.meetingTypes(new URL(session.link));
    await keepMeetingTypes(session.id, types);
    return types;
  }
  const type = offered(session, message.meetingType);
  if (message.type === "findSlots")
    return await api.freeSlots(type, new Date(message.from), new Date(message.to));
  if (message.type === "makeLink") return await makeLink(message, session, account, api, type);
  return await bookSlot(message, session, account, api, type);
}

function offered({ meetingTypes }: Session, id: string): MeetingType {
  const type = meetingTypes.find((one) => one.id === id);
  if (!type) throw new AccountError({ cause: "not-found", detail: "" });
  return type;
}

async function bookSlot(
  { start, attendee, timeZone }: Message<"bookSlot">,
  session: Session,
  account: Account | null,
  api: CalendarAccount,
  type: MeetingType,
): Promise<Outcome> {
  if (account) await keepAttempt(session, attemptOf(account, type, attendee.notes, start, null), attendee);
  const told = await api.book(type, start, { ...attendee, timeZone }, session.prefill);
  const outcome = { ...told, timeZone: told.timeZone ?? account?.owner.timeZone ?? null };
  await recordChange(session, { what: "booked", outcome }, new Date());
  return outcome;
}

async function makeLink(
  { start, attendee, timeZone }: Message<"makeLink">,
  session: Session,
  account: Account | null,
  api: CalendarAccount,
  type: MeetingType,
): Promise<{ url: string }> {
  if (!account) throw new AccountError({ cause: "not-allowed", scope: "API key", detail: "" });
  if (start !== null && !(await isFree(api, type, start)))
    throw new AccountError({ cause: "slot-taken", detail: "" });
  const made = await api.singleUseLink(type);
  const prefill = { ...session.prefill, ...attendee };
  const url = prefilledLink(made, account, prefill, start === null ? null : { start, timeZone });
  await keepAttempt(session, attemptOf(account, type, prefill.notes, start, url), prefill);
  // A customer takes it along: whoever opens the ticket later is told when it is somebody else's by then.
  const about = start === null ? session.booking : null;
  if (about)
    await noteCopiedLink({ portal: about.portal, id: about.ticket.id }, session.technician, new Date());
  return { url };
}

/** A link is made for a time that is gone as well: look first. */
async function isFree(api: CalendarAccount, type: MeetingType, start: string): Promise<boolean> {
  const at = Date.parse(start);
  const near = await api.freeSlots(type, new Date(at), new Date(at + 60_000));
  return near.some((free) => Date.parse(free) === at);
}

function attemptOf(
  { id: account }: Account,
  { id, name }: MeetingType,
  notes: string | null,
  start: string | null,
  link: string | null,
): Attempt {
  return { account, type: { id, name }, start, link, notes: notes ?? "" };
}

/** A token that stops working is said in the options too, until one works again. */
async function noteRefusal(account: Account, asked: Asked<unknown>): Promise<void> {
  const { refused } = account;
  const now = asked.ok ? false : asked.problem.cause === "token-refused" ? true : refused;
  if (now !== refused) await markRefused(account, now);
}

/** Adds the time to an outcome whose scheduler's page told none, where a token may ask for it. */
export async function withTime(outcome: Outcome, session: Session): Promise<Outcome> {
  const account = (await accounts.read()).find(({ id }) => id === session.account);
  if (outcome.start !== null || outcome.uid === null || account?.scheduler !== "calendly") return outcome;
  const token = await getSecret(accountSecret(account.id));
  const time =
    token === null
      ? null
      : await calendlyTime(token, account.api, outcome.uid).catch((error: unknown) => {
          if (error instanceof AccountError) return null; // booked all the same: the time is in the mail
          throw error;
        });
  return time ? { ...outcome, ...time, timeZone: outcome.timeZone ?? account.owner.timeZone } : outcome;
}
