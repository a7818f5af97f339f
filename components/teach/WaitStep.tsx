import { i18n } from "#i18n";
import { Problem } from "./PointStep";
import type { TeachActions, TeachView } from "./teach-view";

type WaitStepProps = TeachActions & {
  view: Extract<TeachView, { step: "start" | "next" | "done" | "gone" }>;
};

/** Steps without pointing: open a ticket, open another one, saved. */
export function WaitStep({ view, onStart, onStartOver, onLeave }: WaitStepProps) {
  switch (view.step) {
    case "start":
      return (
        <>
          <h3>{i18n.t("teach.start.heading")}</h3>
          {view.problem === "no-id" && <Problem text={i18n.t("teach.start.noId")} />}
          {view.problem === "left" && <Problem text={i18n.t("teach.start.left")} />}
          <p>{i18n.t("teach.start.text")}</p>
          <div class="buttons">
            <button type="button" class="primary" onClick={onStart}>
              {i18n.t("teach.start.button")}
            </button>
          </div>
        </>
      );
    case "next":
      return (
        <>
          <h3>{i18n.t("teach.next.heading")}</h3>
          {view.problem === "other-page" && <p class="warning">{i18n.t("teach.next.otherPage")}</p>}
          <p>{i18n.t(view.again ? "teach.next.again" : "teach.next.text")}</p>
          <div class="buttons">
            <button type="button" onClick={onStartOver}>
              {i18n.t("teach.startOver")}
            </button>
          </div>
        </>
      );
    case "done":
      return (
        <>
          <h3>{i18n.t("teach.done.heading")}</h3>
          <p>{i18n.t("teach.done.text")}</p>
          <div class="buttons">
            <button type="button" class="primary" onClick={onLeave}>
              {i18n.t("teach.done.close")}
            </button>
          </div>
        </>
      );
    case "gone":
      return <Problem text={i18n.t("teach.gone")} />;
  }
}
