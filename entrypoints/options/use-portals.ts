import { i18n } from "#i18n";
import type { AddPortalProps } from "../../components/options/AddPortal";
import { portals } from "../../lib/settings/items";
import { requestOrigin } from "../../lib/settings/permissions";
import { newPortal, type Portal } from "../../lib/settings/portal";
import type { useNotice } from "./use-notice";
import { useGranted, useStored } from "./use-stored";

/** The portals, what the browser allows, and the clicks that ask it for more. */
export function usePortals({ good, bad, refused }: ReturnType<typeof useNotice>) {
  const list = useStored(portals);
  const granted = useGranted(list);

  /** Has to be called in the click itself: the browser shows its prompt only then. */
  function allow({ origin, name }: Portal): void {
    good(i18n.t("options.portals.asking", [name]));
    requestOrigin(origin).then(
      (allowed) =>
        allowed
          ? good(i18n.t("options.portals.added", [name]))
          : bad(i18n.t("options.portals.refused", [name])),
      (error) => bad(i18n.t("options.portals.requestFailed", [name, String(error)])),
    );
  }

  const add: AddPortalProps["onAdd"] = (address) => {
    const known = list ?? [];
    const { origin, basePath } = address;
    if (known.some((one) => one.origin === origin && one.basePath === basePath)) return "duplicate";
    const portal = newPortal(address, known);
    portals.update((now) => [...now, portal]).catch(refused);
    allow(portal);
    return "added";
  };

  return { list, granted, allow, add };
}
