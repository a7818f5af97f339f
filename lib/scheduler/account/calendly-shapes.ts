import * as z from "zod/mini";

// Answers of Calendly's API, as far as they are used.
// @see https://developer.calendly.com/api-docs

export const User = z.object({
  uri: z.url(),
  name: z.string(),
  email: z.string(),
  scheduling_url: z.url(),
  timezone: z.optional(z.nullable(z.string())),
});

export const EventType = z.object({
  uri: z.url(),
  name: z.string(),
  duration: z.number(),
  scheduling_url: z.url(),
  description_plain: z.optional(z.nullable(z.string())),
  custom_questions: z.optional(
    z.array(z.object({ name: z.string(), type: z.string(), position: z.number(), enabled: z.boolean() })),
  ),
});
export type EventType = z.infer<typeof EventType>;

export const EventTypes = z.object({
  collection: z.array(EventType),
  pagination: z.object({ next_page_token: z.nullable(z.string()) }),
});

/** Where the calls of an event type take place; nobody has set it where it is `null`. */
const Places = z.optional(
  z.nullable(z.array(z.object({ kind: z.string(), location: z.optional(z.nullable(z.string())) }))),
);
export type Places = z.infer<typeof Places>;
export const PlacesOfType = z.object({ resource: z.object({ locations: Places }) });

export const Times = z.object({
  collection: z.array(z.object({ status: z.string(), start_time: z.iso.datetime({ offset: true }) })),
});
export const SingleUseLink = z.object({ resource: z.object({ booking_url: z.url() }) });
export const Invitee = z.object({ resource: z.object({ uri: z.url(), status: z.string() }) });

/** What an error answer says about single parameters. */
export const Refusal = z.object({
  details: z.array(z.object({ parameter: z.optional(z.string()), code: z.optional(z.string()) })),
});
