import { ClipboardList } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { i18n } from "#i18n";
import type { PageReport } from "../../lib/messages";
import type { FieldReport } from "../../lib/ticket/explain-reading";
import type { LookupReport } from "../../lib/ticket/lookup/describe-lookup";
import { lookupText } from "./lookup-text";

export interface WhyPanelProps {
  report: PageReport;
  onCopyReport(report: PageReport): void;
}

/** How CallCard came to what it says: product, page, each field, the directory; and a report for whoever mends it. */
export function WhyPanel({ report, onCopyReport }: WhyPanelProps) {
  const { portal, preset, product, page, fields, lookup } = report;
  return (
    <details class="why">
      <summary>{i18n.t(report.reason ? "popup.why.none" : "popup.why.offer")}</summary>
      <dl class="facts">
        <Fact name={i18n.t("popup.why.portal")}>
          <bdi>{portal.name}</bdi>
        </Fact>
        <Fact name={i18n.t("popup.why.product")}>
          {preset && product
            ? i18n.t("popup.why.seen", [preset, product.seen])
            : i18n.t("popup.why.noProduct")}
        </Fact>
        <Fact name={i18n.t("popup.why.access")}>{i18n.t("popup.why.allowed")}</Fact>
        <Fact name={i18n.t("popup.why.page")}>
          {page ? (
            <>
              {i18n.t(`popup.why.from.${page.from}`)} <code dir="ltr">{page.url}</code>
            </>
          ) : (
            i18n.t("popup.why.noPage")
          )}
        </Fact>
        {page?.root === "missing" && (
          <Fact name={i18n.t("popup.why.root")}>{i18n.t("popup.why.rootMissing")}</Fact>
        )}
        {fields.map((field) => (
          <Fact key={field.name} name={fieldName(field)} failed={field.answered === null}>
            <FieldSource field={field} />
          </Fact>
        ))}
        {lookup && (
          <Fact name={i18n.t("popup.why.lookup.name")} failed={lookup.failure !== null}>
            <code dir="ltr">{lookup.url}</code> {lookupStateText(lookup, portal.name)}
          </Fact>
        )}
        {page && <Fact name={i18n.t("popup.why.directory")}>{directoryText(report)}</Fact>}
      </dl>
      <button type="button" onClick={() => onCopyReport(report)}>
        <ClipboardList size={16} aria-hidden="true" />
        {i18n.t("popup.why.copy")}
      </button>
      <p class="quiet">{i18n.t("popup.why.copyNote")}</p>
    </details>
  );
}

function Fact({
  name,
  failed = false,
  children,
}: {
  name: string;
  failed?: boolean;
  children: ComponentChildren;
}) {
  return (
    <div class={failed ? "failed" : undefined}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The source that answered, or all that did not. */
function FieldSource({ field: { sources, answered } }: { field: FieldReport }) {
  const shown = answered === null ? sources : sources.slice(answered, answered + 1);
  return (
    <>
      {answered === null && <span>{i18n.t("popup.why.notFound")} </span>}
      {shown.map(({ kind, where }) => (
        <span key={kind + where} class="source">
          {i18n.t(`popup.why.by.${kind}`)} <code dir="ltr">{where}</code>
        </span>
      ))}
    </>
  );
}

function fieldName({ name }: FieldReport): string {
  switch (name) {
    case "number":
    case "subject":
    case "assignee":
    case "assigneeEmail":
    case "assigneeLogin":
    case "requesterName":
    case "requesterEmail":
    case "requesterPhone":
    case "watchers":
    case "category":
    case "priority":
    case "viewerName":
    case "viewerEmail":
      return i18n.t(`popup.why.field.${name}`);
    default:
      return name;
  }
}

function lookupStateText({ state, failure }: LookupReport, portal: string): string {
  const cause = failure ? lookupText(failure, portal, "").text : "";
  switch (state) {
    case "not-asked":
      return i18n.t("popup.why.lookup.notAsked");
    case "waiting":
      return i18n.t("popup.why.lookup.waiting");
    case "answered":
      return i18n.t("popup.why.lookup.answered");
    case "half":
      return i18n.t("popup.why.lookup.half", [cause]);
    case "failed":
      return i18n.t("popup.why.lookup.failed", [cause]);
  }
}

function directoryText({ offer, reason, ticket }: PageReport): string {
  if (offer) return i18n.t("popup.why.match.one", [offer.technician.email]);
  if (!ticket?.assignee) return i18n.t("popup.why.match.notAsked");
  switch (reason?.reason) {
    case "ambiguous":
      return i18n.t("popup.why.match.several");
    case "not-in-directory":
      return i18n.t("popup.why.match.none");
    default:
      return i18n.t("popup.why.match.unusable");
  }
}
