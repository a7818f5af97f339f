import * as z from "zod/mini";
import { selectAll } from "./deep-select";
import type { Messages, PageDefinition } from "./page-definition";
import { plainText } from "./plain-text";
import { findRoot, readField } from "./read-field";

/** So many messages are read, the newest ones. */
const MOST = 5;
/** Longer messages are cut, in characters. */
const LONGEST = 2000;

/** One message of a ticket, as plain text. Anybody may have written it. */
export const TicketMessage = z.object({
  author: z.nullable(z.string().check(z.maxLength(500))),
  /** As the page prints it. */
  time: z.nullable(z.string().check(z.maxLength(500))),
  text: z.string().check(z.maxLength(LONGEST)),
  isCut: z.boolean(),
});
export type TicketMessage = z.infer<typeof TicketMessage>;

/** The last messages of a ticket's page, the newest one last. For people to read: nothing else is derived from them. */
export function readMessages(
  document: Document,
  page: Pick<PageDefinition, "root" | "exclude" | "messages">,
): TicketMessage[] {
  const root = findRoot(document, page);
  if (!root) return [];
  const rows = page.messages ? rowsOf(root, page.messages) : excludedParts(root, page.exclude);
  const read = rows.map((row) => readMessage(row, page.messages)).filter(({ text }) => text !== "");
  return read.slice(-MOST);
}

/** Oldest first. Rows within rows belong to the outer one: a message may imitate the page around it. */
function rowsOf(root: ParentNode, { row, body, order, newestFirst = false }: Messages): Element[] {
  const rows = outermost(selectAll(root, row));
  if (newestFirst) rows.reverse();
  if (!order) return rows;
  const orderOf = (element: Element) => Number(readPart(element, order, body) ?? Number.NaN) || 0;
  const keys = new Map(rows.map((element) => [element, orderOf(element)]));
  return rows.toSorted((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0));
}

function excludedParts(root: ParentNode, exclude: string | undefined): Element[] {
  return exclude === undefined ? [] : outermost(selectAll(root, exclude));
}

function outermost(elements: Element[]): Element[] {
  return elements.filter((one) => !elements.some((other) => other !== one && other.contains(one)));
}

function readMessage(row: Element, messages: Messages | undefined): TicketMessage {
  const body = messages?.body;
  const isBody = body === undefined || (!body.includes(">>>") && row.matches(body));
  const bodies = isBody ? [row] : outermost(selectAll(row, body));
  const text = bodies
    .map(plainText)
    .filter((part) => part !== "")
    .join("\n\n");
  return {
    author: readPart(row, messages?.author, body),
    time: readPart(row, messages?.time, body),
    text: text.slice(0, LONGEST),
    isCut: text.length > LONGEST,
  };
}

/** A part of a row's frame; what stands in the message itself does not count. */
function readPart(row: Element, sources: Messages["author"], body?: string): string | null {
  const inside = body?.includes(">>>") ? null : (body ?? null);
  return readField(sources, { root: row, exclude: inside, groups: {} });
}
