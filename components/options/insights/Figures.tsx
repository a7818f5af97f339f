import { i18n } from "#i18n";
import type { Insights } from "../../../lib/booking/insights/insights";
import { markedIn } from "../../../lib/booking/insights/outcomes";
import { BarChart } from "./BarChart";
import { HoursTable } from "./HoursTable";
import { durationText, numberText, shareText, spanText, tickText } from "./insights-texts";

/** From the card to the booked call. */
export function FunnelFigure({ funnel }: Pick<Insights, "funnel">) {
  const { shown, opened, booked, elsewhere } = funnel;
  const title = i18n.t("insights.funnel.title");
  const steps = [
    [i18n.t("insights.funnel.shown"), shown],
    [i18n.t("insights.funnel.opened"), opened],
    [i18n.t("insights.funnel.booked"), booked],
  ] as const;
  return (
    <section>
      <h2>{title}</h2>
      <BarChart
        title={title}
        labelHeading={i18n.t("insights.funnel.step")}
        labels={steps.map(([name, count]) => ({ short: `${name} ${numberText(count)}`, long: name }))}
        series={[{ name: i18n.t("insights.number"), values: steps.map(([, count]) => count) }]}
        lying={true}
      />
      <dl class="facts">
        <Fact name={i18n.t("insights.funnel.openedShare")} value={shareText(opened, shown)} />
        <Fact name={i18n.t("insights.funnel.bookedShare")} value={shareText(booked, opened)} />
      </dl>
      {elsewhere > 0 && <p class="quiet">{i18n.t("insights.funnel.elsewhere", elsewhere)}</p>}
    </section>
  );
}

/** How many calls were booked when. */
export function TimeFigure({ spans, unit }: Pick<Insights, "spans" | "unit">) {
  const title = i18n.t("insights.time.title");
  return (
    <section>
      <h2>{title}</h2>
      <BarChart
        title={title}
        labelHeading={i18n.t("insights.time.when")}
        labels={spans.map((span) => ({ short: tickText(span, unit), long: spanText(span, unit) }))}
        series={[
          {
            name: i18n.t("insights.time.stands"),
            values: spans.map(({ booked, cancelled }) => booked - cancelled),
          },
          { name: i18n.t("insights.time.cancelled"), values: spans.map(({ cancelled }) => cancelled) },
        ]}
        lying={false}
      />
    </section>
  );
}

/** How long before they start calls are booked. */
export function LeadFigure({ leadTimes: { counts, median } }: Pick<Insights, "leadTimes">) {
  if (median === null) return null;
  const title = i18n.t("insights.lead.title");
  return (
    <section>
      <h2>{title}</h2>
      <p>{i18n.t("insights.lead.median", [durationText(median)])}</p>
      <BarChart
        title={title}
        labelHeading={i18n.t("insights.lead.ahead")}
        labels={counts.map((_, group) => {
          const name = i18n.t(`insights.lead.groups.g${group as 0}`);
          return { short: name, long: name };
        })}
        series={[{ name: i18n.t("insights.number"), values: counts }]}
        lying={true}
      />
    </section>
  );
}

/** How many were no-shows, moved, cancelled. */
export function OutcomesFigure({ outcomes }: Pick<Insights, "outcomes">) {
  const { booked, moved, cancelled, noShow, over } = outcomes;
  const unmarked = over - markedIn(outcomes);
  return (
    <section>
      <h2>{i18n.t("insights.outcomes.title")}</h2>
      <dl class="facts">
        <Fact name={i18n.t("insights.outcomes.noShow")} value={shareText(noShow, markedIn(outcomes))} />
        <Fact name={i18n.t("insights.outcomes.moved")} value={shareText(moved, booked)} />
        <Fact name={i18n.t("insights.outcomes.cancelled")} value={shareText(cancelled, booked)} />
      </dl>
      {unmarked > 0 && (
        <p class="quiet">
          {i18n.t("insights.outcomes.unmarked", unmarked)}{" "}
          <a href="#bookings?group=past">{i18n.t("insights.outcomes.mark")}</a>
        </p>
      )}
    </section>
  );
}

/** At which hours of the week calls start. */
export function HoursFigure({ hours, timeZone }: Pick<Insights, "hours"> & { timeZone: string }) {
  const title = i18n.t("insights.hours.title");
  return (
    <section>
      <h2>{title}</h2>
      <p class="quiet">{i18n.t("insights.hours.text", [timeZone])}</p>
      <HoursTable title={title} hours={hours} />
    </section>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
