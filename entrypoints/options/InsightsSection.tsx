import { useMemo, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { InsightsView } from "../../components/options/insights/InsightsView";
import { Notice } from "../../components/options/Notice";
import { Progress } from "../../components/options/Progress";
import { counters } from "../../lib/booking/insights/counters";
import { dayRows, insightsCsv, insightsJson } from "../../lib/booking/insights/export-insights";
import { type InsightsChoice, insightsOf } from "../../lib/booking/insights/insights";
import { forgetRefused } from "../../lib/booking/insights/refused";
import { firstDayOfWeek } from "../../lib/scheduler/slots/week";
import { counting } from "../../lib/settings/items";
import { uiLocale } from "../../lib/ui-locale";
import { dayIn } from "../../lib/zoned-time";
import { downloadText } from "./download";
import { useInsights } from "./use-insights";
import { useNotice } from "./use-notice";
import { useStored } from "./use-stored";

/** Insights: wiring. */
export function InsightsSection() {
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const [choice, setChoice] = useState<InsightsChoice>({ period: "month", portal: "", technician: "" });
  const { loaded, failure, look } = useInsights(timeZone);
  const on = useStored(counting);
  const { notice, good, undoable, refused } = useNotice();

  const insights = useMemo(() => {
    if (!loaded) return null;
    const now = new Date();
    return insightsOf(loaded.known, choice, {
      today: dayIn(now, timeZone),
      now: now.getTime(),
      firstWeekday: firstDayOfWeek(uiLocale()),
    });
  }, [loaded, choice]);

  async function setCounting(wanted: boolean): Promise<void> {
    await counting.write(wanted);
    good(i18n.t(wanted ? "insights.counting.on" : "insights.counting.off"));
  }

  async function erase(): Promise<void> {
    const erased = await counters.erase();
    await forgetRefused();
    undoable(i18n.t("insights.counting.erased"), () => {
      counters.restore(erased).then(() => good(i18n.t("insights.counting.restored")), refused);
    });
  }

  function exportAs(format: "csv" | "json"): void {
    if (!loaded || !insights) return;
    const rows = dayRows(loaded.known, choice, insights.from);
    if (format === "csv") downloadText(insightsCsv(rows), "insights.csv", "text/csv");
    else downloadText(insightsJson(insights, choice, timeZone, rows), "insights.json", "application/json");
    good(i18n.t("insights.files.exported"));
  }

  return (
    <>
      {failure !== null && (
        <p class="problem" role="alert">
          {i18n.t("insights.failed", [String(failure)])}{" "}
          <button type="button" class="link" onClick={look}>
            {i18n.t("bookings.again")}
          </button>
        </p>
      )}
      {loaded && insights && on !== null ? (
        <InsightsView
          {...loaded}
          insights={insights}
          choice={choice}
          hasAny={loaded.known.calls.length > 0 || loaded.known.counters.length > 0}
          counting={on}
          timeZone={timeZone}
          onChoose={setChoice}
          onCounting={(wanted) => void setCounting(wanted).catch(refused)}
          onErase={() => void erase().catch(refused)}
          onExport={exportAs}
        />
      ) : (
        failure === null && <Progress text={i18n.t("options.loading")} />
      )}
      <Notice notice={notice} />
    </>
  );
}
