import * as z from "zod/mini";

/** Random id of a booking session, as it stands in the booking page's address. */
export const SessionId = z.uuid();
