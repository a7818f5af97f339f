import { sendToBackground } from "../../lib/messages";
import { createKnownValues } from "../../lib/offer/known-values";
import { drifts } from "../../lib/settings/drift";
import { directory } from "../../lib/settings/technicians";
import { type Missing, missingOn } from "../../lib/ticket/drift";
import { isOwnPage } from "../../lib/ticket/find-page";
import type { LabelTools } from "../../lib/ticket/labels/tools";
import { loadLabels } from "./load-labels";
import type { Reading } from "./read-page";

/** A page that has not shown its fields for so long will not show them any more, in milliseconds. */
const SETTLED = 5_000;

async function showsAssignee(labels: LabelTools, exclude: string | null): Promise<boolean> {
  const known = createKnownValues(directory);
  const shows = () => labels.showsAssignee(document, exclude, known.isKnown);
  return shows() || ((await known.lookUp()) && shows());
}

/** Watches whether page definitions still find what they should on pages that look like their tickets. */
export function createDriftWatch() {
  let latest: Reading | null = null;
  let watched = "";
  let timer: ReturnType<typeof setTimeout> | undefined;
  let confirmed: Missing | null = null;
  const working = new Set<string>();

  function missingNow(): Missing | null {
    return latest?.page && !latest.guess ? missingOn(latest.page, latest.ticket) : null;
  }

  async function judge(): Promise<void> {
    const url = latest?.page?.url;
    if (document.readyState !== "complete") return wait();
    if (!missingNow() || document.querySelector("input[type=password]")) return;
    const labels = await loadLabels();
    const missing = missingNow();
    const page = latest?.page;
    if (!latest || !missing || !page || page.url !== url) return;
    const exclude = page.exclude ?? null;
    if (!labels?.showsTicket(document, exclude)) return;
    if (missing === "assignee" && !(await showsAssignee(labels, exclude))) return;
    confirmed = missing;
    const preset = isOwnPage(latest.portal, page) ? null : (latest.preset?.id ?? null);
    await sendToBackground({ type: "pageChanged", preset, page: page.url, missing });
  }

  function wait(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void judge().catch(() => undefined), SETTLED);
  }

  async function sayItWorks({ portal, page }: Reading): Promise<void> {
    if (!page || working.has(page.url)) return;
    working.add(page.url);
    const all = await drifts.read();
    const isMeant = all.some((drift) => !drift.seen && drift.portal === portal.id && drift.page === page.url);
    if (isMeant) await sendToBackground({ type: "pageWorks", page: page.url });
  }

  return {
    /** Called after each look at the page. */
    looked(reading: Reading | null): void {
      latest = reading;
      const missing = missingNow();
      const now = missing && reading?.page ? `${location.href} ${reading.page.url} ${missing}` : "";
      if (reading?.ticket && !missing && !reading.guess) void sayItWorks(reading).catch(() => undefined);
      if (now === watched) return;
      watched = now;
      confirmed = null;
      clearTimeout(timer);
      if (now !== "") wait();
    },
    /** What is missing on this page for sure. */
    confirmed: () => confirmed,
    stop: () => clearTimeout(timer),
  };
}
