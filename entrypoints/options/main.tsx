import { render } from "preact";
import { i18n } from "#i18n";
import { remind } from "../../lib/booking/reminders/remind";
import { bookings } from "../../lib/booking/store/bookings";
import { portals } from "../../lib/settings/items";
import { uiDirection } from "../../lib/ui-locale";
import { Options } from "./Options";

document.documentElement.lang = i18n.t("meta.locale");
document.documentElement.dir = uiDirection();

// Without a section: who has a portal comes for technicians, who has none begins at the beginning.
if (location.hash.length < 2) {
  history.replaceState(null, "", (await portals.read()).length > 0 ? "#technicians" : "#welcome");
}
// What is changed here has to change the alarm, and the background may be asleep.
bookings.watch(() => void remind());
render(<Options />, document.getElementById("app") as HTMLElement);
