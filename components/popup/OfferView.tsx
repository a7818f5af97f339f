import { Copy, Pencil } from "lucide-preact";
import { i18n } from "#i18n";
import type { PageReport } from "../../lib/messages";
import { normaliseIdentity } from "../../lib/offer/identity";
import { technicianForm } from "./no-card";

export interface OfferViewProps {
  report: PageReport;
  offer: NonNullable<PageReport["offer"]>;
  onGo(section: string): void;
  onCopy(link: string): void;
}

/** Whom the card on this page names, why, and the link. */
export function OfferView({ report, offer, onGo, onCopy }: OfferViewProps) {
  const { technician, plainLink } = offer;
  const { ticket, portal, preset } = report;
  const where = [portal.name, preset].filter((text, at, all) => text && all.indexOf(text) === at).join(" · ");
  return (
    <>
      <h1>
        <bdi>{technician.name || technician.email}</bdi>
      </h1>
      {technician.name && (
        <p class="quiet">
          <bdi>{technician.email}</bdi>
        </p>
      )}
      <p>{i18n.t("popup.offer.heading")}</p>
      <ul class="facts">
        {ticket && (
          <li>
            {i18n.t("popup.ticket", [ticket.number])}
            {ticket.subject && (
              <>
                {" — "}
                <bdi>{ticket.subject}</bdi>
              </>
            )}
          </li>
        )}
        <li>
          <bdi>{where}</bdi>
        </li>
        <li>{matchedText(report, offer)}</li>
        <li>{i18n.t("popup.offer.host", [new URL(plainLink).host])}</li>
        {report.drivenOut && <li>{i18n.t("popup.offer.drivenOut")}</li>}
      </ul>
      <div class="buttons">
        <button type="button" class="primary" onClick={() => onCopy(plainLink)}>
          <Copy size={16} aria-hidden="true" />
          {i18n.t("popup.offer.copy")}
        </button>
        <button type="button" onClick={() => onGo(technicianForm(technician.email))}>
          <Pencil size={16} aria-hidden="true" />
          {i18n.t("popup.offer.edit")}
        </button>
      </div>
    </>
  );
}

/** By which text of the page the technician was found. */
function matchedText({ ticket }: PageReport, { technician, matchedBy }: OfferViewProps["offer"]): string {
  const { name, login, email } = ticket?.assignee ?? { name: null, login: null, email: null };
  switch (matchedBy) {
    case "me":
      return i18n.t("popup.offer.me");
    case "email":
      return i18n.t("popup.offer.email", [email ?? technician.email]);
    case "login":
      return i18n.t("popup.offer.login", [login ?? ""]);
    case "name":
      return i18n.t("popup.offer.name", [name ?? ""]);
    case "lookup":
      return i18n.t("popup.offer.lookup", [technician.email]);
    default: {
      const aliases = technician.aliases.map(normaliseIdentity);
      const printed = [email, login, name].find((text) => text && aliases.includes(normaliseIdentity(text)));
      return i18n.t("popup.offer.alias", [printed ?? ""]);
    }
  }
}
