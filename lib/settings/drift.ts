import { browser } from "wxt/browser";
import * as z from "zod/mini";
import { i18n } from "#i18n";
import type { Missing } from "../ticket/drift";
import { presetById } from "../ticket/presets";
import type { Portal } from "./portal";
import { defineStoredList } from "./stored";

/** A page definition that has stopped finding what it should, said once a version of the extension. */
const Drift = z.object({
  portal: z.string(),
  preset: z.nullable(z.string()),
  /** The `url` of the page definition. */
  page: z.string(),
  /** Whose page it is: the product's name, or the portal's. */
  name: z.string(),
  missing: z.enum(["ticket", "assignee"]),
  version: z.string(),
  /** Whether it has been read in the popup, or reading works again. */
  seen: z.boolean(),
});
export type Drift = z.infer<typeof Drift>;

const MAX_KEPT = 50;

export const drifts = defineStoredList("drift", Drift);

/** Keeps that a page definition has stopped working, unless this version of the extension has said so before. */
export async function noteDrift(
  portal: Pick<Portal, "id" | "name">,
  { preset, page, missing }: { preset: string | null; page: string; missing: Missing },
): Promise<void> {
  const { version } = browser.runtime.getManifest();
  const name = presetById(preset)?.name ?? portal.name;
  const drift: Drift = { portal: portal.id, preset, page, name, missing, version, seen: false };
  const isSame = (other: Drift) => driftKey(other) === driftKey(drift);
  const before = await drifts.read();
  if (before.some(isSame)) return;
  await drifts.update((all) => (all.some(isSame) ? all : [...all, drift].slice(-MAX_KEPT)));
}

/** Notes that somebody has read of it, or that it works again. */
export async function markDriftSeen(which: Partial<Pick<Drift, "portal" | "page">> = {}): Promise<void> {
  const isMeant = (drift: Drift) =>
    !drift.seen &&
    (which.portal === undefined || drift.portal === which.portal) &&
    (which.page === undefined || drift.page === which.page);
  if (!(await drifts.read()).some(isMeant)) return;
  await drifts.update((all) => all.map((drift) => (isMeant(drift) ? { ...drift, seen: true } : drift)));
}

/** Shows on the toolbar button that there is something to read. */
export async function showBadge(all: readonly Drift[]): Promise<void> {
  const unseen = all.find(({ seen }) => !seen);
  await browser.action.setBadgeText({ text: unseen ? "!" : "" });
  await browser.action.setTitle({ title: unseen ? driftText(unseen) : i18n.t("popup.title") });
}

/** What has happened, in one sentence. */
export function driftText({ name, missing }: Pick<Drift, "name" | "missing">): string {
  return missing === "assignee" ? i18n.t("drift.assignee", [name]) : i18n.t("drift.ticket", [name]);
}

function driftKey({ portal, preset, page, version }: Drift): string {
  return JSON.stringify([portal, preset, page, version]);
}
