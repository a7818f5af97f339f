import * as z from "zod/mini";
import type { PageReport, RowsReport } from "../../lib/messages";
import type { LinkProblem } from "../../lib/offer/link";
import { LookupFailure } from "../../lib/ticket/lookup/failure";

type Offer = NonNullable<PageReport["offer"]>;

/** What the popup has to show about the tab that it was opened on. */
export type PopupState =
  | { at: "loading" }
  | { at: "offer"; report: PageReport; offer: Offer }
  | { at: "none"; report: PageReport; reason: Reason }
  | { at: "rows"; rows: RowsReport }
  | { at: "access"; origin: string; name: string }
  | { at: "reload" }
  | { at: "add"; origin: string; insecure: boolean }
  | { at: "web" };

const who = z.string();
const email = z.string();
const problem = z.custom<LinkProblem>((value) => z.object({ code: z.string() }).safeParse(value).success);

/** Why a page has no card: `NoOffer` of lib/offer/resolve.ts, and what the overlay adds. */
export const Reason = z.union([
  z.discriminatedUnion("reason", [
    z.object({ reason: z.enum(["unassigned", "assignee-unknown", "me-unknown", "no-own-link"]) }),
    z.object({ reason: z.literal("not-in-directory"), who }),
    z.object({ reason: z.literal("ambiguous"), who, emails: z.array(email) }),
    z.object({ reason: z.literal("no-link"), who, email }),
    z.object({ reason: z.literal("link-refused"), who, email, problem }),
    z.object({ reason: z.literal("lookup-failed"), failure: LookupFailure }),
    z.object({ reason: z.enum(["not-a-ticket", "page-not-ready", "native-button", "card-removed"]) }),
  ]),
  z.pipe(
    z.looseObject({ reason: z.string() }),
    z.transform(({ reason }) => ({ reason: "other" as const, detail: reason })),
  ),
]);
export type Reason = z.infer<typeof Reason>;
