import { i18n } from "#i18n";
import type { BookedCall } from "../lib/booking/outcome";

/** What can be done about a booked call. Its addresses are with the background. */
export type CallAction = "join" | "reschedule" | "cancel" | "calendar";

export interface CallActionsProps {
  call: Pick<BookedCall, "canJoin" | "canChange" | "start">;
  /** What the call is, for names of buttons that stand alone in a list: "Tess Tech, 23 Nov, 14:00". */
  name: string;
  onAct(action: CallAction): void;
}

/** Join, move, cancel, keep in the own calendar. Clicks that no person made are ignored. */
export function CallActions({ call, name, onAct }: CallActionsProps) {
  const actions: readonly (readonly [CallAction, boolean, string])[] = [
    ["join", call.canJoin, i18n.t("call.join")],
    ["reschedule", call.canChange, i18n.t("call.reschedule")],
    ["cancel", call.canChange, i18n.t("call.cancel")],
    ["calendar", call.start !== null, i18n.t("call.calendar")],
  ];
  return (
    <div class="call-actions">
      {actions.map(
        ([action, possible, text]) =>
          possible && (
            <button
              key={action}
              type="button"
              class="link"
              aria-label={i18n.t("call.named", [text, name])}
              onClick={(event) => event.isTrusted && onAct(action)}
            >
              {text}
            </button>
          ),
      )}
    </div>
  );
}
