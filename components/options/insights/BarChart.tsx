import { useEffect, useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { uiDirection } from "../../../lib/ui-locale";
import type { Bars } from "./draw-bars";
import { numberText } from "./insights-texts";

export interface BarChartProps extends Pick<Bars, "labels" | "series" | "lying"> {
  title: string;
  /** What the labels are, as the heading of the table's first column. */
  labelHeading: string;
}

/** A bar chart, and the same numbers as a table. The chart itself says nothing that the table does not. */
export function BarChart({ title, labelHeading, labels, series, lying }: BarChartProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const dark = useDarkness();
  useEffect(() => {
    let remove = () => {};
    let gone = false;
    const draw = async () => {
      const { drawBars } = await import("./draw-bars");
      if (gone || !canvas.current) return;
      const direction = uiDirection();
      remove = drawBars(canvas.current, { labels, series, lying, direction, write: numberText });
    };
    draw().catch(() => undefined); // the table is there
    return () => {
      gone = true;
      remove();
    };
  }, [dark, JSON.stringify([labels, series, lying])]);
  return (
    <>
      {series.length > 1 && (
        <ul class="legend" aria-hidden="true">
          {series.map(({ name }, at) => (
            <li key={name}>
              <span class={at === 0 ? "swatch" : "swatch hatched"} />
              {name}
            </li>
          ))}
        </ul>
      )}
      <div class={lying ? "chart lying" : "chart"} style={{ "--bars": labels.length }}>
        <canvas ref={canvas} role="img" aria-label={i18n.t("insights.chart", [title])} />
      </div>
      <details>
        <summary>{i18n.t("insights.asTable")}</summary>
        <table>
          <caption class="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{labelHeading}</th>
              {series.map(({ name }) => (
                <th key={name} scope="col" class="number">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {labels.map(({ long }, row) => (
              <tr key={long}>
                <th scope="row">{long}</th>
                {series.map(({ name, values }) => (
                  <td key={name} class="number">
                    {numberText(values[row] ?? 0)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}

/** Whether the system is dark: colours in a canvas do not follow by themselves. */
function useDarkness(): boolean {
  const query = matchMedia("(prefers-color-scheme: dark)");
  const [dark, setDark] = useState(query.matches);
  useEffect(() => {
    const changed = () => setDark(query.matches);
    query.addEventListener("change", changed);
    return () => query.removeEventListener("change", changed);
  }, []);
  return dark;
}
