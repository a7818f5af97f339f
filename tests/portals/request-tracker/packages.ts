import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Where Debian puts the parts of Request Tracker 5 that are started from here. */
export const debian = {
  server: "/usr/share/request-tracker5/libexec/rt-server",
  setupDatabase: "/usr/sbin/rt-setup-database-5",
  packages: ["request-tracker5", "rt5-db-sqlite", "rt5-standalone"],
} as const;

/** Installs Request Tracker 5 from Debian unless it is there already. */
export function ensureInstalled(): void {
  if (isInstalled()) return;
  const command = `apt-get install -y ${debian.packages.join(" ")}`;
  if (process.getuid?.() !== 0) {
    throw new Error(`Request Tracker 5 is not installed. As root: ${command}`);
  }
  aptGet("update");
  aptGet("install", "-y", ...debian.packages);
  if (!isInstalled()) {
    throw new Error(`"${command}" did not install Request Tracker 5`);
  }
}

function isInstalled(): boolean {
  if (!existsSync(debian.server) || !existsSync(debian.setupDatabase)) {
    return false;
  }
  const modules = ["-MDBD::SQLite", "-MPlack::Handler::Starlet"];
  return spawnSync("perl", [...modules, "-e", "1"]).status === 0;
}

function aptGet(...args: string[]): void {
  const { status, stderr } = spawnSync("apt-get", args, {
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    stdio: ["ignore", "ignore", "pipe"],
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`apt-get ${args.join(" ")}: ${stderr}`);
}
