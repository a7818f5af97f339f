import { CircleAlert, CircleCheck } from "lucide-preact";
import { useEffect, useRef } from "preact/hooks";

/** The result of what the person did, in words, and the way back where there is one. */
export interface NoticeText {
  text: string;
  tone?: "good" | "bad";
  action?: { label: string; run(): void };
}

/** Where a section says what happened. The region is always there, so that screen readers hear what comes into it. */
export function Notice({ notice }: { notice: NoticeText | null }) {
  const action = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // What was deleted took the focus with it.
    if (notice?.action) action.current?.focus();
  }, [notice]);
  const Icon = notice?.tone === "bad" ? CircleAlert : CircleCheck;
  return (
    <div class="notices" role="status">
      {notice && (
        <div class="notice" data-tone={notice.tone ?? "good"}>
          <Icon size={20} aria-hidden="true" />
          <p>{notice.text}</p>
          {notice.action && (
            <button type="button" class="link" ref={action} onClick={notice.action.run}>
              {notice.action.label}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
