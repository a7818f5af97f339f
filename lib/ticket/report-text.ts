import type { PageReport } from "../messages";
import type { LookupReport } from "./lookup/describe-lookup";
import { presetById } from "./presets";

/** Who reports: versions only. */
export interface Reporter {
  /** The extension's. */
  version: string;
  /** `navigator.userAgent`; only the browser's name and version are taken. */
  userAgent: string;
  /** `navigator.language`, since labels depend on it. */
  language: string;
}

/**
 * The text for a bug report: how the page was read, in English, for whoever mends it. It tells which sources answered and
 * never what they answered: no ticket text, no names, no addresses. Of a portal's own pages the words of the address and the
 * selectors are left out, too, since those may name the organisation.
 */
export function reportText(report: PageReport, { version, userAgent, language }: Reporter): string {
  const [browser = "unknown browser"] = /(?:Firefox|Edg|OPR|Chrome)\/[\d.]+/.exec(userAgent) ?? [];
  const preset = presetById(report.product?.id);
  const { page } = report;
  return [
    `CallCard ${version}, ${browser}, ${/^[\w-]{2,12}$/.test(language) ? language : "?"}`,
    `preset: ${preset ? `${preset.id} (seen ${preset.seen})` : "none"}`,
    `page: ${page ? `${page.kind}, ${page.from}, ${page.from === "preset" ? page.url : shapeOf(page.url)}, root ${page.root}` : "no definition fits the address"}`,
    ...report.fields.map(({ name, sources, answered }) => {
      const kinds = sources.map(({ kind }) => kind).join(", ");
      return `${name}: ${answered === null ? "not found" : `found by source ${answered + 1}`} of ${sources.length} (${kinds})`;
    }),
    ...(report.lookup ? [`lookup: ${lookupText(report.lookup)}`] : []),
    `in charge: ${report.ticket?.assignment ?? "not read"}`,
    `card: ${report.reason ? code(report.reason.reason) : "yes"}${report.offer ? `, matched by ${code(report.offer.matchedBy)}` : ""}`,
    ...(report.guess ? ["guess: offered"] : []),
    ...(report.drift ? [`changed page: ${report.drift} missing`] : []),
  ].join("\n");
}

/** Which lookup, and how far it got. A portal's own address is not told: it may name the organisation. */
function lookupText({ from, url, state, failure }: LookupReport): string {
  const status = failure?.cause === "refused" ? ` ${failure.status}` : "";
  return `${from === "preset" ? url : "the portal's own"}, ${state}${failure ? ` (${failure.cause}${status})` : ""}`;
}

/** A pattern without its words: `/acme/tickets/:id(\\d+)` is `/…/…/:id(\\d+)`. */
function shapeOf(pattern: string): string {
  return pattern
    .split(/([/?#&=])/)
    .map((part) => (part === "" || KEPT.test(part) ? part : part.startsWith(":id") ? ":id…" : "…"))
    .join("");
}

/** Separators, and groups that only count digits. */
const KEPT = /^(?:[/?#&=]|:id|(?::id)?\(\\d\+\))$/;

function code(reason: string): string {
  return /^[a-z-]{1,40}$/.test(reason) ? reason : "other";
}
