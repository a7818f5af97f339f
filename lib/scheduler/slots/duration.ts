/** How long a call lasts, in words: "30 minutes", "1 hour". */
export function writeDuration(minutes: number, locale: string): string {
  const [count, unit] = minutes % 60 === 0 ? [minutes / 60, "hour"] : [minutes, "minute"];
  return new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" }).format(count);
}
