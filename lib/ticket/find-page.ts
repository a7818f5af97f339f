import type { Portal } from "../settings/portal";
import { matchUrl, type UrlGroups } from "./match-url";
import type { PageDefinition } from "./page-definition";
import { presetByHost, presetById, recognisePreset } from "./presets";
import type { Preset } from "./presets/preset";

export interface FoundPage {
  page: PageDefinition;
  groups: UrlGroups;
  /** The folder below which the page was found: the portal's base path, or where its product is installed. */
  basePath: string;
}

const recognised = new WeakMap<Document, Preset>();

/**
 * The product of a portal: as configured, else by its host, else as recognised by the document, which does not change
 * its product.
 */
export function findPreset(portal: Portal, document: Document): Preset | null {
  if (portal.preset) return presetById(portal.preset);
  const preset =
    presetByHost(new URL(portal.origin).hostname) ?? recognised.get(document) ?? recognisePreset(document);
  if (preset) recognised.set(document, preset);
  return preset;
}

/**
 * The page definition that an address belongs to; the portal's own definitions come before the preset's. A product may
 * be installed below any path: where no base path is configured, the preset's pages are looked for below each folder.
 */
export function findPage(portal: Portal, preset: Preset | null, url: URL): FoundPage | null {
  const basePaths = portal.basePath === "" ? foldersOf(url) : [portal.basePath];
  return (
    firstMatch(portal.pages ?? [], url, [portal.basePath]) ?? firstMatch(preset?.pages ?? [], url, basePaths)
  );
}

/**
 * Whether a reading's page was described for its portal, not by the product. A lookup's recipe reads by a copy of the
 * definition, so it is told by its address; where both have one for an address, the portal's counts.
 */
export function isOwnPage({ pages }: Portal, { url }: PageDefinition): boolean {
  return pages?.some((page) => page.url === url) ?? false;
}

function firstMatch(
  pages: readonly PageDefinition[],
  url: URL,
  basePaths: readonly string[],
): FoundPage | null {
  for (const page of pages) {
    for (const basePath of basePaths) {
      const groups = matchUrl(page.url, url, basePath);
      if (groups) return { page, groups, basePath };
    }
  }
  return null;
}

/** The site itself, then each folder of an address: "", "/a", "/a/b" for `/a/b/c`. */
function foldersOf(url: URL): string[] {
  const folders = url.pathname.split("/").slice(1, -1).slice(0, 4);
  return ["", ...folders.map((_, index) => `/${folders.slice(0, index + 1).join("/")}`)];
}
