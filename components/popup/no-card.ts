import { i18n } from "#i18n";
import { linkProblemText } from "../../lib/offer/describe-link";
import { lookupText, type NoCardText } from "./lookup-text";
import type { Reason } from "./popup-state";

/** Says why there is no card, and what to do. */
export function noCardText(reason: Reason, portal: { id: string; name: string }): NoCardText {
  const portalForm = `portals?${new URLSearchParams({ edit: portal.id })}`;
  switch (reason.reason) {
    case "unassigned":
      return { text: i18n.t("popup.none.unassigned"), todo: null };
    case "assignee-unknown":
      return {
        text: i18n.t("popup.none.assigneeUnknown"),
        todo: { label: i18n.t("popup.none.assigneeUnknownDo"), to: portalForm },
      };
    case "me-unknown":
      return {
        text: i18n.t("popup.none.meUnknown"),
        todo: { label: i18n.t("popup.none.meUnknownDo"), to: "my-link" },
      };
    case "no-own-link":
      return {
        text: i18n.t("popup.none.noOwnLink"),
        todo: { label: i18n.t("popup.none.noOwnLinkDo"), to: "my-link" },
      };
    case "not-in-directory":
      return {
        text: i18n.t("popup.none.notInDirectory", [reason.who]),
        todo: {
          label: i18n.t("popup.none.notInDirectoryDo", [reason.who]),
          to: `technicians?${new URLSearchParams({ add: reason.who })}`,
        },
      };
    case "ambiguous":
      return {
        text: i18n.t("popup.none.ambiguous", [reason.who]),
        todo: {
          label: i18n.t("popup.none.ambiguousDo"),
          to: `technicians?${new URLSearchParams(reason.emails.map((email) => ["only", email]))}`,
        },
      };
    case "no-link":
      return {
        text: i18n.t("popup.none.noLink", [reason.who]),
        todo: { label: i18n.t("popup.none.noLinkDo"), to: technicianForm(reason.email) },
      };
    case "link-refused":
      return {
        text: i18n.t("popup.none.linkRefused", [reason.who, linkProblemText(reason.problem)]),
        todo: { label: i18n.t("popup.none.linkRefusedDo"), to: technicianForm(reason.email) },
      };
    case "not-a-ticket":
      return {
        text: i18n.t("popup.none.notATicket", [portal.name]),
        todo: { label: i18n.t("popup.none.notATicketDo"), to: portalForm },
      };
    case "page-not-ready":
      return {
        text: i18n.t("popup.none.pageNotReady"),
        todo: { label: i18n.t("popup.none.pageNotReadyDo"), to: null },
      };
    case "native-button":
      return {
        text: i18n.t("popup.none.nativeButton", [portal.name]),
        todo: { label: i18n.t("popup.none.nativeButtonDo"), to: portalForm },
      };
    case "card-removed":
      return {
        text: i18n.t("popup.none.cardRemoved", [portal.name]),
        todo: { label: i18n.t("popup.none.cardRemovedDo"), to: null },
      };
    case "lookup-failed":
      return lookupText(reason.failure, portal.name, portalForm);
    case "other":
      return {
        text: i18n.t("popup.none.other", [reason.detail]),
        todo: { label: i18n.t("popup.none.otherDo"), to: null },
      };
  }
}

/** Where a technician is edited. */
export function technicianForm(email: string): string {
  return `technicians?${new URLSearchParams({ edit: email })}`;
}
