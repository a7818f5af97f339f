import type { LocalRequest } from "../local-server";
import { Refused } from "./problem";

/** All that CallCard can use. */
export const ALL_SCOPES = [
  "users:read",
  "event_types:read",
  "availability:read",
  "scheduled_events:write",
  "scheduling_links:write",
];

/** A personal access token: what it may do, and whether it still may. */
export interface Token {
  text: string;
  scopes: string[];
  revoked: boolean;
}

/**
 * Checks who asks. `…:write` includes `…:read`.
 * @throws Refused 401 or 403
 */
export function checkToken({ headers }: LocalRequest, token: Token, needed: readonly string[]): void {
  if (token.revoked || headers.authorization !== `Bearer ${token.text}`) throw new Refused(401);
  const has = (scope: string) =>
    token.scopes.includes(scope) || token.scopes.includes(scope.replace(/:read$/, ":write"));
  if (!needed.every(has)) throw new Refused(403);
}
