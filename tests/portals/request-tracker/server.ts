import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { debian, ensureInstalled } from "./packages";
import { createSite, type Site } from "./site";

export type Login = "tess" | "rob" | "nora" | "ada";

/** A running Request Tracker 5 of its own, with people and tickets in it. */
export interface RequestTracker {
  /** `http://127.0.0.1:<port>`: pages are below `origin + basePath`. */
  origin: string;
  /** `/rt`, as Debian configures it. */
  basePath: string;
  /** Ticket numbers: owned by tess, the same with a hostile message, by nobody, by nora. */
  tickets: {
    assigned: number;
    hostile: number;
    unowned: number;
    noLink: number;
  };
  users: Record<Login, { password: string; email: string }>;
  /** Gives the ticket another owner; "Nobody" for none. */
  setOwner(ticket: number, login: string): Promise<void>;
  setTheme(login: string, stylesheet: "elevator-light" | "elevator-dark"): Promise<void>;
  /** Comments and correspondence of a ticket, oldest first. */
  notes(ticket: number): Promise<{ type: "Comment" | "Correspond"; author: string; text: string }[]>;
  status(ticket: number): Promise<string>;
  setStatus(ticket: number, status: string): Promise<void>;
  /** What the server wrote so far: warnings and errors only. */
  logs(): string;
  /** Ends the server and removes its directory. */
  close(): Promise<void>;
}

const basePath = "/rt";
const startDeadline = 45_000;

const users: RequestTracker["users"] = {
  tess: { password: "tess-password", email: "tess@example.com" },
  rob: { password: "rob-password", email: "rob@example.com" },
  nora: { password: "nora-password", email: "nora@example.com" },
  ada: { password: "ada-password", email: "ada@example.com" },
};

/** Starts Request Tracker on 127.0.0.1 with a database that nobody else uses. */
export async function startRequestTracker(options: { port?: number } = {}): Promise<RequestTracker> {
  ensureInstalled();
  const port = options.port ?? (await freePort());
  const origin = `http://127.0.0.1:${port}`;
  const site = createSite(port, basePath);
  try {
    await site.createDatabase();
    const tickets = await site.admin("seed", { users, basePath });
    const server = await startServer(site, port);
    return {
      origin,
      basePath,
      tickets: tickets as RequestTracker["tickets"],
      users,
      async setOwner(ticket, login) {
        await site.admin("owner", { ticket, login });
      },
      async setTheme(login, stylesheet) {
        await site.admin("theme", { login, stylesheet });
      },
      async notes(ticket) {
        return (await site.admin("notes", { ticket })) as Awaited<ReturnType<RequestTracker["notes"]>>;
      },
      async status(ticket) {
        return ((await site.admin("status", { ticket })) as { status: string }).status;
      },
      async setStatus(ticket, status) {
        await site.admin("status", { ticket, status });
      },
      logs: server.logs,
      async close() {
        await server.stop();
        site.remove();
      },
    };
  } catch (error) {
    site.remove();
    throw error;
  }
}

interface Server {
  logs(): string;
  stop(): Promise<void>;
}

async function startServer(site: Site, port: number): Promise<Server> {
  const address = ["--host", "127.0.0.1", "--port", `${port}`];
  const args = [...address, "--webpath", basePath, "--max-workers", "5"];
  // The kernel ends the server when we are gone, however that happens. It gets a process group of its own
  // because of Ctrl+C, see `end`.
  const child = spawn("setpriv", ["--pdeathsig", "TERM", debian.server, ...args], {
    env: site.env,
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => (output += text));
  }
  child.on("error", (error) => (output += error.message));

  try {
    await untilReady(child, `http://127.0.0.1:${port}${basePath}`);
  } catch (error) {
    await end(child);
    throw new Error(`Request Tracker did not start:\n${output}`, {
      cause: error,
    });
  }
  return { logs: () => output, stop: () => end(child) };
}

/** Polls the login page; it also makes the first worker compile what every page needs. */
async function untilReady(child: ChildProcess, base: string): Promise<void> {
  const deadline = Date.now() + startDeadline;
  while (Date.now() < deadline) {
    if (hasEnded(child)) throw new Error("the server ended");
    const response = await fetch(`${base}/NoAuth/Login.html`).catch(() => null);
    await response?.arrayBuffer();
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`no answer within ${startDeadline} ms`);
}

/**
 * SIGTERM lets the parent end its workers. Not SIGINT: as root, rt-server answers
 * that one by changing the owner of the system's own /var/lib/request-tracker5.
 */
async function end(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const lastResort = setTimeout(() => child.kill("SIGKILL"), 10_000);
  child.kill("SIGTERM");
  await ended;
  clearTimeout(lastResort);
}

function hasEnded(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => {
        if (address !== null && typeof address === "object") {
          resolve(address.port);
        } else reject(new Error("no free port"));
      });
    });
  });
}
