import * as z from "zod/mini";
import { callApi, type Fetch } from "./request";

const instant = z.iso.datetime({ offset: true });
const Event = z.object({ resource: z.object({ start_time: instant, end_time: instant }) });

/**
 * When a call takes place that was booked on Calendly's own page, which tells only the invitee's address.
 * @param invitee `https://api.calendly.com/scheduled_events/…/invitees/…`; only its id is used, the request goes to `base`
 * @returns `null` for an address of another form
 * @throws AccountError
 */
export async function calendlyTime(
  token: string,
  base: string,
  invitee: string,
  fetch?: Fetch,
): Promise<{ start: string; end: string } | null> {
  const [, id] = /\/scheduled_events\/([\w-]+)\/invitees\/[\w-]+$/.exec(invitee) ?? [];
  if (id === undefined) return null;
  const { resource } = await callApi(
    {
      url: new URL(`scheduled_events/${id}`, base),
      headers: { Authorization: `Bearer ${token}` },
      answer: Event,
      scope: "scheduled_events:read",
    },
    fetch,
  );
  return {
    start: new Date(resource.start_time).toISOString(),
    end: new Date(resource.end_time).toISOString(),
  };
}
