import type { Portal } from "../settings/portal";
import { type FoundPage, findPage } from "../ticket/find-page";
import type { Preset } from "../ticket/presets/preset";
import type { NoteRecipe } from "./recipe";

/** How a note gets onto the ticket of an address; `null` where nobody knows. */
export function findNoteRecipe(
  portal: Portal,
  preset: Preset | null,
  url: URL,
): { recipe: NoteRecipe; found: FoundPage } | null {
  const found = findPage(portal, preset, url);
  return found?.page.note ? { recipe: found.page.note, found } : null;
}
