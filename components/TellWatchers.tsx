import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { type MailDraft, mailtoOf } from "../lib/booking/watchers/mail-draft";

export interface TellWatchersProps {
  /** `null`: there is nobody to tell. */
  draft: MailDraft | null;
  /** The draft goes to the mail program, or into the clipboard. @returns whether it did */
  onTell(draft: MailDraft, how: "mail" | "copy"): Promise<boolean>;
}

/** A mail to the ticket's watchers: as a draft, or to be copied where it is too long for one. */
export function TellWatchers({ draft, onTell }: TellWatchersProps) {
  const [copied, setCopied] = useState<boolean | null>(null);
  if (!draft) return null;
  const href = mailtoOf(draft);
  const count = draft.addresses.length;
  return (
    <p class="tell-watchers">
      {href ? (
        <a
          class="link"
          href={href}
          onClick={(event) => {
            if (event.isTrusted) void onTell(draft, "mail");
            else event.preventDefault();
          }}
        >
          {i18n.t("watchers.tell", count)}
        </a>
      ) : (
        <button
          type="button"
          class="link"
          onClick={async (event) => event.isTrusted && setCopied(await onTell(draft, "copy"))}
        >
          {i18n.t("watchers.copy", count)}
        </button>
      )}
      {copied !== null && (
        <span role="status"> {i18n.t(copied ? "watchers.copied" : "watchers.copyFailed")}</span>
      )}
    </p>
  );
}
