import diagnostics from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

/** A request as it came to one of the servers of this process. */
export interface SeenRequest {
  host: string;
  method: string;
  url: URL;
  headers: IncomingMessage["headers"];
}

/**
 * Sees every request that any server of this process gets, whoever makes it and whatever the server does with it: what a
 * browser says about itself is not asked.
 * @param origin of one server alone
 */
export function countRequests(origin?: string) {
  const seen: SeenRequest[] = [];
  const look = (message: unknown) => {
    const { request } = message as { request: IncomingMessage };
    const { method = "", headers } = request;
    const host = headers.host ?? "";
    const url = new URL(request.url ?? "/", `http://${host}`);
    if (origin === undefined || url.origin === origin) seen.push({ host, method, url, headers });
  };
  diagnostics.subscribe("http.server.request.start", look);
  return { seen, stop: () => diagnostics.unsubscribe("http.server.request.start", look) };
}
