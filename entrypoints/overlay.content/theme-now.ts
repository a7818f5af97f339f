/** A text that changes with the portal's theme: as long as it stays, what was sampled from the page still holds. */
export function themeNow(): string {
  const themed = [document.documentElement, document.body].flatMap(({ attributes }) =>
    [...attributes].map(({ name, value }) => `${name}=${value}`),
  );
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  return [...themed, dark, document.readyState, document.styleSheets.length].join();
}
