import { useState } from "preact/hooks";
import { i18n } from "#i18n";

export interface PlainLinkProps {
  href: string;
  /** The person opens it in a tab. */
  onOpen(): void;
  onCopy(): Promise<boolean>;
}

/** The last rung of the ladder, always there: the calendar in a tab, or its link in the clipboard. */
export function PlainLink({ href, onOpen, onCopy }: PlainLinkProps) {
  const [copied, setCopied] = useState<boolean | null>(null);
  return (
    <p class="plain-link">
      <a href={href} target="_blank" rel="noopener noreferrer" onClick={onOpen} onAuxClick={onOpen}>
        {i18n.t("dialog.plainLink")}
      </a>
      <button type="button" class="link" onClick={async () => setCopied(await onCopy())}>
        {i18n.t("card.copy")}
      </button>
      <span role="status">{copied === null ? "" : i18n.t(copied ? "card.copied" : "card.copyFailed")}</span>
    </p>
  );
}
