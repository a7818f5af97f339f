import { portals } from "./items";
import { newPortal } from "./portal";

/**
 * Adds the portals of a tenant build that are not there yet; their product is recognised by their pages.
 * @returns whether this is a tenant build
 */
export async function addTenantPortals(origins: readonly string[]): Promise<boolean> {
  if (origins.length > 0) {
    await portals.update((known) => {
      const all = [...known];
      for (const origin of origins) {
        if (!all.some((portal) => portal.origin === origin))
          all.push(newPortal({ origin, basePath: "" }, all));
      }
      return all;
    });
  }
  return origins.length > 0;
}
