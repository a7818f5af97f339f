import { render } from "preact";
import { i18n } from "#i18n";
import { BookingPage } from "../../components/BookingPage";
import { failureText } from "../../lib/booking/failure-text";
import type { Outcome } from "../../lib/booking/outcome";
import { SessionId } from "../../lib/booking/session-id";
import { tellUntilKept } from "../../lib/booking/tell-until-kept";
import { type BookingSession, type BookingState, sendToBackground } from "../../lib/messages";
import { schedulerById } from "../../lib/scheduler";
import { type CalendarCallbacks, mountCalendar } from "../../lib/scheduler/mount-calendar";
import { other } from "../../lib/scheduler/other";
import { uiDirection } from "../../lib/ui-locale";

document.documentElement.lang = i18n.t("meta.locale");
document.documentElement.dir = uiDirection();

const app = document.getElementById("app") as HTMLElement;
const id = SessionId.safeParse(location.hash.slice(1)).data;
const session = id ? await sendToBackground({ type: "claimSession", session: id }).catch(() => null) : null;
// A page that frames us, or a session of another tab or another time: there is nothing to book.
if (id && session) show(id, session);
else render(<Invalid />, app);

function Invalid() {
  document.title = i18n.t("booking.invalid");
  return (
    <main class="message">
      <h1>{i18n.t("booking.invalid")}</h1>
      <p>{i18n.t("booking.invalidText")}</p>
    </main>
  );
}

function show(id: string, session: BookingSession): void {
  const { technician, ticket, prefill, theme, rung, manages } = session;
  const link = new URL(session.link);
  const scheduler = schedulerById(session.scheduler) ?? other;
  const plainLink = manages ? link.href : scheduler.plainLink(link, prefill).href;
  const name = technician.name || technician.email;
  document.title = i18n.t("dialog.title", [name]);
  document.documentElement.dataset.theme = theme;

  let ready = false;
  let failure: string | null = null;
  let outcome: Outcome | null = null;
  let kept = true;
  let telling = Promise.resolve();

  const tell = (state: BookingState) => sendToBackground({ type: "bookingState", session: id, state });
  const tellProgress = (state: BookingState) => void tell(state).catch(() => null);

  /** One after another: the calendar may tell more while the background is still to answer. */
  function keep(state: BookingState): void {
    telling = telling.then(async () => {
      kept = await tellUntilKept(() => tell(state));
      paint();
    });
  }

  function paint(): void {
    render(
      <BookingPage
        alone={rung === "window"}
        manages={manages}
        technician={name}
        ticket={ticket}
        plainLink={plainLink}
        ready={ready}
        failure={failure}
        call={outcome && { ...outcome, technician }}
        kept={kept}
        onMount={(container) => void mount(container)}
        onCopy={() =>
          navigator.clipboard.writeText(plainLink).then(
            () => true,
            () => false,
          )
        }
      />,
      app,
    );
  }

  async function mount(container: HTMLElement): Promise<void> {
    const opening = scheduler.open(link, prefill, theme);
    const callbacks: CalendarCallbacks = {
      ready() {
        ready = true;
        failure = null;
        tellProgress({ step: "ready" });
        paint();
      },
      failed(cause, code) {
        const state = { step: "failed", cause, code } as const;
        failure = `${failureText(state, name)} ${i18n.t("ladder.tabNext")}`;
        tellProgress(state);
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
    await mountCalendar(container, scheduler, opening, callbacks).catch(() =>
      callbacks.failed("refused", null),
    );
  }

  paint();
}
