import { render } from "preact";
import { i18n } from "#i18n";
import { GuestsStep } from "../../components/GuestsStep";
import { type BookingSession, sendToBackground } from "../../lib/messages";
import { showSession } from "./show-session";

/** Shows whom the session would invite, and goes on to the calendar with those who stay: wiring. */
export function askGuests(app: HTMLElement, id: string, session: BookingSession): void {
  const { technician, ticket, theme, rung } = session;
  const name = technician.name || technician.email;
  document.title = i18n.t("dialog.title", [name]);
  document.documentElement.dataset.theme = theme;

  async function goOn(emails: string[]): Promise<void> {
    // Without an answer nobody is invited: that is how the session began.
    const { guests } = await sendToBackground({ type: "chooseGuests", session: id, emails }).catch(() => ({
      guests: [],
    }));
    render(null, app);
    showSession(app, id, { ...session, prefill: { ...session.prefill, guests } });
  }

  render(
    <GuestsStep
      technician={name}
      ticket={ticket}
      alone={rung === "window"}
      guests={session.guests}
      onGoOn={(emails) => void goOn(emails)}
    />,
    app,
  );
  const asking = { type: "bookingState", session: id, state: { step: "asking" } } as const;
  void sendToBackground(asking).catch(() => null);
}
