import { isAllowedHost } from "../offer/link";
import { acuity } from "./acuity";
import { calCom } from "./cal-com";
import { calendly } from "./calendly";
import { chiliPiper } from "./chili-piper";
import { google } from "./google";
import { hubSpot } from "./hubspot";
import { koalendar } from "./koalendar";
import { microsoft } from "./microsoft";
import { nylas } from "./nylas";
import { onceHub } from "./oncehub";
import { other } from "./other";
import { savvyCal } from "./savvycal";
import type { LinkKind, Scheduler } from "./scheduler";
import { tidyCal } from "./tidycal";
import { youCanBookMe } from "./youcanbookme";
import { zcal } from "./zcal";
import { zoho } from "./zoho";
import { zoom } from "./zoom";

/** All schedulers. On hosts that belong to none of them, the first one that could have made the link is asked. */
export const schedulers: readonly Scheduler[] = [
  calCom,
  calendly,
  google,
  microsoft,
  hubSpot,
  savvyCal,
  zcal,
  tidyCal,
  acuity,
  youCanBookMe,
  zoho,
  onceHub,
  chiliPiper,
  zoom,
  koalendar,
  nylas,
  other,
];

/** Ids of schedulers by entry of the allow-list (`book.example.com`). */
export type OwnHosts = Readonly<Record<string, string>>;

/** A scheduler by its id. */
export function schedulerById(id: string | undefined): Scheduler | undefined {
  return schedulers.find((scheduler) => scheduler.id === id);
}

/** The scheduler that an entry of the allow-list belongs to by itself; `undefined` for hosts of somebody's own. */
export function schedulerOfHost(entry: string): Scheduler | undefined {
  const address = `https://${entry.replace("*.", "any.")}`;
  if (!URL.canParse(address)) return undefined;
  return schedulers.find(({ hosts }) => isAllowedHost(new URL(address), hosts));
}

/** Which scheduler a link belongs to. `likely`: by the link's form alone, on a host that nobody knows. */
export interface Recognition {
  scheduler: Scheduler;
  kind: LinkKind;
  confidence: "certain" | "likely";
}

/**
 * The scheduler that a link belongs to, and what the link opens; `null` when it is no calendar.
 * @param own whose pages stand on hosts of somebody's own: a scheduler's id by entry of the allow-list. What somebody says
 *   is taken as it is: on such a host every page is one of that scheduler.
 */
export function recogniseScheduler(link: URL, own: OwnHosts = {}): Recognition | null {
  const known = schedulers.find(({ hosts }) => isAllowedHost(link, hosts));
  if (known) {
    const kind = known.recognise(link);
    return kind && { scheduler: known, kind, confidence: "certain" };
  }
  const said = schedulerById(Object.entries(own).find(([entry]) => isAllowedHost(link, [entry]))?.[1]);
  if (said) return { scheduler: said, kind: said.recognise(link) ?? "page", confidence: "certain" };
  for (const scheduler of schedulers) {
    const kind = scheduler.recogniseElsewhere?.(link);
    if (kind) return { scheduler, kind, confidence: "likely" };
  }
  return null;
}
