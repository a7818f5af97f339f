import { useEffect, useState } from "preact/hooks";
import { type Section, sections } from "../../components/options/sections";

/** Where in the options the address leads: `#technicians?add=tess`. */
export interface Route {
  section: Section;
  query: URLSearchParams;
  /** How many times the address has changed since the page was opened. */
  visits: number;
}

/** The section of a hash; one that nobody knows leads to the beginning. */
export function readRoute(hash: string): Omit<Route, "visits"> {
  const text = hash.replace(/^#/, "");
  // Messages carry a section with its query as one encoded text.
  const [name, query] = (text.includes("?") ? text : text.replace(/%3F.*$/i, decodeURIComponent)).split("?");
  return { section: sections.find((id) => id === name) ?? "welcome", query: new URLSearchParams(query) };
}

/** The present route; changes with links, back and forward. */
export function useRoute(): Route {
  const [route, setRoute] = useState<Route>({ ...readRoute(location.hash), visits: 0 });
  useEffect(() => {
    const changed = () => setRoute(({ visits }) => ({ ...readRoute(location.hash), visits: visits + 1 }));
    addEventListener("hashchange", changed);
    return () => removeEventListener("hashchange", changed);
  }, []);
  return route;
}

/** Takes the query out of the address, when what it asked for is done. */
export function forgetQuery(): void {
  history.replaceState(null, "", location.hash.replace(/(\?|%3F).*$/i, ""));
}
