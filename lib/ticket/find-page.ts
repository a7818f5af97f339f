import type { Portal } from "../settings/portal";
import { matchUrl, type UrlGroups } from "./match-url";
import type { PageDefinition } from "./page-definition";
import { presetById, recognisePreset } from "./presets";
import type { Preset } from "./presets/preset";

export interface FoundPage {
  page: PageDefinition;
  groups: UrlGroups;
}

/** The product of a portal: as configured, else as recognised by the document. */
export function findPreset(portal: Portal, document: Document): Preset | null {
  return portal.preset ? presetById(portal.preset) : recognisePreset(document);
}

/** The page definition that an address belongs to; the portal's own definitions come before the preset's. */
export function findPage(portal: Portal, preset: Preset | null, url: URL): FoundPage | null {
  for (const page of [...(portal.pages ?? []), ...(preset?.pages ?? [])]) {
    const groups = matchUrl(page.url, url, portal.basePath);
    if (groups) return { page, groups };
  }
  return null;
}
