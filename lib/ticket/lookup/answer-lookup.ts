import type { Browser } from "wxt/browser";
import { fieldsOfQuery, secretField } from "../../ledger/fields";
import { noteLeaving } from "../../ledger/ledger";
import type { BackgroundMessage } from "../../messages";
import { portals } from "../../settings/items";
import { isGranted } from "../../settings/permissions";
import { findPortal } from "../../settings/portal";
import { getSecret, lookupSecret } from "../../settings/secrets";
import { findPage } from "../find-page";
import { presetById } from "../presets";
import { requestOf } from "./ask-lookup";
import { type Fetched, fetchJson } from "./fetch-json";
import { fillUrl } from "./fill-url";
import { textHeaders } from "./read-headers";
import { recipeOf } from "./recipe";

type Message = Extract<BackgroundMessage, { type: "lookUp" }>;

/**
 * Makes a lookup's request to a site other than the portal, without cookies, with the token that was stored for it. The
 * overlay names a ticket page of its own portal; where that leads is read from the settings, so a page cannot choose.
 */
export async function answerLookup(
  message: Message,
  sender: Browser.runtime.MessageSender,
): Promise<Fetched> {
  const all = await portals.read();
  const url = new URL(message.url);
  const portal = findPortal(all, url);
  const asker = sender.tab && sender.url ? findPortal(all, new URL(sender.url)) : null;
  if (!portal || asker?.id !== portal.id || !(await isGranted(portal.origin))) return refuse();

  const found = findPage(portal, presetById(portal.preset ?? message.preset), url);
  const recipe = found && recipeOf(portal, found.page);
  const request = recipe && requestOf(recipe.lookup, message.hop);
  if (!request) return refuse();
  const { number, first } = message;
  const { groups, basePath } = found;
  const target = fillUrl(request.url, { origin: portal.origin, basePath, groups, number, first });
  if (!target || target.origin === portal.origin || !(await isGranted(target.origin))) return refuse();

  const token = await getSecret(lookupSecret(portal.id, target.origin));
  const headers = textHeaders(request.headers);
  noteLeaving({
    host: target.host,
    purpose: "lookup",
    request: `GET ${target.pathname}`,
    ticket: { portal: portal.id, number: number || (groups.id ?? "") },
    fields: [
      ...(token ? [secretField("Authorization")] : []),
      ...Object.keys(headers).map(secretField), // may hold a key as well
      ...fieldsOfQuery(target),
    ],
    repeats: true,
  });
  return fetchJson(target, token ? { ...headers, Authorization: `Bearer ${token}` } : headers, "omit");
}

function refuse(): Fetched {
  return { ok: false, failure: { cause: "no-permission" } };
}
