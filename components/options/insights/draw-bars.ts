import { BarController, BarElement, CategoryScale, Chart, LinearScale, Tooltip } from "chart.js";

// Only what bars need is built in; imported on demand, so that no other page carries it.
Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip);

export interface Bars {
  /** Under the bars, and in full for the tooltip. */
  labels: readonly { short: string; long: string }[];
  /** Stacked; the first in the accent colour, the second hatched. */
  series: readonly { name: string; values: readonly number[] }[];
  /** Bars that lie, one below the other. */
  lying: boolean;
  direction: "ltr" | "rtl";
  /** Writes a number. */
  write(value: number): string;
}

/** Draws bars in the colours of the page (`--accent`, `--ink`, …). Nothing moves. @returns takes them away */
export function drawBars(
  canvas: HTMLCanvasElement,
  { labels, series, lying, direction, write }: Bars,
): () => void {
  const style = getComputedStyle(canvas);
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const rtl = direction === "rtl";
  const font = { family: style.fontFamily, size: 14 };
  const values = {
    stacked: true,
    beginAtZero: true,
    grid: { color: colour("line") },
    border: { display: false },
    ticks: { precision: 0, color: colour("quiet"), font, callback: (value: unknown) => write(Number(value)) },
  };
  const names = {
    stacked: true,
    grid: { display: false },
    border: { color: colour("field") },
    ticks: {
      color: colour(lying ? "ink" : "quiet"),
      font,
      maxRotation: 0,
      autoSkip: !lying,
      autoSkipPadding: 12,
    },
  };
  const across = { reverse: rtl };
  const up = { position: rtl ? ("right" as const) : ("left" as const) };
  const chart = new Chart(canvas, {
    type: "bar",
    data: {
      labels: labels.map(({ short }) => short),
      datasets: series.map(({ name, values }, at) => ({
        label: name,
        data: [...values],
        backgroundColor: at === 0 ? colour("accent") : hatched(canvas, colour("accent")),
        borderColor: colour("accent"),
        borderWidth: at === 0 ? 0 : 1,
        maxBarThickness: lying ? 28 : 40,
      })),
    },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      indexAxis: lying ? "y" : "x",
      interaction: { mode: "index", intersect: false, axis: lying ? "y" : "x" },
      scales: lying
        ? { x: { ...values, ...across }, y: { ...names, ...up } }
        : { x: { ...names, ...across }, y: { ...values, ...up } },
      plugins: {
        tooltip: {
          rtl,
          textDirection: direction,
          backgroundColor: colour("ink"),
          titleColor: colour("ground"),
          bodyColor: colour("ground"),
          titleFont: font,
          bodyFont: font,
          displayColors: false,
          animation: false,
          callbacks: {
            title: (items) => labels[items[0]?.dataIndex ?? -1]?.long ?? "",
            label: ({ dataset, raw }) => `${dataset.label}: ${write(Number(raw))}`,
          },
        },
      },
    },
  });
  return () => chart.destroy();
}

/** Slanted lines: told apart from the plain colour without seeing colours. */
function hatched(canvas: HTMLCanvasElement, colour: string): CanvasPattern | string {
  const tile = canvas.ownerDocument.createElement("canvas");
  [tile.width, tile.height] = [8, 8];
  const pen = tile.getContext("2d");
  if (!pen) return colour;
  pen.strokeStyle = colour;
  pen.lineWidth = 2;
  for (const from of [-8, 0, 8]) {
    pen.moveTo(from, 8);
    pen.lineTo(from + 8, 0);
  }
  pen.stroke();
  return pen.createPattern(tile, "repeat") ?? colour;
}
