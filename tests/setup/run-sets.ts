import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/**
 * Runs sets of checks and tests one after the other, and ends with one line: "N passed, N failed".
 * Usage: `tsx tests/setup/run-sets.ts check unit browser e2e`; a failed set does not stop the next one.
 */
interface Counts {
  passed: number;
  failed: number;
}

const root = fileURLToPath(new URL("../..", import.meta.url));
const reports = `${root}test-results/`;
const totals = process.env.CALLCARD_TOTALS;
const bin = (name: string) => `${root}node_modules/.bin/${name}`;

const vitest = (project: string) => () =>
  counted(
    bin("vitest"),
    ["run", "--config", "tests/vitest.config.ts", "--project", project],
    project,
    vitestCounts,
  );
const playwright =
  (project: string, prefix: string[] = []) =>
  () => {
    const [program = "", ...rest] = [...prefix, bin("playwright")];
    const parameters = ["test", "--config", "tests/e2e/playwright.config.ts", "--project", project];
    return counted(program, [...rest, ...parameters], project, playwrightCounts);
  };

const sets: Record<string, () => Promise<Counts>> = {
  check: () => checks(["types", "lint", "unused"]),
  unit: vitest("unit"),
  browser: vitest("browser"),
  e2e: playwright("chromium"),
  firefox: playwright("firefox"),
  portals: playwright("real-portals"),
  permission: playwright("permission", [
    "xvfb-run",
    "--auto-servernum",
    "--server-args=-screen 0 1280x800x24",
  ]),
};

mkdirSync(reports, { recursive: true });
const total = earlierCounts();
const lines: string[] = [];
for (const name of process.argv.slice(2)) {
  const set = sets[name];
  if (!set) throw new Error(`There is no set "${name}"; there are ${Object.keys(sets).join(", ")}.`);
  const started = Date.now();
  const { passed, failed } = await set();
  total.passed += passed;
  total.failed += failed;
  lines.push(`${name}: ${passed} of ${passed + failed} in ${Math.round((Date.now() - started) / 1000)} s`);
}
if (totals) writeFileSync(totals, JSON.stringify(total));
console.log(`\n${lines.join("\n")}\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;

/** Counts of an earlier part of the same run, so that the closing line counts everything. */
function earlierCounts(): Counts {
  return totals && existsSync(totals) ? JSON.parse(readFileSync(totals, "utf8")) : { passed: 0, failed: 0 };
}

async function checks(names: string[]): Promise<Counts> {
  const codes: number[] = [];
  for (const name of names) codes.push(await run("npm", ["run", "--silent", name]));
  const passed = codes.filter((code) => code === 0).length;
  return { passed, failed: codes.length - passed };
}

/** A set that ends badly without naming a failed test counts as one failure. */
async function counted(
  program: string,
  parameters: string[],
  name: string,
  read: (report: unknown) => Counts,
): Promise<Counts> {
  const file = `${reports}${name}.json`;
  rmSync(file, { force: true });
  const reporter =
    read === vitestCounts ? ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`] : [];
  const code = await run(program, [...parameters, ...reporter], { CALLCARD_REPORT: file });
  try {
    const counts = read(JSON.parse(readFileSync(file, "utf8")));
    return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
  } catch {
    return { passed: 0, failed: 1 };
  }
}

function vitestCounts(report: unknown): Counts {
  const { numPassedTests, numFailedTests } = report as { numPassedTests: number; numFailedTests: number };
  return { passed: numPassedTests, failed: numFailedTests };
}

function playwrightCounts(report: unknown): Counts {
  const { stats } = report as {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  };
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped };
}

function run(
  program: string,
  parameters: string[],
  environment: Record<string, string> = {},
): Promise<number> {
  const child = spawn(program, parameters, {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...environment },
  });
  return new Promise((resolve) => {
    child.on("error", () => resolve(1));
    child.on("close", (code) => resolve(code ?? 1));
  });
}
