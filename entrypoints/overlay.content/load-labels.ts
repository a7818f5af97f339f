import { sendToBackground } from "../../lib/messages";
import type { LabelTools } from "../../lib/ticket/labels/tools";

let loading: Promise<LabelTools | null> | null = null;

/** The label reader, which the background puts into this frame the first time; `null` where it cannot, and is not asked again. */
export function loadLabels(): Promise<LabelTools | null> {
  if (globalThis.callCardLabels) return Promise.resolve(globalThis.callCardLabels);
  loading ??= sendToBackground({ type: "loadLabels" })
    .then(() => globalThis.callCardLabels ?? null)
    .catch(() => null);
  return loading;
}
