import type { Place } from "../../lib/ticket/page-definition";
import type { CheckedField } from "../../lib/ticket/teach/check-page";
import type { TaughtField } from "../../lib/ticket/teach/draft";
import type { PointProblem } from "../../lib/ticket/teach/look-at";

/** What the panel shows. */
export type TeachView =
  | { step: "start"; problem: "no-id" | "left" | null }
  | {
      step: "point";
      field: TaughtField;
      /** What would be read; `null`: nothing is chosen yet. */
      text: string | null;
      /** The person has not pointed: CallCard found it. */
      suggested: boolean;
      problem: PointProblem | null;
      /** Whether it may be left out. */
      optional: boolean;
      /** On the second ticket, because the first answer was wrong. */
      again: boolean;
    }
  | { step: "place"; position: Place["position"]; chosen: boolean; problem: PointProblem | null }
  | {
      step: "review";
      fields: readonly { field: TaughtField; text: string }[];
      audience: "agent" | "customer";
    }
  | { step: "next"; again: boolean; problem: "other-page" | null }
  | { step: "check"; fields: readonly CheckedField[]; ok: boolean; saving: boolean; failure: string | null }
  | { step: "done" }
  | { step: "gone" };

/** What the person can do in the panel. */
export interface TeachActions {
  onStart(): void;
  /** Takes what is marked by the arrow keys or the pointer. */
  onChoose(): void;
  onAccept(): void;
  onSkip(): void;
  onBack(): void;
  onPosition(position: Place["position"]): void;
  onFloat(): void;
  onPointAgain(field: TaughtField): void;
  onRemove(field: TaughtField): void;
  onAudience(audience: "agent" | "customer"): void;
  onSave(): void;
  onStartOver(): void;
  onLeave(): void;
}
