import { useId } from "preact/hooks";
import { i18n } from "#i18n";
import type { Part } from "../../../lib/booking/insights/insights";
import { markedIn } from "../../../lib/booking/insights/outcomes";
import { numberText, shareText } from "./insights-texts";

interface PartsTableProps {
  title: string;
  /** What the parts are, as the heading of the first column. */
  heading: string;
  parts: readonly Part[];
  nameOf(id: string): string;
}

/** The figures of each technician, or of each portal. */
export function PartsTable({ title, heading, parts, nameOf }: PartsTableProps) {
  const id = useId();
  return (
    <section>
      <h2 id={id}>{title}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to scroll by keyboard */}
      <section class="wide" aria-labelledby={id} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{heading}</th>
              <th scope="col" class="number">
                {i18n.t("insights.funnel.shown")}
              </th>
              <th scope="col" class="number">
                {i18n.t("insights.funnel.opened")}
              </th>
              <th scope="col" class="number">
                {i18n.t("insights.funnel.booked")}
              </th>
              <th scope="col" class="number">
                {i18n.t("insights.time.cancelled")}
              </th>
              <th scope="col" class="number">
                {i18n.t("insights.parts.noShow")}
              </th>
            </tr>
          </thead>
          <tbody>
            {parts.map((part) => (
              <tr key={part.id}>
                <th scope="row">
                  <bdi>{nameOf(part.id)}</bdi>
                </th>
                <td class="number">{numberText(part.shown)}</td>
                <td class="number">{numberText(part.opened)}</td>
                <td class="number">{numberText(part.booked + part.elsewhere)}</td>
                <td class="number">{numberText(part.cancelled)}</td>
                <td class="number">{shareText(part.noShow, markedIn(part))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
