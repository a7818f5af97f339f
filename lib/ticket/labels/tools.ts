import { guessPage } from "./guess-page";
import { readLabel } from "./read-label";
import { showsAssignee, showsTicket } from "./shows-ticket";
import { specialValue } from "./words";

/**
 * Everything that knows the labels of 36 languages: a script of its own (`entrypoints/labels.ts`), which only pages that need
 * it get. Scripts of one extension share their globals in a frame, and the page cannot see them.
 */
export const labelTools = { readLabel, specialValue, guessPage, showsTicket, showsAssignee };
export type LabelTools = typeof labelTools;
