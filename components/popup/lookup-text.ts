import { i18n } from "#i18n";
import type { LookupFailure } from "../../lib/ticket/lookup/failure";

/** A reason in words, and the one thing to do about it: a place in the options, or another look at the page. */
export interface NoCardText {
  text: string;
  todo: { label: string; to: string } | { label: string; to: null } | null;
}

/** Why a lookup has told nothing, in words, and what to do: mostly to look again when the cause is gone. */
export function lookupText(failure: LookupFailure, portal: string, portalForm: string): NoCardText {
  const lookAgain = { label: i18n.t("popup.none.lookup.lookAgain"), to: null };
  const checkPortal = { label: i18n.t("popup.none.lookup.check"), to: portalForm };
  switch (failure.cause) {
    case "not-signed-in":
      return { text: i18n.t("popup.none.lookup.notSignedIn", [portal]), todo: lookAgain };
    case "no-ticket":
      return { text: i18n.t("popup.none.lookup.noTicket", [portal]), todo: lookAgain };
    case "too-slow":
      return { text: i18n.t("popup.none.lookup.tooSlow", [portal]), todo: lookAgain };
    case "offline":
      return { text: i18n.t("popup.none.lookup.offline", [portal]), todo: lookAgain };
    case "rate-limited":
      return {
        text: i18n.t("popup.none.lookup.rateLimited", [portal, String(failure.seconds)]),
        todo: lookAgain,
      };
    case "too-big":
      return { text: i18n.t("popup.none.lookup.tooBig", [portal]), todo: checkPortal };
    case "not-json":
      return { text: i18n.t("popup.none.lookup.notJson", [portal]), todo: checkPortal };
    case "not-the-format":
      return { text: i18n.t("popup.none.lookup.notTheFormat", [portal, failure.path]), todo: checkPortal };
    case "refused":
      return {
        text: i18n.t("popup.none.lookup.refused", [portal, String(failure.status)]),
        todo: checkPortal,
      };
    case "no-permission":
      return { text: i18n.t("popup.none.lookup.noPermission", [portal]), todo: checkPortal };
  }
}
