import { Crosshair, Settings } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { i18n } from "#i18n";
import { describeTimes } from "../../lib/booking/describe-times";
import type { Booking } from "../../lib/booking/store/booking";
import type { PageReport } from "../../lib/messages";
import { uiLocale } from "../../lib/ui-locale";
import { CallTimes } from "../CallTimes";
import { noCardText } from "./no-card";
import { OfferView } from "./OfferView";
import type { PopupState, Reason } from "./popup-state";
import { rowsText } from "./rows-text";
import { WhyPanel } from "./WhyPanel";

export interface PopupProps {
  state: PopupState;
  /** What came of the last click, in words. */
  result: string | null;
  /** A product whose page has changed, in one sentence. */
  drift: string | null;
  /** The next calls, whatever page is open. */
  calls: readonly Booking[];
  /** What is asked about the call that was booked last for the ticket. */
  note?: ComponentChildren;
  onBrief(booking: string): void;
  /** Opens the options at a section. */
  onGo(section: string): void;
  onCopy(link: string): void;
  onLookAgain(): void;
  /** Called in the click itself, so that the browser may be asked for access. */
  onAllow(origin: string): void;
  onAdd(origin: string): void;
  onReload(): void;
  onCopyReport(report: PageReport): void;
  /** The guessed person is in charge: the page is kept as a definition of the portal. */
  onUseGuess(report: PageReport): void;
  onTeach(): void;
}

/** The popup: what is on this page, or the reason why nothing is, and the one thing to do about it. */
export function Popup(props: PopupProps) {
  const { result, drift, onGo } = props;
  return (
    <main>
      <p class="brand">{i18n.t("popup.title")}</p>
      <div class="content">
        {drift && <p class="warning">{drift}</p>}
        <Content {...props} />
        {props.note}
        {(props.state.at === "none" || props.state.at === "offer") && (
          <button type="button" class={canTeach(props.state) ? undefined : "link"} onClick={props.onTeach}>
            <Crosshair size={16} aria-hidden="true" />
            {i18n.t("popup.teach.button")}
          </button>
        )}
        <NextCalls {...props} />
        <p class="result" role="status">
          {result}
        </p>
      </div>
      <nav aria-label={i18n.t("popup.links")}>
        <button type="button" class="link" onClick={() => onGo("my-link")}>
          {i18n.t("popup.myLink")}
        </button>
        <button type="button" class="link" onClick={() => onGo("")}>
          <Settings size={16} aria-hidden="true" />
          {i18n.t("popup.options")}
        </button>
      </nav>
    </main>
  );
}

function NextCalls({ calls, onGo, onBrief }: PopupProps) {
  if (calls.length === 0) return null;
  return (
    <section class="calls" aria-labelledby="calls">
      <h2 id="calls">{i18n.t("popup.calls.heading")}</h2>
      <ul class="facts">
        {calls.map((call) => {
          const who = call.technician.name || call.technician.email;
          const times = describeTimes(call, uiLocale());
          return (
            <li key={call.id}>
              <p>
                <bdi>{who}</bdi> · <bdi>#{call.ticket.number}</bdi>
              </p>
              {times && <CallTimes times={times} who={who} />}
              <button
                type="button"
                class="link"
                aria-label={i18n.t("call.named", [i18n.t("brief.title"), `${who}, #${call.ticket.number}`])}
                onClick={() => onBrief(call.id)}
              >
                {i18n.t("brief.title")}
              </button>
            </li>
          );
        })}
      </ul>
      <button type="button" class="link" onClick={() => onGo("bookings")}>
        {i18n.t("popup.calls.all")}
      </button>
    </section>
  );
}

/** Whether pointing could help: the page was not understood. */
function canTeach(state: PopupState): boolean {
  return (
    state.at === "none" &&
    ["not-a-ticket", "page-not-ready", "assignee-unknown", "not-in-directory"].includes(state.reason.reason)
  );
}

function Content(props: PopupProps) {
  const { state, onGo, onCopy, onAllow, onAdd, onReload, onCopyReport } = props;
  switch (state.at) {
    case "loading":
      return (
        <p class="late-progress" role="status">
          <span class="spinner" aria-hidden="true" />
          {i18n.t("popup.loading")}
        </p>
      );
    case "offer":
      return (
        <>
          <OfferView report={state.report} offer={state.offer} onGo={onGo} onCopy={onCopy} />
          <WhyPanel report={state.report} onCopyReport={onCopyReport} />
        </>
      );
    case "rows":
      return <Say heading={i18n.t("popup.rows.heading")} text={rowsText(state.rows)} />;
    case "none":
      return (
        <>
          <NoCard {...props} report={state.report} reason={state.reason} />
          <WhyPanel report={state.report} onCopyReport={onCopyReport} />
        </>
      );
    case "access":
      return (
        <Say heading={i18n.t("popup.access.heading")} text={i18n.t("popup.access.text", [state.name])}>
          <button type="button" class="primary" onClick={() => onAllow(state.origin)}>
            {i18n.t("popup.access.button")}
          </button>
        </Say>
      );
    case "reload":
      return (
        <Say heading={i18n.t("popup.reload.heading")} text={i18n.t("popup.reload.text")}>
          <button type="button" class="primary" onClick={onReload}>
            {i18n.t("popup.reload.button")}
          </button>
        </Say>
      );
    case "add": {
      const { host } = new URL(state.origin);
      return (
        <Say heading={i18n.t("popup.add.heading")} text={i18n.t("popup.add.text", [host])}>
          {state.insecure && <p class="warning">{i18n.t("options.portals.insecure")}</p>}
          <button type="button" class="primary" onClick={() => onAdd(state.origin)}>
            {i18n.t("popup.add.button", [host])}
          </button>
        </Say>
      );
    }
    case "web":
      return <Say heading={i18n.t("popup.web.heading")} text={i18n.t("popup.web.text")} />;
  }
}

type NoCardProps = Pick<PopupProps, "onGo" | "onLookAgain" | "onUseGuess"> & {
  report: PageReport;
  reason: Reason;
};

/** The reason, and the one thing to do about it; where a guess can be confirmed, that is the one thing. */
function NoCard({ report, reason, onGo, onLookAgain, onUseGuess }: NoCardProps) {
  const { guess, portal } = report;
  if (guess) {
    return (
      <Say
        heading={i18n.t("popup.guess.heading")}
        text={i18n.t("popup.guess.text", [guess.label, guess.value])}
      >
        <button type="button" class="primary" onClick={() => onUseGuess(report)}>
          {i18n.t("popup.guess.yes")}
        </button>
        <p class="quiet">{i18n.t("popup.guess.note", [portal.name])}</p>
      </Say>
    );
  }
  const { text, todo } = noCardText(reason, portal);
  return (
    <Say heading={i18n.t("popup.none.heading")} text={text}>
      {todo && (
        <button
          type="button"
          class="primary"
          onClick={() => (todo.to === null ? onLookAgain() : onGo(todo.to))}
        >
          {todo.label}
        </button>
      )}
    </Say>
  );
}

function Say({ heading, text, children }: { heading: string; text: string; children?: ComponentChildren }) {
  return (
    <>
      <h1>{heading}</h1>
      <p>{text}</p>
      {children}
    </>
  );
}
