import { portals } from "./items";
import { newPortal } from "./portal";

/**
 * Adds the portals of a tenant build that are not there yet; their product is recognised by their pages.
 * @returns whether this is a tenant build
 */
export async function addTenantPortals(origins: readonly string[]): Promise<boolean> {
  const known = await portals.read();
  const added = origins.filter((origin) => !known.some((portal) => portal.origin === origin));
  if (added.length > 0) {
    const all = [...known];
    for (const origin of added) all.push(newPortal({ origin, basePath: "" }, all));
    await portals.write(all);
  }
  return origins.length > 0;
}
