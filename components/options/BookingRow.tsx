import { Copy, RotateCw, Trash2 } from "lucide-preact";
import { useId } from "preact/hooks";
import { i18n } from "#i18n";
import { bookingsOfTicket } from "../../lib/booking/bookings-of-ticket";
import { describeTimes, shortTime } from "../../lib/booking/describe-times";
import { type Attempt, type Booking, type Mark, marks, overAt } from "../../lib/booking/store/booking";
import { manageLink } from "../../lib/scheduler/manage-link";
import { uiLocale } from "../../lib/ui-locale";
import { type CallAction, CallActions } from "../CallActions";
import { CallTimes } from "../CallTimes";
import { historyText, markText } from "./booking-texts";
import { IconButton } from "./IconButton";

export interface BookingRowProps {
  booking: Booking;
  /** Name of the portal, or its id where it is gone. */
  portal: string;
  onAct(action: CallAction): void;
  onBrief(): void;
  onMark(mark: Mark | null): void;
  /** `null`: it was begun by no account that is still here. */
  onRenew: (() => void) | null;
  onCopy(link: string): void;
  onDelete(): void;
}

/** One booking in the list: about what, with whom, when, and what can be done. */
export function BookingRow(props: BookingRowProps) {
  const { booking, portal, onAct, onBrief, onMark, onRenew, onCopy, onDelete } = props;
  const { ticket, technician, attendee, state, history, attempt } = booking;
  const markId = useId();
  const who = technician.name || technician.email;
  const times = describeTimes(booking, uiLocale());
  const isOpen = state === "booked" || state === "awaiting";
  const isOver = overAt(booking) <= Date.now();
  const name = [who, ticket.number && `#${ticket.number}`].filter(Boolean).join(", ");
  const link = attempt?.link ?? null;
  return (
    <>
      <div class="row-text">
        <p class="row-title">
          <bdi>{who}</bdi>
          {ticket.number && (
            <>
              {" · "}
              <a href={`#${bookingsOfTicket(booking.portal, ticket.id)}`} title={i18n.t("card.allCalls")}>
                <bdi>#{ticket.number}</bdi>
              </a>
            </>
          )}
          {ticket.subject && (
            <>
              {" — "}
              <bdi>{ticket.subject}</bdi>
            </>
          )}
        </p>
        {times ? (
          <CallTimes times={times} who={who} />
        ) : (
          state !== "started" && <p>{i18n.t("booked.timeUnknown")}</p>
        )}
        {attempt && <Begun attempt={attempt} />}
        <p class="quiet">
          {portal && <bdi>{portal}</bdi>}
          {(attendee.name || attendee.email) && (
            <>
              {portal && " · "}
              <bdi>{[attendee.name, attendee.email].filter(Boolean).join(", ")}</bdi>
            </>
          )}
        </p>
        {booking.paymentRequired && <p class="warning">{i18n.t("booked.payment")}</p>}
        <details>
          <summary>{i18n.t("bookings.history", history.length)}</summary>
          <ul class="lines">
            {history.map((event) => (
              <li key={`${event.at} ${event.what} ${event.uid}`}>{historyText(event)}</li>
            ))}
          </ul>
        </details>
      </div>
      <div class="actions">
        {isOpen && (
          <button
            type="button"
            class="link"
            aria-label={i18n.t("call.named", [i18n.t("brief.title"), name])}
            onClick={onBrief}
          >
            {i18n.t("brief.title")}
          </button>
        )}
        {isOpen && (
          <CallActions
            call={{
              canJoin: booking.joinUrl !== null,
              canChange: !isOver && manageLink(booking, "reschedule") !== null, // no scheduler moves what is over
              start: booking.start,
            }}
            name={name}
            onAct={onAct}
          />
        )}
        {state === "booked" && isOver && (
          <div class="mark">
            <label for={markId} class="visually-hidden">
              {i18n.t("bookings.markLabel", [name])}
            </label>
            <select
              id={markId}
              value={booking.mark ?? ""}
              onChange={(event) => onMark(marks.find((mark) => mark === event.currentTarget.value) ?? null)}
            >
              <option value="">{i18n.t("bookings.marks.none")}</option>
              {marks.map((mark) => (
                <option key={mark} value={mark}>
                  {markText(mark)}
                </option>
              ))}
            </select>
          </div>
        )}
        {onRenew && (
          <IconButton
            icon={RotateCw}
            text={i18n.t("bookings.attempt.renew")}
            name={i18n.t("call.named", [i18n.t("bookings.attempt.renew"), name])}
            onClick={onRenew}
          />
        )}
        {link !== null && (
          <IconButton
            icon={Copy}
            text={i18n.t("card.copy")}
            name={i18n.t("call.named", [i18n.t("card.copy"), name])}
            onClick={() => onCopy(link)}
          />
        )}
        <IconButton
          icon={Trash2}
          text={i18n.t("bookings.delete")}
          name={i18n.t("call.named", [i18n.t("bookings.delete"), name])}
          onClick={onDelete}
        />
      </div>
    </>
  );
}

/** The kind of call and the time that were chosen, and no more. */
function Begun({ attempt: { type, start } }: { attempt: Attempt }) {
  const time = shortTime({ start }, uiLocale());
  return (
    <p>
      <bdi>{type.name}</bdi>
      {time && ` · ${i18n.t("bookings.attempt.for", [time])}`}
    </p>
  );
}
