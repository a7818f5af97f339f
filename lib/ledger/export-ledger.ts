import { csvOf } from "../csv";
import type { LedgerEntry } from "./leaving";

const columns = [
  "at",
  "last_at",
  "count",
  "host",
  "purpose",
  "request",
  "portal",
  "ticket",
  "field",
  "value",
];

/** The ledger as a table (RFC 4180), a row a field. */
export function ledgerCsv(entries: readonly LedgerEntry[]): string {
  const rows = entries.flatMap(({ at, lastAt, count, host, purpose, request, ticket, fields }) => {
    const start = [at, lastAt, String(count), host, purpose, request, ticket?.portal, ticket?.number];
    const named = fields.length > 0 ? fields : [{ name: "", value: "" }];
    return named.map(({ name, value }) => [...start, name, value].map((cell) => cell ?? ""));
  });
  return csvOf([columns, ...rows]);
}

/** The ledger as JSON. A value that is `null` was sent and not kept. */
export function ledgerJson(entries: readonly LedgerEntry[]): string {
  return `${JSON.stringify({ version: 1, entries }, null, 2)}\n`;
}
