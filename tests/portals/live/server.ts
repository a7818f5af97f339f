import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { asset, json, page, serve } from "../../scheduler/local-server";
import type { LiveProduct, LiveTicket, Person } from "./products";

/** A product's pages on this machine, with scripts that change them as the product's own do. */
export interface LivePortal {
  origin: string;
  /** Gives a ticket to someone, or to nobody; open pages do not learn of it before they fetch. */
  assign(id: string, person: Person | null): void;
  close(): Promise<void>;
}

const assets = new URL("assets/", import.meta.url);
const preact = fileURLToPath(import.meta.resolve("preact"));

/** Starts the pages of one product; the first ticket belongs to one person, the second to another. */
export async function startLivePortal(
  product: LiveProduct,
  people: readonly [Person, Person],
): Promise<LivePortal> {
  const tickets = new Map<string, LiveTicket>(
    product.tickets.map((id, at) => [id, { id, person: people[at] ?? null }]),
  );
  const head = `<script type="importmap">{"imports":{"preact":"/live/preact.js"}}</script><script src="/live/log.js"></script><script type="module" src="/live/${product.script}"></script></head>`;

  const { origin, close } = await serve(async ({ url }) => {
    const [, name] = /^\/live\/([\w-]+\.js)$/.exec(url.pathname) ?? [];
    if (name === "preact.js")
      return { headers: { "Content-Type": "text/javascript" }, body: await readFile(preact) };
    if (name) return asset(assets, name);
    if (url.pathname === "/live/ticket") {
      const ticket = tickets.get(url.searchParams.get("id") ?? "");
      return ticket ? page(await product.html(ticket)) : { status: 404 };
    }
    if (/^\/(?:api|rest)\//.test(url.pathname)) {
      const answer = product.answer?.(url, tickets);
      return answer ? json(answer) : { status: 404 };
    }
    // The hash does not reach a server: pages that keep the ticket there start with the first one.
    const ticket =
      [...tickets.values()].find(({ id }) => product.address(id) === url.pathname + url.search) ??
      tickets.get(product.tickets[0]);
    const html = ticket ? await product.html(ticket) : "";
    return page((product.firstHtml?.(html) ?? html).replace("</head>", head));
  });
  return {
    origin,
    close,
    assign: (id, person) => void tickets.set(id, { id, person }),
  };
}
