import { CircleCheck, Clock, RotateCw, TriangleAlert } from "lucide-preact";
import { i18n } from "#i18n";
import { problemText } from "../../lib/booking/automation/problem-text";
import { shortTime } from "../../lib/booking/describe-times";
import type { Queued } from "../../lib/booking/store/outbox";
import type { OutgoingType } from "../../lib/booking/store/outgoing";
import { uiLocale } from "../../lib/ui-locale";

export interface DeliveriesProps {
  /** What waits and what was delivered last, the newest first. */
  deliveries: readonly Queued[];
  /** The site that they go to. */
  host: string;
  on: boolean;
  /** The receiver is left alone until then. */
  until: string | null;
  /** So many events found no room. */
  lost: number;
  /** A pass is under way. */
  delivering: boolean;
  onAgain(): void;
  onForgetLost(): void;
}

/** Rows shown before the rest is a number. */
const SHOWN = 25;

/** How the last events fared. */
export function Deliveries(props: DeliveriesProps) {
  const { deliveries, lost, on, delivering } = props;
  const waiting = deliveries.filter(({ delivered }) => delivered === null).length;
  return (
    <section>
      <h2>{i18n.t("automation.deliveries")}</h2>
      {lost > 0 && (
        <p class="warning">
          <TriangleAlert size={20} aria-hidden="true" />
          <span>
            {i18n.t("automation.lost", lost)}{" "}
            <button type="button" class="link" onClick={props.onForgetLost}>
              {i18n.t("automation.forgetLost")}
            </button>
          </span>
        </p>
      )}
      {deliveries.length === 0 && <p class="quiet">{i18n.t("automation.none")}</p>}
      {waiting > 0 && !on && <p class="quiet">{i18n.t("automation.paused", waiting)}</p>}
      {waiting > 0 && on && (
        <div class="buttons">
          <button type="button" aria-disabled={delivering} onClick={() => delivering || props.onAgain()}>
            {delivering ? (
              <span class="spinner late" aria-hidden="true" />
            ) : (
              <RotateCw size={16} aria-hidden="true" />
            )}
            {i18n.t("automation.again")}
          </button>
        </div>
      )}
      {deliveries.length > 0 && (
        <ul class="rows compact">
          {deliveries.slice(0, SHOWN).map((delivery) => (
            <li key={delivery.number}>
              <Delivery delivery={delivery} {...props} />
            </li>
          ))}
        </ul>
      )}
      {deliveries.length > SHOWN && (
        <p class="quiet">{i18n.t("automation.more", deliveries.length - SHOWN)}</p>
      )}
    </section>
  );
}

function Delivery({ delivery, host, on, until }: { delivery: Queued } & DeliveriesProps) {
  const { event, delivered, problem } = delivery;
  return (
    <div class="row-text">
      <p class="row-title">
        <bdi>{i18n.t("automation.title", [eventName(event.type), event.ticket.number, time(event.at)])}</bdi>
      </p>
      {delivered !== null ? (
        <p class="good">
          <CircleCheck size={16} aria-hidden="true" />
          <span>{i18n.t("automation.delivered", [time(delivered)])}</span>
        </p>
      ) : (
        <p class={problem === null ? "quiet" : "warning"}>
          {problem !== null && <Clock size={16} aria-hidden="true" />}
          <span>
            {problem !== null && `${problemText(problem, host)} `}
            {on && whenAgain(delivery, until)}
          </span>
        </p>
      )}
    </div>
  );
}

function whenAgain({ notBefore, problem }: Queued, until: string | null): string {
  if (problem === null) return i18n.t("automation.waiting");
  const times = [notBefore, until].filter((one) => one !== null && Date.parse(one) > Date.now());
  const [latest] = times.sort().reverse();
  return latest ? i18n.t("automation.later", [time(latest)]) : i18n.t("automation.soon");
}

function time(at: string | null): string {
  return shortTime({ start: at }, uiLocale()) ?? "";
}

function eventName(type: OutgoingType): string {
  switch (type) {
    case "booking.created":
      return i18n.t("automation.event.created");
    case "booking.confirmed":
      return i18n.t("automation.event.confirmed");
    case "booking.rescheduled":
      return i18n.t("automation.event.rescheduled");
    case "booking.cancelled":
      return i18n.t("automation.event.cancelled");
    case "booking.held":
      return i18n.t("automation.event.held");
    case "booking.no_show":
      return i18n.t("automation.event.noShow");
  }
}
