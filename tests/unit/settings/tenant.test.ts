import { expect, test } from "vitest";
import { portals } from "../../../lib/settings/items";
import { addTenantPortals } from "../../../lib/settings/tenant";

const HELP = "https://help.example.com";
const ids = async () => (await portals.read()).map(({ id, origin }) => [id, origin]);

test("a build for everybody adds nothing", async () => {
  expect(await addTenantPortals([])).toBe(false);
  expect(await portals.read()).toEqual([]);
});

test("a tenant build adds its portals once, and keeps what was changed", async () => {
  expect(await addTenantPortals([HELP, `${HELP}:8443`])).toBe(true);
  const added = [
    ["help.example.com", HELP],
    ["help.example.com-2", `${HELP}:8443`],
  ];
  expect(await ids()).toEqual(added);
  await portals.update((all) => all.map((portal) => ({ ...portal, name: "Renamed" })));
  await addTenantPortals([HELP, `${HELP}:8443`, "https://new.example.com"]);
  expect(await ids()).toEqual([...added, ["new.example.com", "https://new.example.com"]]);
  expect((await portals.read())[0]?.name).toBe("Renamed");
});
