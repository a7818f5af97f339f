import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage } from "node:http";
import { extname } from "node:path";

/** A request as the stand-ins see it: small, read to its end. */
export interface LocalRequest {
  method: string;
  url: URL;
  headers: IncomingMessage["headers"];
  body: string;
}

/** What a stand-in answers. */
export interface Answer {
  status?: number;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

/** A server that listens on 127.0.0.1. */
export interface LocalServer {
  origin: string;
  close(): Promise<void>;
}

const MAX_BODY = 256 * 1024;
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
};

/** Starts a server on 127.0.0.1; port 0 takes any free port. An error of the handler is answered with 500. */
export function serve(
  handle: (request: LocalRequest) => Answer | Promise<Answer>,
  port = 0,
): Promise<LocalServer> {
  const server = createServer(async (incoming, response) => {
    let answer: Answer;
    try {
      const url = new URL(incoming.url ?? "/", `http://${incoming.headers.host ?? "127.0.0.1"}`);
      const { method = "GET", headers } = incoming;
      answer = await handle({ method, url, headers, body: await readBody(incoming) });
    } catch (error) {
      answer = { status: 500, body: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    }
    response.writeHead(answer.status ?? 200, { "Cache-Control": "no-store", ...answer.headers });
    response.end(answer.body);
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      if (address === null || typeof address === "string")
        return reject(new Error("The server has no port."));
      resolve({ origin: `http://127.0.0.1:${address.port}`, close });
    });
  });

  function close(): Promise<void> {
    return new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  }
}

/** An HTML page. */
export function page(
  html: { toString(): string },
  status = 200,
  headers: Record<string, string> = {},
): Answer {
  return {
    status,
    headers: { "Content-Type": "text/html; charset=utf-8", ...headers },
    body: html.toString(),
  };
}

/** A JSON answer. */
export function json(value: unknown, status = 200): Answer {
  return { status, headers: { "Content-Type": "application/json" }, body: JSON.stringify(value) };
}

/** A redirect (302). */
export function redirect(location: string): Answer {
  return { status: 302, headers: { Location: location } };
}

/** A style sheet, script or picture of a folder; 404 for all other names. */
export async function asset(folder: URL, name: string): Promise<Answer> {
  const type = CONTENT_TYPES[extname(name)];
  if (!type || !/^[\w-]+\.\w+$/.test(name)) return { status: 404 };
  try {
    return { headers: { "Content-Type": type }, body: await readFile(new URL(name, folder)) };
  } catch {
    return { status: 404 };
  }
}

async function readBody(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    size += chunk.length;
    if (size > MAX_BODY) throw new Error("The request is too large.");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
