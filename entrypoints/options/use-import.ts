import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import type { BackupProps } from "../../components/options/Backup";
import { applyConfiguration, readConfiguration } from "../../lib/settings/backup";
import {
  type Configuration,
  type ImportCheck,
  type ImportPlan,
  planImport,
} from "../../lib/settings/configuration";
import { isGranted, requestOrigins } from "../../lib/settings/permissions";
import type { Portal } from "../../lib/settings/portal";
import { foreignOrigins } from "../../lib/ticket/lookup/lookup";
import type { useNotice } from "./use-notice";

type ImportProps = Pick<BackupProps, "problem" | "preview" | "checking" | "onText" | "onFile">;

/** An import: read, shown, and after a yes applied. */
export function useImport(
  { clear, good, bad }: ReturnType<typeof useNotice>,
  onImported: () => void,
): ImportProps {
  const [problem, setProblem] = useState<string | null>(null);
  const [checking, setChecking] = useState(false);
  const [importing, setImporting] = useState(false);
  const [planned, setPlanned] = useState<{ plan: ImportPlan; origins: string[] } | null>(null);

  async function check(read: () => Promise<string>): Promise<void> {
    clear();
    setProblem(null);
    setChecking(true);
    try {
      const text = await read();
      const present = await readConfiguration();
      const checked = planImport(text, present);
      if (checked.ok) setPlanned({ plan: checked.plan, origins: await newOrigins(checked.plan, present) });
      else setProblem(importProblem(checked));
    } catch (error) {
      setProblem(i18n.t("problem.import.fileUnreadable", [String(error)]));
    } finally {
      setChecking(false);
    }
  }

  /** The click: the browser is asked for the new portals at once, while the import is stored. */
  function run(): void {
    if (!planned) return;
    const { plan, origins } = planned;
    const asked = origins.length > 0 ? requestOrigins(origins).catch(() => false) : Promise.resolve(true);
    setImporting(true);
    void apply(plan, asked).finally(() => setImporting(false));
  }

  async function apply(plan: ImportPlan, asked: Promise<boolean>): Promise<void> {
    try {
      await applyConfiguration(plan.result);
      setPlanned(null);
      good(i18n.t("options.backup.imported"));
      onImported();
    } catch (error) {
      bad(i18n.t("problem.import.failed", [error instanceof Error ? error.message : String(error)]));
      return;
    }
    if (!(await asked)) bad(`${i18n.t("options.backup.imported")} ${i18n.t("options.backup.notAllowed")}`);
  }

  return {
    problem,
    checking,
    onText: (text) => void check(async () => text),
    onFile: (file) => void check(() => file.text()),
    preview: planned && {
      plan: planned.plan,
      asks: planned.origins.length,
      importing,
      onImport: run,
      onCancel: () => setPlanned(null),
    },
  };
}

/** Origins that come in and are not allowed yet; known before the click, since a prompt needs the click itself. */
async function newOrigins(plan: ImportPlan, present: Configuration): Promise<string[]> {
  const known = new Set(present.portals.flatMap(originsOf));
  const origins = [...new Set(plan.result.portals.flatMap(originsOf))].filter((origin) => !known.has(origin));
  const granted = await Promise.all(origins.map(isGranted));
  return origins.filter((_, at) => !granted[at]);
}

/** A portal's own origin, and those that its lookups ask. */
function originsOf({ origin, lookup, pages = [] }: Portal): string[] {
  const lookups = [lookup, ...pages.map((page) => page.lookup)];
  return [origin, ...lookups.flatMap((one) => foreignOrigins(one, origin))];
}

function importProblem({ problem, detail }: Extract<ImportCheck, { ok: false }>): string {
  switch (problem) {
    case "not-json":
      return i18n.t("problem.import.notJson", [detail]);
    case "not-a-document":
      return i18n.t("problem.import.notADocument");
    case "newer-version":
      return i18n.t("problem.import.newerVersion", [detail]);
  }
}
