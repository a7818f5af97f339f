import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { installFromDebian } from "../../setup/debian";

/** Where Debian puts the parts of Request Tracker 5 that are started from here. */
export const debian = {
  server: "/usr/share/request-tracker5/libexec/rt-server",
  setupDatabase: "/usr/sbin/rt-setup-database-5",
  packages: ["request-tracker5", "rt5-db-sqlite", "rt5-standalone"],
} as const;

/** Installs Request Tracker 5 from Debian unless it is there already. */
export function ensureInstalled(): void {
  installFromDebian(debian.packages, isInstalled);
}

function isInstalled(): boolean {
  if (!existsSync(debian.server) || !existsSync(debian.setupDatabase)) {
    return false;
  }
  const modules = ["-MDBD::SQLite", "-MPlack::Handler::Starlet"];
  return spawnSync("perl", [...modules, "-e", "1"]).status === 0;
}
