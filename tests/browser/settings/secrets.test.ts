import { expect, test } from "vitest";
import { getSecret, lookupSecret, removeSecret, setSecret } from "../../../lib/settings/secrets";

test("kept, replaced and removed by name, each for one portal and one site", async () => {
  const [mine, other] = [
    lookupSecret("help", "https://a.example"),
    lookupSecret("help", "https://b.example"),
  ];
  expect(mine).not.toBe(lookupSecret("desk", "https://a.example"));
  expect(await getSecret(mine)).toBeNull();
  await setSecret(mine, "one");
  await setSecret(mine, "two");
  expect(await getSecret(mine)).toBe("two");
  expect(await getSecret(other)).toBeNull();
  await removeSecret(mine);
  expect(await getSecret(mine)).toBeNull();
});

test("several at once do not get in each other's way", async () => {
  const names = Array.from({ length: 20 }, (_, index) => `many:${index}`);
  await Promise.all(names.map((name) => setSecret(name, `value of ${name}`)));
  expect(await Promise.all(names.map(getSecret))).toEqual(names.map((name) => `value of ${name}`));
  await Promise.all(names.map(removeSecret));
  expect(await Promise.all(names.map(getSecret))).toEqual(names.map(() => null));
});
