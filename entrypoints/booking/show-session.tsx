import { render } from "preact";
import { i18n } from "#i18n";
import { BookingPage } from "../../components/BookingPage";
import { NativeFlow } from "../../components/native/NativeFlow";
import { dialogTitle } from "../../lib/booking/dialog-title";
import { failureText } from "../../lib/booking/failure-text";
import type { Outcome } from "../../lib/booking/outcome";
import { tellUntilKept } from "../../lib/booking/tell-until-kept";
import { type BookingSession, type BookingState, sendToBackground } from "../../lib/messages";
import { schedulerById } from "../../lib/scheduler";
import { type CalendarCallbacks, mountCalendar } from "../../lib/scheduler/mount-calendar";
import { other } from "../../lib/scheduler/other";
import type { Prefill } from "../../lib/scheduler/prefill";
import { schedulerName } from "../../lib/settings/accounts";
import { copyText } from "../overlay.content/copy-text";
import { NoteSection } from "./note-section";
import { nativeRequests } from "./requests";

/** Which calendar is open: that of the session's link, or one that ends after one booking, on which a time is confirmed. */
interface OpenCalendar {
  link: URL;
  prefill: Prefill;
  singleUse: boolean;
}

/** Shows a booking session: a time is chosen here, or the scheduler's own page is. */
export function showSession(app: HTMLElement, id: string, session: BookingSession): void {
  const { technician, ticket, prefill, theme, rung, native, manages } = session;
  const link = new URL(session.link);
  const scheduler = schedulerById(session.scheduler) ?? other;
  const name = technician.name || technician.email;
  const requests = nativeRequests(id);
  document.title = dialogTitle(manages, name);
  document.documentElement.dataset.theme = theme;

  const ownPage: OpenCalendar = { link, prefill, singleUse: false };
  let shows: "flow" | "calendar" | "booked" = native?.when === "first" ? "flow" : "calendar";
  let calendar = ownPage;
  let listening = new AbortController();
  let ready = false;
  let failure: string | null = null;
  let outcome: Outcome | null = null;
  let recorded = false;
  let note: string | null = null;
  /** Whether a time is chosen here; the questions that this takes are not asked before. */
  let usesFlow = native?.when === "first";

  let kept = true;
  let telling = Promise.resolve();

  const tell = (state: BookingState) => sendToBackground({ type: "bookingState", session: id, state });
  const tellProgress = (state: BookingState) => void tell(state).catch(() => null);

  /** One after another: the calendar may tell more while the background is still to answer. */
  function keep(state: BookingState): void {
    telling = telling.then(async () => {
      kept = await tellUntilKept(async () => {
        const answer = await tell(state);
        if (outcome && answer.outcome) outcome = answer.outcome;
        return answer;
      });
      recorded = true;
      paint();
    });
  }

  function paint(): void {
    const plainLink = manages ? link.href : scheduler.plainLink(calendar.link, calendar.prefill).href;
    render(
      <BookingPage
        alone={rung === "window"}
        manages={manages}
        kept={kept}
        technician={name}
        ticket={ticket}
        plainLink={plainLink}
        ready={ready}
        failure={shows === "calendar" ? failure : null}
        call={outcome && { ...outcome, technician }}
        onMount={(container) => void mount(container)}
        onCopy={() => {
          requests.taken("copied", plainLink);
          return copyText(plainLink);
        }}
        onOpenLink={() => requests.taken("tab", plainLink)}
        flow={native && usesFlow && shows !== "booked" ? flow(native) : undefined}
        shows={shows}
        note={
          shows === "calendar" && calendar.singleUse && !outcome ? (
            <ConfirmThere scheduler={scheduler.name} onBack={backToFlow} />
          ) : (
            note && <p class="note">{note}</p>
          )
        }
        ticketNote={outcome && recorded && <NoteSection about={{ session: id }} />}
        saysAll={rung === "window" || calendar.singleUse}
      />,
      app,
    );
  }

  function flow({ scheduler: by, finish, links, timeZone }: NonNullable<BookingSession["native"]>) {
    return (
      <NativeFlow
        technician={{ name, timeZone }}
        scheduler={schedulerName(by)}
        finish={finish}
        links={links}
        start={{ name: prefill.name ?? "", email: prefill.email ?? "", notes: prefill.notes ?? "" }}
        requests={requests}
        onBooked={(booked) => {
          outcome = booked;
          recorded = true;
          shows = "booked";
          paint();
        }}
        onLink={(url) => openCalendar({ link: new URL(url), prefill: NOTHING, singleUse: true })}
        onOwnPage={(typed) => openCalendar({ link, prefill: { ...prefill, ...typed }, singleUse: false })}
      />
    );
  }

  function openCalendar(next: OpenCalendar): void {
    calendar = next;
    shows = "calendar";
    ready = false;
    failure = null;
    note = null;
    paint();
  }

  function backToFlow(): void {
    listening.abort();
    listening = new AbortController();
    shows = "flow";
    paint();
  }

  async function mount(container: HTMLElement): Promise<void> {
    const opening = scheduler.open(calendar.link, calendar.prefill, theme);
    const { singleUse } = calendar;
    const callbacks: CalendarCallbacks = {
      opens(url) {
        void sendToBackground({ type: "calendarOpened", session: id, url }).catch(() => null);
      },
      ready() {
        ready = true;
        failure = null;
        tellProgress({ step: "ready" });
        paint();
      },
      failed(cause, code) {
        const state = { step: "failed", cause, code } as const;
        failure = `${failureText(state, name)} ${i18n.t("ladder.tabNext")}`;
        if (rung === "window" && native?.when === "fallback" && cause === "silence") {
          note = i18n.t("native.fallback", [schedulerName(native.scheduler)]);
          usesFlow = true;
          shows = "flow";
        }
        // The dialog would leave for a window; a link that was just made is better opened from here.
        if (!singleUse) tellProgress(state);
        paint();
      },
      booked(booked) {
        outcome = booked;
        keep({ step: "booked", outcome: booked });
        paint();
      },
      rescheduled(moved) {
        outcome = moved;
        keep({ step: "rescheduled", outcome: moved });
        paint();
      },
      cancelled() {
        outcome = null;
        keep({ step: "cancelled" });
        paint();
      },
    };
    if (opening.how === "window") return callbacks.failed("refused", null); // the background does not open these here
    await mountCalendar(container, scheduler, opening, callbacks, listening.signal).catch(() =>
      callbacks.failed("refused", null),
    );
  }

  if (shows === "flow") tellProgress({ step: "ready" });
  paint();
}

/** A link that was made for somebody has it all in its address. */
const NOTHING: Prefill = {
  name: null,
  email: null,
  phone: null,
  guests: [],
  notes: null,
  metadata: {},
  questions: {},
};

function ConfirmThere({ scheduler, onBack }: { scheduler: string; onBack(): void }) {
  return (
    <div class="confirm-there">
      <p role="status">{i18n.t("native.confirmThere", [scheduler])}</p>
      <button type="button" onClick={onBack}>
        {i18n.t("attendee.back")}
      </button>
    </div>
  );
}
