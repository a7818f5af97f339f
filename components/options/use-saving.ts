import { useState } from "preact/hooks";
import { i18n } from "#i18n";

/** Runs one saving at a time, and keeps what the browser said when it refused (disk full). */
export function useSaving() {
  const [saving, setSaving] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  async function save(work: () => Promise<void>): Promise<void> {
    if (saving) return;
    setSaving(true);
    setFailure(null);
    try {
      await work();
    } catch (error) {
      setFailure(storageProblem(error));
    } finally {
      setSaving(false);
    }
  }
  return { saving, failure, save };
}

/** What the browser said when it refused to store something, as a sentence. */
export function storageProblem(error: unknown): string {
  return i18n.t("problem.storage", [error instanceof Error ? error.message : String(error)]);
}
