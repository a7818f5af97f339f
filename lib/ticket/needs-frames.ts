import type { Portal } from "../settings/portal";
import { presetByHost, presetById } from "./presets";

/**
 * Whether a portal's tickets stand in frames, so that the overlay runs in all of them: known by its product, or by its
 * host. A product that only its pages tell is stored with the portal when it is seen first (`presetRecognised`).
 */
export function needsFrames({ preset, origin }: Pick<Portal, "preset" | "origin">): boolean {
  const product = preset ? presetById(preset) : presetByHost(new URL(origin).hostname);
  return product?.frames === true;
}
