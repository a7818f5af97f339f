import { CircleCheck, Copy, Crosshair, Download, Pencil, Trash2, TriangleAlert } from "lucide-preact";
import { i18n } from "#i18n";
import type { Portal } from "../../lib/settings/portal";
import type { Preset } from "../../lib/ticket/presets/preset";
import { IconButton } from "./IconButton";

export interface PortalRowProps {
  portal: Portal;
  presets: readonly Preset[];
  /** `null` while the browser is asked. */
  granted: boolean | null;
  /** Part of a tenant build. */
  fixed: boolean;
  /** The form of this row was just closed. */
  focus?: boolean;
  /** Called in the click itself, so that the browser may be asked for access. */
  onAllow(): void;
  onEdit?: () => void;
  onRemove?: () => void;
  /** Opens the portal to show where things stand. */
  onTeach?: () => void;
  onExport?: () => void;
  /** As a document for colleagues, into the clipboard. */
  onCopy?: () => void;
}

/** One portal in the list: where it is, which product it is, and whether CallCard may work on it. */
export function PortalRow({
  portal,
  presets,
  granted,
  fixed,
  focus,
  onAllow,
  onEdit,
  onRemove,
  onTeach,
  onExport,
  onCopy,
}: PortalRowProps) {
  const { name, origin, basePath } = portal;
  return (
    <>
      <div class="row-text">
        <p class="row-title">
          <bdi>{name}</bdi>
        </p>
        <p class="quiet">
          <bdi>{origin + basePath}</bdi>
        </p>
        <p class="quiet">{productName(portal, presets)}</p>
        {fixed && <p class="quiet">{i18n.t("options.portals.fixed")}</p>}
        {granted === true && (
          <p class="good">
            <CircleCheck size={20} aria-hidden="true" />
            <span>{i18n.t("options.portals.allowed")}</span>
          </p>
        )}
        {granted === false && (
          <p class="warning">
            <TriangleAlert size={20} aria-hidden="true" />
            <span>{i18n.t("options.portals.notAllowed")}</span>
          </p>
        )}
      </div>
      <div class="actions">
        {granted === false && (
          <button
            type="button"
            class="small primary"
            aria-label={i18n.t("options.portals.allowNamed", [name])}
            onClick={onAllow}
          >
            {i18n.t("options.portals.allow")}
          </button>
        )}
        {onTeach && granted && (
          <IconButton
            icon={Crosshair}
            text={i18n.t("options.portals.teach")}
            name={i18n.t("options.portals.teachNamed", [name])}
            onClick={onTeach}
          />
        )}
        {onExport && (
          <IconButton
            icon={Download}
            text={i18n.t("options.portals.export")}
            name={i18n.t("options.portals.exportNamed", [name])}
            onClick={onExport}
          />
        )}
        {onCopy && (
          <IconButton
            icon={Copy}
            text={i18n.t("options.portals.copy")}
            name={i18n.t("options.portals.copyNamed", [name])}
            onClick={onCopy}
          />
        )}
        {onEdit && (
          <IconButton
            icon={Pencil}
            text={i18n.t("options.portals.edit")}
            name={i18n.t("options.portals.editNamed", [name])}
            focus={focus ?? false}
            onClick={onEdit}
          />
        )}
        {onRemove && !fixed && (
          <IconButton
            icon={Trash2}
            text={i18n.t("options.portals.remove")}
            name={i18n.t("options.portals.removeNamed", [name])}
            onClick={onRemove}
          />
        )}
      </div>
    </>
  );
}

function productName({ preset, pages }: Portal, presets: readonly Preset[]): string {
  if (preset === undefined) {
    return i18n.t(pages?.length ? "options.portals.ownPages" : "options.portals.automatic");
  }
  const known = presets.find(({ id }) => id === preset);
  return known?.name ?? i18n.t("options.portals.unknownProduct", [preset]);
}
