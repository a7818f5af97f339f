import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Notice } from "../../components/options/Notice";
import { Portals } from "../../components/options/Portals";
import { Progress } from "../../components/options/Progress";
import { portals } from "../../lib/settings/items";
import { isNeeded } from "../../lib/settings/needed-origins";
import { isGranted, releaseOrigin, requestOrigin, requestOrigins } from "../../lib/settings/permissions";
import type { Portal } from "../../lib/settings/portal";
import { getSecret, lookupSecret, removeSecret, setSecret } from "../../lib/settings/secrets";
import { foreignOrigins } from "../../lib/ticket/lookup/lookup";
import { presets } from "../../lib/ticket/presets";
import { forgetQuery } from "./route";
import { useNotice } from "./use-notice";
import { usePortalPages } from "./use-portal-pages";
import { usePortals } from "./use-portals";
import { useSharedPortal } from "./use-shared-portal";

/** Portals: wiring. `?edit=<id>` comes from the popup. */
export function PortalsSection({ query }: { query: URLSearchParams }) {
  const notices = useNotice();
  const { notice, clear, good, bad, undoable, refused } = notices;
  const { list, granted, allow, add } = usePortals(notices);
  const [edited, setEdited] = useState(() => query.get("edit"));

  function edit(id: string | null): void {
    forgetQuery();
    clear();
    setEdited(id);
  }

  async function save(portal: Portal, token: string): Promise<void> {
    const origins = foreignOrigins(portal.lookup, portal.origin);
    // Asked in the click; where the browser allows it already, it shows no prompt.
    const asked = origins.length > 0 ? requestOrigins(origins).catch(() => false) : Promise.resolve(true);
    const [first] = origins;
    if (first && token) await setSecret(lookupSecret(portal.id, first), token);
    await portals.update((all) => all.map((one) => (one.id === portal.id ? portal : one)));
    edit(null);
    good(i18n.t("options.portals.savedNamed", [portal.name]));
    if (!(await asked)) bad(i18n.t("options.portals.lookupNotAllowed", [new URL(first ?? "").host]));
  }

  async function remove(portal: Portal): Promise<void> {
    for (const origin of foreignOrigins(portal.lookup, portal.origin)) {
      await removeSecret(lookupSecret(portal.id, origin));
    }
    let at = 0;
    await portals.update((all) => {
      at = all.findIndex(({ id }) => id === portal.id);
      return all.filter(({ id }) => id !== portal.id);
    });
    const wasAllowed = await isGranted(portal.origin);
    if (!(await isNeeded(portal.origin))) await releaseOrigin(portal.origin);
    undoable(i18n.t("options.portals.removed", [portal.name]), () => {
      // Asked in the click; browsers that still remember the answer show no prompt.
      const asked = wasAllowed ? requestOrigin(portal.origin).catch(() => false) : Promise.resolve(false);
      restore(portal, at, asked).catch(refused);
    });
  }

  async function restore(portal: Portal, at: number, asked: Promise<boolean>): Promise<void> {
    await portals.update((all) =>
      all.some(({ id }) => id === portal.id) ? all : all.toSpliced(at, 0, portal),
    );
    const allowed = await asked;
    good(i18n.t(allowed ? "options.portals.restored" : "options.portals.restoredNotAllowed", [portal.name]));
  }

  const pages = usePortalPages(notices);
  const shared = useSharedPortal(notices);

  return (
    <>
      {list ? (
        <Portals
          portals={list}
          presets={presets}
          granted={granted}
          fixed={__TENANT_PORTALS__}
          edited={edited}
          onAdd={add}
          onEdit={edit}
          hasToken={async ({ id }, origin) => (await getSecret(lookupSecret(id, origin))) !== null}
          onRemoveToken={({ id }, origin) => removeSecret(lookupSecret(id, origin))}
          onSave={save}
          onAllow={allow}
          onRemove={(portal) => void remove(portal).catch(refused)}
          {...pages}
          {...shared}
        />
      ) : (
        <Progress text={i18n.t("options.loading")} />
      )}
      <Notice notice={notice} />
    </>
  );
}
