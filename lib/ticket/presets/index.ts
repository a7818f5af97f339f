import { myPortal } from "./my-portal";
import type { Preset } from "./preset";
import { requestTracker } from "./request-tracker";

/** All portal products that CallCard knows. */
export const presets: readonly Preset[] = [requestTracker, myPortal];

/** The preset with this id, if there is one. */
export function presetById(id: string | null | undefined): Preset | null {
  return presets.find((preset) => preset.id === id) ?? null;
}

/** The preset whose fingerprint a document carries. Two at once is none. */
export function recognisePreset(document: Document): Preset | null {
  const found = presets.filter((preset) => preset.recognise(document));
  return found.length === 1 ? (found[0] ?? null) : null;
}
