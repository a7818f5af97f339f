import { draftText, type MailDraft } from "../../lib/booking/watchers/mail-draft";
import { sendToBackground } from "../../lib/messages";
import { copyText } from "./copy-text";

/** Notes that a draft leaves, and copies it where the mail program does not take it. @returns whether that worked */
export async function tellWatchers(number: string, draft: MailDraft, how: "mail" | "copy"): Promise<boolean> {
  const fields = [
    { name: "bcc", value: draft.addresses.join(", ") },
    { name: "subject", value: draft.subject },
    { name: "body", value: draft.body },
  ];
  void sendToBackground({ type: "draftTaken", number, fields }).catch(() => null);
  return how === "mail" || copyText(draftText(draft));
}
