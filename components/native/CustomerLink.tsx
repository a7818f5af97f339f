import { useId, useState } from "preact/hooks";
import { i18n } from "#i18n";

/** What became of a link: none yet, on its way, not to be had (in words), or there. */
export type MadeLink =
  | { state: "making" }
  | { state: "failed"; text: string }
  | { state: "made"; url: string };

export interface CustomerLinkProps {
  link: MadeLink | null;
  /** Whom it is filled in for; empty where nobody is known. */
  customer: string;
  onMake(): void;
  onOpen(url: string): void;
  onCopy(text: string): Promise<boolean>;
}

/** A link that ends after one booking, to be sent to the customer instead of choosing a time for them. */
export function CustomerLink({ link, customer, onMake, onOpen, onCopy }: CustomerLinkProps) {
  const id = useId();
  const [copied, setCopied] = useState<boolean | null>(null);
  return (
    <section class="customer-link" aria-labelledby={id}>
      <h3 id={id}>{i18n.t("native.customerHeading")}</h3>
      <p class="quiet">
        {customer ? i18n.t("native.customerTextNamed", [customer]) : i18n.t("native.customerText")}
      </p>
      <div class="buttons">
        <button
          type="button"
          aria-disabled={link?.state === "making"}
          onClick={() => link?.state !== "making" && onMake()}
        >
          {link?.state === "making" && <span class="spinner late" aria-hidden="true" />}
          {i18n.t(link?.state === "made" ? "native.customerAnother" : "native.customerMake")}
        </button>
        {link?.state === "made" && (
          <button type="button" class="primary" onClick={async () => setCopied(await onCopy(link.url))}>
            {i18n.t("card.copy")}
          </button>
        )}
      </div>
      <div role="status">
        {link?.state === "made" && (
          <>
            <p>{i18n.t("native.customerMade")}</p>
            <p dir="ltr" class="made-link">
              <a
                href={link.url}
                target="_blank"
                rel="noopener noreferrer"
                onClick={() => onOpen(link.url)}
                onAuxClick={() => onOpen(link.url)}
              >
                {link.url}
              </a>
            </p>
          </>
        )}
        {copied !== null && <p>{i18n.t(copied ? "card.copied" : "native.copyFailed")}</p>}
      </div>
      <div role="alert">{link?.state === "failed" && <p class="problem">{link.text}</p>}</div>
    </section>
  );
}
