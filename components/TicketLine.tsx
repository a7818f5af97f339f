import { i18n } from "#i18n";

/** What a call is about; a ticket, unless it says that it is an application. */
export interface CallSubject {
  kind?: "ticket" | "application";
  number: string;
  subject: string | null;
}

/** What a call is about, in a line. */
export function TicketLine({ ticket }: { ticket: CallSubject }) {
  const { kind = "ticket", number, subject } = ticket;
  return (
    <p class="quiet">
      {i18n.t(`dialog.${kind}`, [number])}
      {subject && (
        <>
          {" — "}
          <bdi>{subject}</bdi>
        </>
      )}
    </p>
  );
}
