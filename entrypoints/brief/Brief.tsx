import { useEffect, useState } from "preact/hooks";
import { browser } from "wxt/browser";
import { i18n } from "#i18n";
import { CallBrief } from "../../components/brief/CallBrief";
import { NoCall } from "../../components/brief/NoCall";
import type { CallAction } from "../../components/CallActions";
import { Progress } from "../../components/options/Progress";
import { areNotificationsAllowed } from "../../lib/booking/reminders/notification";
import { snooze } from "../../lib/booking/reminders/remind";
import type { Booking, Mark } from "../../lib/booking/store/booking";
import { bookings } from "../../lib/booking/store/bookings";
import { sendToBackground } from "../../lib/messages";
import { me, portals } from "../../lib/settings/items";
import { reminders } from "../../lib/settings/reminders";
import { NoteSection } from "../booking/note-section";
import { downloadText } from "../options/download";
import { useLoaded } from "./use-loaded";
import { useTicket } from "./use-ticket";

/** The page of one call, up to date while it is open. */
export function Brief({ id }: { id: string | null }) {
  const booking = useLoaded(
    async () => ({ found: id === null ? null : await bookings.get(id) }),
    bookings.watch,
  );
  if (!booking) return <Progress text={i18n.t("options.loading")} />;
  if (!booking.found) return <NoCall isGone={id !== null} onBookings={() => void openBookings()} />;
  return <Call booking={booking.found} />;
}

function Call({ booking }: { booking: Booking }) {
  const [now, setNow] = useState(() => Date.now());
  const [result, setResult] = useState<string | null>(null);
  const [marked, setMarked] = useState<Mark | null>(null);
  const { ticket, tab, openTicket } = useTicket(booking);
  const surroundings = useLoaded(() => loadSurroundings(booking), reminders.watch);
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), 5000);
    return () => clearInterval(ticking);
  }, []);
  if (!surroundings) return <Progress text={i18n.t("options.loading")} />;

  const refused = (error: unknown) => setResult(i18n.t("problem.storage", [String(error)]));

  async function act(action: CallAction): Promise<void> {
    const theme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
    const answer = await sendToBackground({ type: "manageBooking", booking: booking.id, action, theme });
    setResult(answer.kind === "none" ? i18n.t("call.impossible") : null);
    if (answer.kind === "file" && answer.ics) downloadText(answer.ics, "call.ics", "text/calendar");
  }

  async function again(choice: "5-minutes" | "start"): Promise<void> {
    await snooze(booking.id, choice, new Date());
    setResult(i18n.t(choice === "start" ? "reminders.snoozedToStart" : "reminders.snoozed"));
  }

  async function mark(given: Mark): Promise<void> {
    await bookings.update(booking.id, { what: "marked", mark: given }, new Date());
    setMarked(given);
  }

  const read = ticket.at === "read" && tab !== null ? ticket.brief : null;
  const page = read && tab !== null ? { ticket: read.ticket, preset: read.preset, tab } : null;
  return (
    <CallBrief
      booking={booking}
      portal={surroundings.portal}
      me={surroundings.me}
      canSnooze={surroundings.canSnooze}
      now={now}
      ticket={ticket}
      result={result}
      note={
        marked && (
          <NoteSection
            key={`${marked} ${page !== null}`}
            about={{ booking: booking.id, mark: marked, page }}
          />
        )
      }
      onAct={(action) => void act(action).catch(refused)}
      onSnooze={(choice) => void again(choice).catch(refused)}
      onOpenTicket={openTicket}
      onMark={(given) => void mark(given).catch(refused)}
    />
  );
}

async function loadSurroundings({ portal }: Booking) {
  const [all, own, settings, allowed] = await Promise.all([
    portals.read(),
    me.read(),
    reminders.read(),
    areNotificationsAllowed(),
  ]);
  return {
    portal: all.find(({ id }) => id === portal)?.name ?? portal,
    me: own,
    canSnooze: settings.on && allowed,
  };
}

async function openBookings(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL("/options.html#bookings" as "/options.html") });
}
