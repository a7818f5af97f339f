import { AccountError, type AccountProblem } from "../../scheduler/account/problem";
import { isGranted } from "../../settings/permissions";

/**
 * Why choosing a time in CallCard does not go on. `no-access`: the scheduler's API takes no requests of other sites, and
 * the browser has not been asked yet. `no-session`: the booking belongs to a tab or a time that is gone.
 */
export type NativeProblem =
  | AccountProblem
  | { cause: "no-access"; origin: string; detail: string }
  | { cause: "no-session"; detail: string };

export type Asked<T> = { ok: true; value: T } | { ok: false; problem: NativeProblem };

/** Runs requests to an API, and turns what goes wrong into a problem that can be put into words. */
export async function ask<T>(api: string, work: () => Promise<T>): Promise<Asked<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (error instanceof AccountError) return { ok: false, problem: await explain(error.problem, api) };
    throw error;
  }
}

/** A browser does not tell a network that is down from a site that wants no visitors; the permission does. */
async function explain(problem: AccountProblem, api: string): Promise<NativeProblem> {
  const { origin } = new URL(api);
  const mayBeCors = problem.cause === "offline" && navigator.onLine;
  return mayBeCors && !(await isGranted(origin))
    ? { cause: "no-access", origin, detail: problem.detail }
    : problem;
}

export function noSession(): Asked<never> {
  return { ok: false, problem: { cause: "no-session", detail: "" } };
}
