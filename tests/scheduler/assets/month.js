import { element } from "./dom.js";
import { daysOf, nameOfMonth, shortDayName, weekdays } from "./times.js";

/** One month; the days that have a free slot are buttons. */
export function monthView({ month, months, free, selected, onMonth, onDay }) {
  const index = months.indexOf(month);
  const turn = (step, label, sign) =>
    element(
      "button",
      {
        type: "button",
        className: "turn",
        "aria-label": label,
        "data-testid": step > 0 ? "next-month" : "previous-month",
        disabled: months[index + step] === undefined,
        onclick: () => onMonth(months[index + step]),
      },
      sign,
    );
  return element(
    "section",
    { className: "month", "aria-label": "Day" },
    element(
      "header",
      {},
      element("h2", { "aria-live": "polite" }, nameOfMonth(month)),
      turn(-1, "Previous month", "‹"),
      turn(1, "Next month", "›"),
    ),
    element(
      "div",
      { className: "days" },
      weekdays.map((name) => element("span", { className: "weekday", "aria-hidden": "true" }, name)),
      daysOf(month).map((day) => {
        if (day === null) return element("span");
        const number = String(Number(day.slice(-2)));
        if (!free.has(day)) return element("span", { className: "day" }, number);
        return element(
          "button",
          {
            type: "button",
            className: "day free",
            "data-testid": "day",
            "data-date": day,
            "aria-label": shortDayName(day),
            "aria-pressed": String(day === selected),
            onclick: () => onDay(day),
          },
          number,
        );
      }),
    ),
  );
}
