import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import type { NoticeText } from "../../components/options/Notice";
import { storageProblem } from "../../components/options/use-saving";

/** What a section has to say about the last thing that the person did. */
export function useNotice() {
  const [notice, setNotice] = useState<NoticeText | null>(null);
  return {
    notice,
    clear: () => setNotice(null),
    good: (text: string) => setNotice({ text }),
    bad: (text: string) => setNotice({ text, tone: "bad" }),
    /** Something is gone; `undo` brings it back and says so. */
    undoable: (text: string, undo: () => void) =>
      setNotice({ text, action: { label: i18n.t("options.undo"), run: undo } }),
    /** The browser did not store it. */
    refused: (error: unknown) => setNotice({ text: storageProblem(error), tone: "bad" }),
  };
}
