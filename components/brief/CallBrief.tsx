import { ExternalLink, Video } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { i18n } from "#i18n";
import { otherPeople } from "../../lib/booking/brief/other-people";
import { phaseOf, startText } from "../../lib/booking/brief/start-text";
import { describeTimes } from "../../lib/booking/describe-times";
import type { Booking, Mark } from "../../lib/booking/store/booking";
import type { TicketBrief } from "../../lib/messages";
import { manageLink } from "../../lib/scheduler/manage-link";
import { uiLocale } from "../../lib/ui-locale";
import { type CallAction, CallActions } from "../CallActions";
import { CallTimes } from "../CallTimes";
import { Messages } from "./Messages";
import { OutcomeButtons } from "./OutcomeButtons";

/** How far the ticket's page is: nowhere open, on its way, or read. */
export type TicketState =
  | { at: "looking" }
  | { at: "closed" }
  | { at: "opening" }
  /** It was opened, and shows no ticket: its portal may ask to sign in. */
  | { at: "silent" }
  | { at: "read"; brief: TicketBrief };

export interface CallBriefProps {
  booking: Booking;
  /** Name of the portal, or its id where it is gone. */
  portal: string;
  me: { email: string };
  /** Milliseconds since 1970. */
  now: number;
  ticket: TicketState;
  /** Whether reminders are on, so that one more can be asked for. */
  canSnooze: boolean;
  /** What came of the last click, in words. */
  result: string | null;
  /** The note about what became of the call. */
  note: ComponentChildren;
  onAct(action: CallAction): void;
  onSnooze(choice: "5-minutes" | "start"): void;
  onOpenTicket(): void;
  onMark(mark: Mark): void;
}

/** All that one wants to see before a call, and after it what became of it. */
export function CallBrief(props: CallBriefProps) {
  const { booking, me, now, canSnooze, result, note, onAct, onSnooze, onMark } = props;
  const locale = uiLocale();
  const phase = phaseOf(booking, now);
  const people = otherPeople(booking, me).join(", ");
  const times = describeTimes(booking, locale);
  const isOpen = booking.state === "booked" || booking.state === "awaiting";
  const name = `${people}, #${booking.ticket.number}`;
  return (
    <main>
      <header>
        <h1>
          <bdi>{people}</bdi>
        </h1>
        <p class="begins" data-phase={phase}>
          {booking.state === "cancelled" ? i18n.t("brief.cancelled") : startText(booking, now, locale)}
        </p>
        {times ? (
          <CallTimes times={times} who={booking.technician.name || booking.technician.email} />
        ) : (
          <p>{i18n.t("booked.timeUnknown")}</p>
        )}
      </header>
      {isOpen && (
        <div class="buttons">
          {booking.joinUrl !== null && phase !== "over" && (
            <button type="button" class="primary" onClick={() => onAct("join")}>
              <Video size={16} aria-hidden="true" />
              {i18n.t("call.join")}
            </button>
          )}
          {phase === "ahead" && canSnooze && (
            <>
              <button type="button" onClick={() => onSnooze("5-minutes")}>
                {i18n.t("reminders.snooze")}
              </button>
              <button type="button" onClick={() => onSnooze("start")}>
                {i18n.t("reminders.snoozeToStart")}
              </button>
            </>
          )}
          {phase !== "over" && (
            <CallActions
              call={{
                canJoin: false,
                canChange: manageLink(booking, "reschedule") !== null,
                start: booking.start,
              }}
              name={name}
              onAct={onAct}
            />
          )}
        </div>
      )}
      <p class="result" role="status">
        {result}
      </p>
      {booking.state === "booked" && (phase === "running" || phase === "over") && (
        <section>
          <OutcomeButtons mark={booking.mark} onMark={onMark} />
          {note}
        </section>
      )}
      <TicketPart {...props} />
    </main>
  );
}

function TicketPart({ booking, portal, ticket, onOpenTicket }: CallBriefProps) {
  const { number, subject, url } = booking.ticket;
  const read = ticket.at === "read" ? ticket.brief : null;
  const requester = read?.ticket.requester;
  const address = read?.ticket.url ?? url;
  const facts: readonly (readonly [string, string | null | undefined])[] = [
    [i18n.t("brief.portal"), portal],
    [
      i18n.t("brief.requester"),
      requester && [requester.name, requester.email, requester.phone].filter(Boolean).join(", "),
    ],
    [i18n.t("brief.attendee"), [booking.attendee.name, booking.attendee.email].filter(Boolean).join(", ")],
    [i18n.t("brief.priority"), read?.ticket.priority],
    [i18n.t("brief.category"), read?.ticket.category],
  ];
  return (
    <section aria-labelledby="ticket">
      <h2 id="ticket">
        <bdi>#{number}</bdi>
        {(read?.ticket.subject ?? subject) && (
          <>
            {" — "}
            <bdi>{read?.ticket.subject ?? subject}</bdi>
          </>
        )}
      </h2>
      <dl>
        {facts.map(
          ([label, value]) =>
            value && (
              <div key={label}>
                <dt>{label}</dt>
                <dd>
                  <bdi>{value}</bdi>
                </dd>
              </div>
            ),
        )}
      </dl>
      {address && (
        <p>
          <a href={address} target="_blank" rel="noopener noreferrer">
            {i18n.t("brief.toTicket")}
          </a>
        </p>
      )}
      <h3>{i18n.t("brief.messages.heading")}</h3>
      {ticket.at === "read" ? (
        <Messages messages={ticket.brief.messages} />
      ) : (
        <>
          <p class="quiet" role="status">
            {stateText(ticket.at, url !== null)}
          </p>
          {url !== null && (ticket.at === "closed" || ticket.at === "silent") && (
            <div class="buttons">
              <button type="button" onClick={onOpenTicket}>
                <ExternalLink size={16} aria-hidden="true" />
                {i18n.t("brief.open")}
              </button>
            </div>
          )}
        </>
      )}
    </section>
  );
}

function stateText(at: Exclude<TicketState["at"], "read">, hasAddress: boolean): string {
  switch (at) {
    case "looking":
      return "";
    case "closed":
      return i18n.t(hasAddress ? "brief.messages.closed" : "brief.messages.closedNoLink");
    case "opening":
      return i18n.t("brief.messages.opening");
    case "silent":
      return i18n.t("brief.messages.silent");
  }
}
