import { Pencil, Trash2 } from "lucide-preact";
import { i18n } from "#i18n";
import type { Portal } from "../../lib/settings/portal";
import type { PageDefinition } from "../../lib/ticket/page-definition";
import { IconButton } from "./IconButton";
import { PageForm } from "./PageForm";
import { fieldLabel, SHOWN_FIELDS } from "./page-fields";

export interface PortalPagesProps {
  portal: Portal;
  /** Index of the page whose form is open. */
  edited: number | null;
  onEdit(index: number | null): void;
  onSave(index: number, page: PageDefinition): Promise<void>;
  onRemove(index: number): void;
}

/** The page definitions of a portal, taught or written by hand. */
export function PortalPages({ portal, edited, onEdit, onSave, onRemove }: PortalPagesProps) {
  const heading = i18n.t("options.pages.heading", [portal.name]);
  return (
    <ul class="rows compact" aria-label={heading}>
      {(portal.pages ?? []).map((page, index) => (
        <li key={index}>
          {index === edited ? (
            <PageForm
              page={page}
              onSave={(changed) => onSave(index, changed)}
              onCancel={() => onEdit(null)}
            />
          ) : (
            <>
              <div class="row-text">
                <p>
                  <bdi>{page.url}</bdi>
                </p>
                <p class="quiet">{i18n.t("options.pages.reads", [readsOf(page)])}</p>
              </div>
              <div class="actions">
                <IconButton
                  icon={Pencil}
                  text={i18n.t("options.pages.edit")}
                  name={i18n.t("options.pages.editNamed", [page.url])}
                  onClick={() => onEdit(index)}
                />
                <IconButton
                  icon={Trash2}
                  text={i18n.t("options.pages.remove")}
                  name={i18n.t("options.pages.removeNamed", [page.url])}
                  onClick={() => onRemove(index)}
                />
              </div>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function readsOf({ fields }: PageDefinition): string {
  const names = SHOWN_FIELDS.filter((name) => fields[name] !== undefined);
  return new Intl.ListFormat(i18n.t("meta.locale"), { type: "unit" }).format(names.map(fieldLabel));
}
