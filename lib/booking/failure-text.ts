import { i18n } from "#i18n";
import type { BookingState } from "../messages";

/** Why a calendar could not be opened, in words. */
export function failureText(
  { cause, code }: Extract<BookingState, { step: "failed" }>,
  technician: string,
): string {
  if (cause === "offline") return i18n.t("ladder.offline");
  if (cause === "silence") return i18n.t("ladder.silence");
  return code === "404"
    ? i18n.t("ladder.notFound", [code, technician])
    : i18n.t("ladder.refused", [code ?? "?"]);
}
