import { Download } from "lucide-preact";
import { i18n } from "#i18n";
import type { Insights, InsightsChoice } from "../../../lib/booking/insights/insights";
import { periods } from "../../../lib/booking/insights/period";
import { Select, type SelectOption } from "../Select";
import { Counting, type CountingProps } from "./Counting";
import { FunnelFigure, HoursFigure, LeadFigure, OutcomesFigure, TimeFigure } from "./Figures";
import { periodText, rangeText } from "./insights-texts";
import { PartsTable } from "./PartsTable";

export interface InsightsViewProps extends CountingProps {
  insights: Insights;
  choice: InsightsChoice;
  /** Whether anything is known at all, whatever is chosen. */
  hasAny: boolean;
  /** To choose from: what it is, and what it is called. */
  portals: readonly SelectOption[];
  technicians: readonly SelectOption[];
  timeZone: string;
  onChoose(choice: InsightsChoice): void;
  onExport(format: "csv" | "json"): void;
}

/** The figures of a period, as charts and tables, and the counting that part of them comes from. */
export function InsightsView(props: InsightsViewProps) {
  const { insights, choice, hasAny, counting, onChoose } = props;
  const everything = { value: "", name: i18n.t("bookings.everything") };
  return (
    <>
      <p>{i18n.t("insights.intro")}</p>
      {hasAny ? (
        <>
          <search>
            <div class="filters">
              <Select
                label={i18n.t("insights.period")}
                value={choice.period}
                options={periods.map((period) => ({ value: period, name: periodText(period) }))}
                onChange={(value) =>
                  onChoose({ ...choice, period: periods.find((period) => period === value) ?? "all" })
                }
              />
              <Select
                label={i18n.t("bookings.portal")}
                value={choice.portal}
                options={[everything, ...props.portals]}
                onChange={(portal) => onChoose({ ...choice, portal })}
              />
              <Select
                label={i18n.t("bookings.technician")}
                value={choice.technician}
                options={[everything, ...props.technicians]}
                onChange={(technician) => onChoose({ ...choice, technician })}
              />
            </div>
            <p class="quiet" role="status">
              {rangeText(insights.from, insights.to)}. {i18n.t("insights.cohort")}
            </p>
          </search>
          {isEmpty(insights) ? <p class="empty">{i18n.t("insights.nothingHere")}</p> : <Figures {...props} />}
        </>
      ) : (
        <p class="empty">{i18n.t(counting ? "insights.empty" : "insights.emptyOff")}</p>
      )}
      <Counting {...props} />
    </>
  );
}

function isEmpty({ funnel, outcomes }: Insights): boolean {
  return funnel.shown === 0 && funnel.opened === 0 && outcomes.booked === 0;
}

function Figures({ insights, timeZone, portals, technicians, onExport }: InsightsViewProps) {
  const hasCalls = insights.outcomes.booked > 0;
  return (
    <>
      <FunnelFigure funnel={insights.funnel} />
      {hasCalls && (
        <>
          <TimeFigure spans={insights.spans} unit={insights.unit} />
          <OutcomesFigure outcomes={insights.outcomes} />
          <LeadFigure leadTimes={insights.leadTimes} />
          <HoursFigure hours={insights.hours} timeZone={timeZone} />
        </>
      )}
      <PartsTable
        title={i18n.t("insights.parts.technicians")}
        heading={i18n.t("bookings.technician")}
        parts={insights.technicians}
        nameOf={(id) => (id === "" ? i18n.t("insights.parts.nobody") : nameIn(technicians, id))}
      />
      <PartsTable
        title={i18n.t("insights.parts.portals")}
        heading={i18n.t("bookings.portal")}
        parts={insights.portals}
        nameOf={(id) => nameIn(portals, id)}
      />
      <section>
        <h2>{i18n.t("insights.files.title")}</h2>
        <p class="quiet">{i18n.t("insights.files.text")}</p>
        <div class="buttons">
          <button type="button" onClick={() => onExport("csv")}>
            <Download size={16} aria-hidden="true" />
            {i18n.t("bookings.csv")}
          </button>
          <button type="button" onClick={() => onExport("json")}>
            <Download size={16} aria-hidden="true" />
            {i18n.t("bookings.json")}
          </button>
        </div>
      </section>
    </>
  );
}

function nameIn(options: readonly SelectOption[], id: string): string {
  return options.find(({ value }) => value === id)?.name ?? id;
}
