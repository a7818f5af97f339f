import { Download, Trash2, X } from "lucide-preact";
import { i18n } from "#i18n";
import type { Deletion } from "../../lib/booking/retention/state";
import type { Booking, Mark } from "../../lib/booking/store/booking";
import { type Group, groups } from "../../lib/booking/store/query";
import { uiLocale } from "../../lib/ui-locale";
import type { CallAction } from "../CallActions";
import { BookingRow } from "./BookingRow";
import { groupText } from "./booking-texts";
import { DeletionText } from "./DeletionText";
import { IconButton } from "./IconButton";
import { Select } from "./Select";
import { TextField } from "./TextField";

/** What the person is looking for; empty texts stand for everything. */
export interface BookingSearch {
  group: Group;
  text: string;
  portal: string;
  technician: string;
  /** The only one whose calls are shown. */
  ticket: { portal: string; id: string } | null;
}

export interface BookingsProps {
  search: BookingSearch;
  /** As far as they are shown. */
  bookings: readonly Booking[];
  counts: Readonly<Record<Group, number>>;
  /** How many there are in all, whatever is searched for. */
  total: number;
  /** To choose from: what it is, and what it is called. */
  portals: readonly { value: string; name: string }[];
  technicians: readonly { value: string; name: string }[];
  /** How many rows cannot be read. */
  broken: number;
  /** The last time when some were deleted since they were over for long. */
  deletion?: Deletion | null;
  onSearch(search: BookingSearch): void;
  onMore(): void;
  onAct(booking: Booking, action: CallAction): void;
  onBrief(booking: Booking): void;
  onMark(booking: Booking, mark: Mark | null): void;
  /** Whether another link can be made for what was started. */
  canRenew(booking: Booking): boolean;
  onRenew(booking: Booking): void;
  onCopy(link: string): void;
  onDelete(booking: Booking): void;
  onDeleteAll(): void;
  onExport(format: "csv" | "json"): void;
  onDownloadBroken(): void;
}

/** All bookings of this browser: by group, searched and filtered, a page at a time. */
export function Bookings(props: BookingsProps) {
  const { search, bookings, counts, total, deletion, onSearch } = props;
  const number = new Intl.NumberFormat(uiLocale());
  const found = counts[search.group];
  const everything = { value: "", name: i18n.t("bookings.everything") };
  const isFiltered =
    search.text.trim() !== "" || search.portal !== "" || search.technician !== "" || search.ticket !== null;
  return (
    <>
      <p>{i18n.t("bookings.intro")}</p>
      {deletion && (
        <p class="quiet">
          <DeletionText deletion={deletion} /> <a href="#privacy">{i18n.t("privacy.change")}</a>
        </p>
      )}
      <fieldset class="groups">
        <legend class="visually-hidden">{i18n.t("bookings.groupsLabel")}</legend>
        {groups.map((group) => (
          <button
            key={group}
            type="button"
            class="small"
            aria-pressed={group === search.group}
            onClick={() => onSearch({ ...search, group })}
          >
            {groupText(group)} <span class="count">{number.format(counts[group])}</span>
          </button>
        ))}
      </fieldset>
      {total > 0 && (
        <search>
          <TextField
            label={i18n.t("bookings.search")}
            hint={i18n.t("bookings.searchHint")}
            type="search"
            value={search.text}
            onInput={(text) => onSearch({ ...search, text })}
          />
          <div class="filters">
            <Select
              label={i18n.t("bookings.portal")}
              value={search.portal}
              options={[everything, ...props.portals]}
              onChange={(portal) => onSearch({ ...search, portal })}
            />
            <Select
              label={i18n.t("bookings.technician")}
              value={search.technician}
              options={[everything, ...props.technicians]}
              onChange={(technician) => onSearch({ ...search, technician })}
            />
          </div>
        </search>
      )}
      {search.ticket && (
        <TicketChip
          number={bookings[0]?.ticket.number ?? search.ticket.id}
          onRemove={() => onSearch({ ...search, ticket: null })}
        />
      )}
      <p class="quiet" role="status">
        {i18n.t("bookings.shown", [number.format(bookings.length), number.format(found)])}
      </p>
      {found === 0 && (
        <p class="empty">
          {total === 0
            ? i18n.t("bookings.empty")
            : i18n.t(isFiltered ? "bookings.nothingFound" : "bookings.nothingHere")}
        </p>
      )}
      <ul class="rows bookings">
        {bookings.map((booking) => (
          <li key={booking.id}>
            <BookingRow
              booking={booking}
              portal={props.portals.find(({ value }) => value === booking.portal)?.name ?? booking.portal}
              onAct={(action) => props.onAct(booking, action)}
              onBrief={() => props.onBrief(booking)}
              onMark={(mark) => props.onMark(booking, mark)}
              onRenew={props.canRenew(booking) ? () => props.onRenew(booking) : null}
              onCopy={props.onCopy}
              onDelete={() => props.onDelete(booking)}
            />
          </li>
        ))}
      </ul>
      {found > bookings.length && (
        <div class="buttons">
          <button type="button" onClick={props.onMore}>
            {i18n.t("bookings.more")}
          </button>
        </div>
      )}
      <Foot {...props} />
    </>
  );
}

function Foot({ total, broken, onExport, onDeleteAll, onDownloadBroken }: BookingsProps) {
  if (total === 0 && broken === 0) return null;
  return (
    <section>
      <h2>{i18n.t("bookings.files")}</h2>
      <p class="quiet">{i18n.t("bookings.filesText")}</p>
      <div class="buttons">
        <button type="button" onClick={() => onExport("csv")}>
          <Download size={16} aria-hidden="true" />
          {i18n.t("bookings.csv")}
        </button>
        <button type="button" onClick={() => onExport("json")}>
          <Download size={16} aria-hidden="true" />
          {i18n.t("bookings.json")}
        </button>
        <button type="button" onClick={onDeleteAll}>
          <Trash2 size={16} aria-hidden="true" />
          {i18n.t("bookings.deleteAll")}
        </button>
      </div>
      {broken > 0 && (
        <p class="warning">
          {i18n.t("bookings.broken", broken)}{" "}
          <button type="button" class="link" onClick={onDownloadBroken}>
            {i18n.t("bookings.downloadBroken")}
          </button>
        </p>
      )}
    </section>
  );
}

/** The one ticket whose calls are shown; taken away, all are. */
function TicketChip({ number, onRemove }: { number: string; onRemove(): void }) {
  return (
    <p>
      <span class="chip">
        {i18n.t("dialog.ticket", [number])}
        <IconButton
          icon={X}
          text={i18n.t("bookings.allTickets")}
          name={i18n.t("bookings.allTickets")}
          onClick={onRemove}
        />
      </span>
    </p>
  );
}
