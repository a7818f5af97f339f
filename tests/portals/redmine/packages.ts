import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { installFromDebian } from "../../setup/debian";

/** Where Debian puts the parts of Redmine 5 that are used from here. */
export const debian = {
  redmine: "/usr/share/redmine",
  puma: "/usr/bin/puma",
  packages: ["redmine", "redmine-sqlite", "puma"],
} as const;

/** Installs Redmine 5 from Debian unless it is there already. */
export function ensureInstalled(): void {
  installFromDebian(debian.packages, isInstalled);
}

function isInstalled(): boolean {
  if (!existsSync(`${debian.redmine}/config.ru`) || !existsSync(debian.puma)) return false;
  return spawnSync("ruby", ["-e", "gem 'sqlite3'; gem 'puma'; gem 'rails'"]).status === 0;
}
