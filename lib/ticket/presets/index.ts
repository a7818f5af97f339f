import { autotask } from "./autotask";
import { chatwoot } from "./chatwoot";
import { frappeHelpdesk } from "./frappe-helpdesk";
import { freeScout } from "./freescout";
import { freshdesk } from "./freshdesk";
import { glpi } from "./glpi";
import { greenhouse } from "./greenhouse";
import { hubSpot } from "./hubspot";
import { jira } from "./jira";
import { lever } from "./lever";
import { libredesk } from "./libredesk";
import { myPortal } from "./my-portal";
import { openCats } from "./opencats";
import { osTicket } from "./osticket";
import { peppermint } from "./peppermint";
import type { Preset } from "./preset";
import { redmine } from "./redmine";
import { requestTracker } from "./request-tracker";
import { serviceNow } from "./servicenow";
import { syncro } from "./syncro";
import { uvDesk } from "./uvdesk";
import { zammad } from "./zammad";
import { zendesk } from "./zendesk";
import { znuny } from "./znuny";

/** All portal products that CallCard knows. */
export const presets: readonly Preset[] = [
  requestTracker,
  myPortal,
  redmine,
  freeScout,
  glpi,
  osTicket,
  uvDesk,
  zammad,
  znuny,
  autotask,
  freshdesk,
  jira,
  openCats,
  serviceNow,
  syncro,
  zendesk,
  frappeHelpdesk,
  libredesk,
  chatwoot,
  peppermint,
  hubSpot,
  greenhouse,
  lever,
];

/** The preset with this id, if there is one. */
export function presetById(id: string | null | undefined): Preset | null {
  return presets.find((preset) => preset.id === id) ?? null;
}

/** The cloud product whose sites have this host. */
export function presetByHost(hostname: string): Preset | null {
  const isHost = (host: string) =>
    host.startsWith("*.") ? hostname.endsWith(host.slice(1)) : hostname === host;
  return presets.find((preset) => preset.hosts?.some(isHost)) ?? null;
}

/** The preset whose fingerprint a document carries. Two at once is none. */
export function recognisePreset(document: Document): Preset | null {
  const found = presets.filter((preset) => preset.recognise(document));
  return found.length === 1 ? (found[0] ?? null) : null;
}
