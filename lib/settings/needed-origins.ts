import { foreignOrigins } from "../ticket/lookup/lookup";
import { accounts } from "./accounts";
import { portals } from "./items";
import { pattern } from "./permissions";
import { webhook } from "./webhook";

/** Whether a portal, a lookup, an account or the webhook still needs the permission for a site. */
export async function isNeeded(origin: string): Promise<boolean> {
  const [all, known, { origin: own }] = await Promise.all([portals.read(), accounts.read(), webhook.read()]);
  const needed = [
    ...all.flatMap((portal) => [
      portal.origin,
      ...[portal.lookup, ...(portal.pages ?? []).map((page) => page.lookup)].flatMap((lookup) =>
        foreignOrigins(lookup, portal.origin),
      ),
    ]),
    ...known.map(({ api }) => new URL(api).origin),
    ...(own === null ? [] : [own]),
  ];
  return needed.some((one) => pattern(one) === pattern(origin)); // Firefox's have no port
}
