import { render } from "preact";
import * as z from "zod/mini";
import { i18n } from "#i18n";
import { Progress } from "../../components/options/Progress";
import { remind } from "../../lib/booking/reminders/remind";
import { bookings } from "../../lib/booking/store/bookings";
import { uiDirection } from "../../lib/ui-locale";
import { Brief } from "./Brief";

document.documentElement.lang = i18n.t("meta.locale");
document.documentElement.dir = uiDirection();
document.title = `${i18n.t("brief.title")} – CallCard`;

const app = document.getElementById("app") as HTMLElement;
const id = z.uuid().safeParse(new URLSearchParams(location.search).get("booking")).data ?? null;
render(<Progress text={i18n.t("options.loading")} />, app);
// What is changed here has to change the alarm, and the background may be asleep.
bookings.watch(() => void remind());
render(<Brief id={id} />, app);
