import type { Asked } from "../../lib/booking/native/problem";
import type { Outcome } from "../../lib/booking/outcome";
import type { MeetingType } from "../../lib/scheduler/account/account";
import type { Attendee } from "../../lib/scheduler/slots/attendee";

/** What the flow asks of the background. All of them answer with a problem instead of throwing. */
export interface NativeRequests {
  meetingTypes(): Promise<Asked<MeetingType[]>>;
  /** Beginnings of free slots between two instants, in ISO 8601. */
  slots(meetingType: string, from: Date, to: Date): Promise<Asked<string[]>>;
  book(meetingType: string, start: string, attendee: Attendee, timeZone: string): Promise<Asked<Outcome>>;
  /** A link that ends after one booking; `start` and `attendee` where they are known. */
  makeLink(
    meetingType: string,
    start: string | null,
    attendee: Attendee | null,
    timeZone: string,
  ): Promise<Asked<{ url: string }>>;
  /** Asks the browser for access to a scheduler's API. Called in the click itself. */
  allow(origin: string): Promise<boolean>;
  /** The person opens a link in a tab, or takes it along. */
  taken(how: "tab" | "copied", url: string): void;
  copy(text: string): Promise<boolean>;
}
