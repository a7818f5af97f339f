import { readFile } from "node:fs/promises";
import { json, page, serve } from "../../scheduler/local-server";
import type { Person } from "../live/products";
import type { ApiProduct } from "./products";

/** A product's page and interface on this machine. */
export interface ApiPortal {
  origin: string;
  /** What was asked of the interface with a session, paths and queries. */
  asked: readonly string[];
  /** What was written, and where, oldest first. */
  written: readonly { to: string; body: unknown }[];
  assign(person: Person | null): void;
  /** The session ends, or there is one again. */
  signIn(signedIn: boolean): void;
  close(): Promise<void>;
}

/** Starts one product: its page names people for show only, its interface answers whoever has its session. */
export async function startApiPortal(product: ApiProduct, person: Person): Promise<ApiPortal> {
  let inCharge: Person | null = person;
  let signedIn = true;
  const asked: string[] = [];
  const written: { to: string; body: unknown }[] = [];
  const html = await readFile(new URL(`../shapes/${product.shape}`, import.meta.url), "utf8");

  const { origin, close } = await serve((request) => {
    const { pathname, search } = request.url;
    if (!pathname.startsWith("/api/")) return page(html, 200, { "Set-Cookie": product.cookie });
    if (!signedIn || !product.isSignedIn(request)) return json({ error: "unauthorized" }, 401);
    if (request.method !== "GET") {
      const to = `${request.method} ${pathname}`;
      written.push({ to, body: JSON.parse(request.body) as unknown });
      return json({}, product.takes[to] ?? 404);
    }
    asked.push(pathname + search);
    const answer = { ...product.answers(inCharge), ...product.statuses }[pathname + search];
    return answer === undefined ? json({ error: "not found" }, 404) : json(answer);
  });
  return {
    origin,
    asked,
    written,
    close,
    assign: (person) => {
      inCharge = person;
    },
    signIn: (is) => {
      signedIn = is;
    },
  };
}
