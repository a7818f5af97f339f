import type { Portal } from "../settings/portal";
import type { Preset } from "../ticket/presets/preset";
import { fillBox } from "./fill-box";
import { findNoteRecipe } from "./find-recipe";
import type { ConfirmedNote } from "./permit";
import type { NoteResult } from "./result";
import { sendNote } from "./send-note";

/** A page that shows the ticket of a note. */
export interface NotePage {
  document: Document;
  url: URL;
  portal: Portal;
  preset: Preset | null;
  /** The ticket's number that people see. */
  number: string;
}

/** Writes a confirmed note on the page of its ticket, or fills the page's note box. */
export async function performNote(
  { document, url, portal, preset, number }: NotePage,
  { text, visibility }: ConfirmedNote,
): Promise<NoteResult> {
  const known = findNoteRecipe(portal, preset, url);
  if (!known) return { kind: "no-box" };
  const { recipe, found } = known;
  if ("box" in recipe) return fillBox(document, recipe, text, visibility);
  const request = visibility === "public" ? recipe.public : recipe.internal;
  if (!request) return { kind: "no-box" };
  const { groups, basePath } = found;
  return sendNote(recipe, request, text, { origin: portal.origin, basePath, groups, number }, document);
}
