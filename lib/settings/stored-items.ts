import { accounts } from "./accounts";
import { bookingHosts, counting, me, ownSchedulers, pageEvents, portals, share } from "./items";
import { privacy } from "./privacy";
import { reminders } from "./reminders";
import { webhook } from "./webhook";

/** Everything that is stored under one key, for the check of what cannot be read. */
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
