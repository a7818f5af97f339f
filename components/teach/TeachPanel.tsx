import { PanelBottom, PanelLeft, PanelRight, X } from "lucide-preact";
import { useEffect, useRef } from "preact/hooks";
import { i18n } from "#i18n";
import { CheckStep } from "./CheckStep";
import { PlaceStep } from "./PlaceStep";
import { PointStep } from "./PointStep";
import { ReviewStep } from "./ReviewStep";
import type { TeachActions, TeachView } from "./teach-view";
import { WaitStep } from "./WaitStep";

export interface TeachPanelProps extends TeachActions {
  view: TeachView;
  /** What the arrow keys have just marked, for screen readers. */
  marked: string;
  /** Where the panel stands; on narrow windows "left" is at the top. */
  dock: Dock;
  onDock(dock: Dock): void;
}

const DOCKS = ["right", "left", "bottom"] as const;
export type Dock = (typeof DOCKS)[number];
const ICONS = { right: PanelRight, left: PanelLeft, bottom: PanelBottom };
const STEPS: Partial<Record<TeachView["step"], number>> = { place: 3, review: 4, next: 5, check: 5 };
const LAST = 5;

/** The panel that leads through teaching; it can be moved out of the way. */
export function TeachPanel(props: TeachPanelProps) {
  const { view, marked, dock, onDock, onLeave } = props;
  const panel = useRef<HTMLDivElement>(null);
  const at = view.step === "point" ? `point ${view.field} ${view.text !== null}` : view.step;
  useEffect(() => {
    // The keyboard goes on where the step goes on.
    const next = panel.current?.querySelector<HTMLElement>(".primary") ?? panel.current;
    next?.focus({ preventScroll: true });
  }, [at]);
  const following = DOCKS[(DOCKS.indexOf(dock) + 1) % DOCKS.length] ?? "right";
  const DockIcon = ICONS[following];
  const number = stepNumber(view);
  return (
    <div class="teach" data-dock={dock} role="dialog" aria-labelledby="heading" tabIndex={-1} ref={panel}>
      <header>
        <h2 id="heading">{i18n.t("teach.title")}</h2>
        <button
          type="button"
          class="icon"
          aria-label={i18n.t(`teach.dock.${following}`)}
          title={i18n.t(`teach.dock.${following}`)}
          onClick={() => onDock(following)}
        >
          <DockIcon size={20} aria-hidden="true" />
        </button>
        <button
          type="button"
          class="icon"
          aria-label={i18n.t("teach.leave")}
          title={i18n.t("teach.leave")}
          onClick={onLeave}
        >
          <X size={20} aria-hidden="true" />
        </button>
      </header>
      <div class="step">
        {number !== null && <p class="quiet">{i18n.t("teach.step", [String(number), String(LAST)])}</p>}
        <Step {...props} />
      </div>
      <p class="visually-hidden" aria-live="polite">
        {marked}
      </p>
    </div>
  );
}

function Step(props: TeachPanelProps) {
  const { view } = props;
  switch (view.step) {
    case "point":
      return <PointStep {...props} view={view} />;
    case "place":
      return <PlaceStep {...props} view={view} />;
    case "review":
      return <ReviewStep {...props} view={view} />;
    case "check":
      return <CheckStep {...props} view={view} />;
    default:
      return <WaitStep {...props} view={view} />;
  }
}

function stepNumber(view: TeachView): number | null {
  if (view.step !== "point") return STEPS[view.step] ?? null;
  if (view.again || view.optional) return null;
  return view.field === "assignee" ? 1 : 2;
}
