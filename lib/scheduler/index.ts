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

/** Which scheduler a link belongs to. `likely`: by the link's form alone, on a host that nobody knows. */
export interface Recognition {
  scheduler: Scheduler;
  kind: LinkKind;
  confidence: "certain" | "likely";
}

/** The scheduler that a link belongs to, and what the link opens; `null` when it is no calendar. */
export function recogniseScheduler(link: URL): Recognition | null {
  const own = schedulers.find(({ hosts }) => isAllowedHost(link, hosts));
  if (own) {
    const kind = own.recognise(link);
    return kind && { scheduler: own, kind, confidence: "certain" };
  }
  for (const scheduler of schedulers) {
    const kind = scheduler.recogniseElsewhere?.(link);
    if (kind) return { scheduler, kind, confidence: "likely" };
  }
  return null;
}
