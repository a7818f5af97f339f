import { calCom } from "./cal-com";
import type { LinkKind, Scheduler } from "./scheduler";

const schedulers: readonly Scheduler[] = [calCom];

/** The scheduler that a link belongs to, and what the link opens; `null` when no scheduler knows it. */
export function recogniseScheduler(link: URL): { scheduler: Scheduler; kind: LinkKind } | null {
  for (const scheduler of schedulers) {
    const kind = scheduler.recognise(link);
    if (kind) return { scheduler, kind };
  }
  return null;
}
