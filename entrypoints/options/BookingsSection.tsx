import { useEffect, useState } from "preact/hooks";
import { i18n } from "#i18n";
import type { CallAction } from "../../components/CallActions";
import { type BookingSearch, Bookings } from "../../components/options/Bookings";
import { LookNow } from "../../components/options/LookNow";
import { Notice } from "../../components/options/Notice";
import { Progress } from "../../components/options/Progress";
import { ticketOfQuery } from "../../lib/booking/bookings-of-ticket";
import { openBrief } from "../../lib/booking/brief/open-brief";
import { bookingsCsv, bookingsJson } from "../../lib/booking/export-bookings";
import { projectChanges } from "../../lib/booking/projection";
import { retentionState } from "../../lib/booking/retention/state";
import type { Booking, Mark } from "../../lib/booking/store/booking";
import { bookings } from "../../lib/booking/store/bookings";
import { groups } from "../../lib/booking/store/query";
import { sendToBackground } from "../../lib/messages";
import { accounts, schedulerName } from "../../lib/settings/accounts";
import { downloadJson, downloadText } from "./download";
import { forgetQuery } from "./route";
import { filterOf, useBookings } from "./use-bookings";
import { useLinks } from "./use-links";
import { useLookNow } from "./use-look-now";
import { useNotice } from "./use-notice";
import { useStored } from "./use-stored";

/** Bookings: wiring. `?group=past&text=…` begins with a search, `?ticket=<portal>:<id>` with the calls of a ticket. */
export function BookingsSection({ query }: { query: URLSearchParams }) {
  const [search, setSearch] = useState<BookingSearch>(() => ({
    group: groups.find((group) => group === query.get("group")) ?? "upcoming",
    text: query.get("text") ?? "",
    portal: query.get("portal") ?? "",
    technician: query.get("technician") ?? "",
    ticket: ticketOfQuery(query),
  }));
  const [chooses, setChooses] = useState(search.ticket !== null && !query.has("group"));
  const { loaded, failure, look, more } = useBookings(search);
  const retention = useStored(retentionState);
  const { notice, good, bad, undoable, refused } = useNotice();
  const known = useStored(accounts) ?? [];
  const { isLooking, lookNow } = useLookNow({ good, bad });
  const { renew, copy } = useLinks({ good, bad });
  const accountOf = ({ attempt }: Booking) => known.find(({ id }) => id === attempt?.account);

  // The calls of a ticket: the first group that has some, since nobody knows where they are.
  useEffect(() => {
    if (!loaded || !chooses) return;
    setChooses(false);
    const group = groups.find((one) => loaded.counts[one] > 0);
    if (group) setSearch({ ...search, group });
  }, [loaded]);

  async function act(booking: Booking, action: CallAction): Promise<void> {
    const theme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
    const answer = await sendToBackground({ type: "manageBooking", booking: booking.id, action, theme });
    if (answer.kind === "none") bad(i18n.t("call.impossible"));
    if (answer.kind === "file" && answer.ics) downloadText(answer.ics, "call.ics", "text/calendar");
  }

  async function mark(booking: Booking, given: Mark | null): Promise<void> {
    await bookings.update(booking.id, { what: "marked", mark: given }, new Date());
  }

  async function remove(booking: Booking): Promise<void> {
    const deleted = await bookings.delete(booking.id);
    await projectChanges();
    if (deleted) undo([deleted]);
  }

  async function removeAll(): Promise<void> {
    const deleted = await bookings.deleteAll();
    await projectChanges();
    undo(deleted);
  }

  function undo(deleted: readonly Booking[]): void {
    undoable(i18n.t("bookings.deleted", deleted.length), () => {
      bookings
        .restore(deleted)
        .then(() => projectChanges())
        .then(() => good(i18n.t("bookings.restored", deleted.length)), refused);
    });
  }

  async function exportAs(format: "csv" | "json"): Promise<void> {
    const all = await bookings.all(filterOf(search));
    if (format === "csv") downloadText(bookingsCsv(all), "bookings.csv", "text/csv");
    else downloadText(bookingsJson(all), "bookings.json", "application/json");
    good(i18n.t("bookings.exported", all.length));
  }

  return (
    <>
      <LookNow
        schedulers={known.filter(({ sync }) => sync).map(({ scheduler }) => schedulerName(scheduler))}
        isLooking={isLooking}
        onLook={() => void lookNow().catch(refused)}
      />
      {failure !== null && (
        <p class="problem" role="alert">
          {i18n.t("bookings.failed", [String(failure)])}{" "}
          <button type="button" class="link" onClick={look}>
            {i18n.t("bookings.again")}
          </button>
        </p>
      )}
      {loaded ? (
        <Bookings
          {...loaded}
          deletion={retention?.deletions.find(({ what }) => what === "bookings") ?? null}
          search={search}
          onSearch={(next) => {
            setSearch(next);
            if (search.ticket && !next.ticket) forgetQuery();
          }}
          onMore={more}
          onAct={(booking, action) => void act(booking, action).catch(refused)}
          onBrief={({ id }) => void openBrief(id)}
          onMark={(booking, given) => void mark(booking, given).catch(refused)}
          canRenew={(booking) => accountOf(booking) !== undefined}
          onRenew={(booking) => {
            const account = accountOf(booking);
            if (account) void renew(booking, account).catch(refused);
          }}
          onCopy={(link) => void copy(link)}
          onDelete={(booking) => void remove(booking).catch(refused)}
          onDeleteAll={() => void removeAll().catch(refused)}
          onExport={(format) => void exportAs(format).catch(refused)}
          onDownloadBroken={() =>
            void bookings
              .broken()
              .then(
                (rows) => downloadJson(`${JSON.stringify(rows, null, 2)}\n`, "bookings-unreadable.json"),
                refused,
              )
          }
        />
      ) : (
        failure === null && <Progress text={i18n.t("options.loading")} />
      )}
      <Notice notice={notice} />
    </>
  );
}
