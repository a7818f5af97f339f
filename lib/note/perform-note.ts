import type { Portal } from "../settings/portal";
import type { FoundPage } from "../ticket/find-page";
import type { Preset } from "../ticket/presets/preset";
import { fillBox } from "./fill-box";
import { findNoteRecipe } from "./find-recipe";
import type { ConfirmedNote } from "./permit";
import type { NoteResult } from "./result";
import { sendNote } from "./send-note";
import { listStatuses, setStatus } from "./set-status";
import type { TicketStatus } from "./status";

/** A page that shows the ticket of a note. */
export interface NotePage {
  document: Document;
  url: URL;
  portal: Portal;
  preset: Preset | null;
  /** The ticket's number that people see. */
  number: string;
}

/** Writes a confirmed note on the page of its ticket, or fills the page's note box; then sets the status, if one is wanted. */
export async function performNote(page: NotePage, note: ConfirmedNote): Promise<NoteResult> {
  const { document } = page;
  const known = findNoteRecipe(page.portal, page.preset, page.url);
  if (!known) return { kind: "no-box" };
  const { recipe } = known;
  const { text, visibility, status } = note;
  if ("box" in recipe) return fillBox(document, recipe, text, visibility);
  const request = visibility === "public" ? recipe.public : recipe.internal;
  if (!request) return { kind: "no-box" };
  const given = placeholders(page, known.found);
  const written = await sendNote(recipe, request, { text }, given, document);
  if (written.kind !== "written" || !status || !recipe.status) return written;
  return { kind: "written", status: await setStatus(recipe, recipe.status, status, given, document) };
}

/** The statuses that the ticket of a page can have next; `null` where they are not told, or cannot be set. */
export async function statusesOf(page: NotePage): Promise<TicketStatus[] | null> {
  const known = findNoteRecipe(page.portal, page.preset, page.url);
  if (!known || "box" in known.recipe || !known.recipe.status) return null;
  return listStatuses(known.recipe.status, placeholders(page, known.found), page.document);
}

function placeholders({ portal, number }: NotePage, { groups, basePath }: FoundPage) {
  return { origin: portal.origin, basePath, groups, number };
}
