import { type Booking, overAt } from "./booking";

/** A booking as it lies in the database: with what its indexes are made of. */
export type Row = Booking & { at: number; terms: string[]; uids: string[] };

/** A booking with its index fields. */
export function rowOf(booking: Booking): Row {
  const { scheduler, uid, history } = booking;
  const uids = [uid, ...history.map((event) => event.uid)].filter((known) => known !== null);
  return {
    ...booking,
    at: overAt(booking),
    terms: termsOf(booking),
    uids: [...new Set(uids.map((known) => uidKey(scheduler, known)))],
  };
}

/** Uids are unique to their scheduler. */
export function uidKey(scheduler: string, uid: string): string {
  return `${scheduler}:${uid}`;
}

/** An exact term of the index: what no word of a text can be, since words hold no tab. */
export const exactTerm = {
  portal: (portal: string) => `portal\t${portal}`,
  technician: (email: string) => `technician\t${email.toLowerCase()}`,
  ticket: (portal: string, id: string) => `ticket\t${portal}\t${id}`,
};

const segmenter = new Intl.Segmenter(undefined, { granularity: "word" });

/** The words of a text, as they are searched for: whatever the script, capitals and forms of letters aside. */
export function wordsOf(text: string): string[] {
  const plain = text.normalize("NFKC").toLocaleLowerCase("en");
  return [...segmenter.segment(plain)].flatMap(({ segment, isWordLike }) => (isWordLike ? [segment] : []));
}

function termsOf({ portal, ticket, technician, attendee }: Booking): string[] {
  const texts = [
    ticket.number,
    ticket.subject,
    technician.name,
    technician.email,
    attendee.name,
    attendee.email,
  ];
  return [
    ...new Set([
      exactTerm.portal(portal),
      exactTerm.technician(technician.email),
      exactTerm.ticket(portal, ticket.id),
      ...texts.flatMap((text) => (text ? wordsOf(text) : [])),
    ]),
  ];
}
