import { bench, describe } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { matchTechnician } from "../../lib/offer/match-technician";
import { Technician } from "../../lib/offer/technician";
import { directory, saveTechnicians } from "../../lib/settings/technicians";

function technicians(count: number): Technician[] {
  return Array.from({ length: count }, (_, at) =>
    Technician.parse({
      email: `t${at}@example.com`,
      name: `Technician ${at}`,
      link: `https://cal.com/t${at}`,
    }),
  );
}

// In WXT's fake storage: what grows with the directory would show here; the time of a real browser's disk does not.
describe("finding one technician by name", () => {
  for (const count of [0, 1_000, 100_000]) {
    const last = Math.max(count - 1, 0);
    const person = { name: `Technician ${last}`, login: null, email: null, phone: null };
    bench(
      `among ${count.toLocaleString("en")}`,
      async () => {
        const { kind } = await matchTechnician(person, directory);
        if (kind !== (count === 0 ? "none" : "match")) throw new Error(`${kind} among ${count}`);
      },
      {
        async setup() {
          fakeBrowser.reset();
          await saveTechnicians(technicians(count));
        },
      },
    );
  }
});
