import { useRef } from "preact/hooks";
import { i18n } from "#i18n";
import type { Portal } from "../../lib/settings/portal";
import type { PageDefinition } from "../../lib/ticket/page-definition";
import type { Preset } from "../../lib/ticket/presets/preset";
import { AddPortal, type AddPortalProps } from "./AddPortal";
import { PortalForm } from "./PortalForm";
import { PortalPages } from "./PortalPages";
import { PortalRow } from "./PortalRow";

export interface PortalsProps extends AddPortalProps {
  portals: readonly Portal[];
  presets: readonly Preset[];
  /** Origins that the browser allows; `null` while it is asked. */
  granted: ReadonlySet<string> | null;
  /** Origins of a tenant build. */
  fixed: readonly string[];
  /** Id of the portal whose form is open. */
  edited: string | null;
  onEdit(id: string | null): void;
  hasToken(portal: Portal, origin: string): Promise<boolean>;
  onRemoveToken(portal: Portal, origin: string): Promise<void>;
  onSave(portal: Portal, token: string): Promise<void>;
  onAllow(portal: Portal): void;
  onRemove(portal: Portal): void;
  onTeach(portal: Portal): void;
  onExport(portal: Portal): void;
  onCopy(portal: Portal): void;
  /** The page definition whose form is open. */
  editedPage: { portal: string; index: number } | null;
  onEditPage(page: { portal: string; index: number } | null): void;
  onSavePage(portal: Portal, index: number, page: PageDefinition): Promise<void>;
  onRemovePage(portal: Portal, index: number): void;
}

/** The sites on which CallCard works. */
export function Portals(props: PortalsProps) {
  const { portals, presets, granted, fixed, edited } = props;
  const before = useRef<string | null>(null);
  const closed = edited ? null : before.current;
  before.current = edited;
  return (
    <>
      <p>{i18n.t("options.portals.intro")}</p>
      <AddPortal onAdd={props.onAdd} />
      <section>
        <h2>{i18n.t("options.portals.list")}</h2>
        {portals.length === 0 && <p class="empty">{i18n.t("options.portals.empty")}</p>}
        <ul class="rows">
          {portals.map((portal) => (
            <li key={portal.id}>
              {portal.id === edited ? (
                <PortalForm
                  portal={portal}
                  presets={presets}
                  hasToken={(origin) => props.hasToken(portal, origin)}
                  onRemoveToken={(origin) => props.onRemoveToken(portal, origin)}
                  onSave={props.onSave}
                  onCancel={() => props.onEdit(null)}
                />
              ) : (
                <>
                  <PortalRow
                    portal={portal}
                    presets={presets}
                    granted={granted?.has(portal.origin) ?? null}
                    fixed={fixed.includes(portal.origin)}
                    focus={closed === portal.id}
                    onAllow={() => props.onAllow(portal)}
                    onEdit={() => props.onEdit(portal.id)}
                    onRemove={() => props.onRemove(portal)}
                    onTeach={() => props.onTeach(portal)}
                    onExport={() => props.onExport(portal)}
                    onCopy={() => props.onCopy(portal)}
                  />
                  {portal.pages && portal.pages.length > 0 && (
                    <PortalPages
                      portal={portal}
                      edited={props.editedPage?.portal === portal.id ? props.editedPage.index : null}
                      onEdit={(index) =>
                        props.onEditPage(index === null ? null : { portal: portal.id, index })
                      }
                      onSave={(index, page) => props.onSavePage(portal, index, page)}
                      onRemove={(index) => props.onRemovePage(portal, index)}
                    />
                  )}
                </>
              )}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
