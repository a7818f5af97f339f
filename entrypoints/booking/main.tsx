import { render } from "preact";
import { i18n } from "#i18n";
import { SessionId } from "../../lib/booking/session-id";
import { sendToBackground } from "../../lib/messages";
import { uiDirection } from "../../lib/ui-locale";
import { askGuests } from "./ask-guests";
import { showSession } from "./show-session";

document.documentElement.lang = i18n.t("meta.locale");
document.documentElement.dir = uiDirection();

const app = document.getElementById("app") as HTMLElement;
const id = SessionId.safeParse(location.hash.slice(1)).data;
const session = id ? await claim(id) : null;
// A page that frames us, or a session of another tab or another time: there is nothing to book.
if (id && session && session.guests.length > 0) askGuests(app, id, session);
else if (id && session) showSession(app, id, session);
else render(<Invalid />, app);

/** A claim of our own, made up anew with each load: the background knows us again when its first answer was lost. */
function claim(session: string) {
  return sendToBackground({ type: "claimSession", session, claim: crypto.randomUUID() }).catch(() => null);
}

function Invalid() {
  document.title = i18n.t("booking.invalid");
  return (
    <main class="message">
      <h1>{i18n.t("booking.invalid")}</h1>
      <p>{i18n.t("booking.invalidText")}</p>
    </main>
  );
}
