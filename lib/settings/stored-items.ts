import { accounts } from "./accounts";
import { bookingHosts, counting, me, ownSchedulers, pageEvents, portals, share } from "./items";
import { privacy } from "./privacy";
import { reminders } from "./reminders";
import { webhook } from "./webhook";

/** Every setting that is stored under one key, for the export of what cannot be read. What CallCard notes for itself is made anew. */
export const storedItems = [
  portals,
  bookingHosts,
  ownSchedulers,
  share,
  me,
  accounts,
  reminders,
  pageEvents,
  webhook,
  counting,
  privacy,
] as const;
