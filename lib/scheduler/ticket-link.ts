import { i18n } from "#i18n";
import { me, share } from "../settings/items";
import type { Portal } from "../settings/portal";
import type { Preset } from "../ticket/presets/preset";
import type { Ticket } from "../ticket/ticket";
import { buildPrefill, type Prefill } from "./prefill";

/** What the scheduler is told about a ticket of a portal, by the settings of this browser. */
export async function prefillFor(ticket: Ticket, portal: Portal, preset: Preset | null): Promise<Prefill> {
  return buildPrefill(ticket, {
    share: await share.read(),
    me: await me.read(),
    questions: portal.questions ?? preset?.questions ?? {},
    regarding,
    invited: (name) => i18n.t("prefill.invited", [name]),
  });
}

function regarding(kind: Ticket["kind"], number: string, subject: string | null): string {
  if (kind === "application") {
    return subject
      ? i18n.t("prefill.regardingApplicationSubject", [number, subject])
      : i18n.t("prefill.regardingApplication", [number]);
  }
  return subject
    ? i18n.t("prefill.regardingSubject", [number, subject])
    : i18n.t("prefill.regarding", [number]);
}
