import type { LookupOutcome } from "./ask-lookup";

/** What is known about a question right now. */
export type LookupState = { kind: "waiting" } | LookupOutcome;

/** How long an answer counts, in milliseconds. */
const ANSWER_LIFE = 60_000;
/** How long a failure counts, in milliseconds; "too many requests" counts as long as the server says. */
const FAILURE_LIFE = 15_000;
const MAX_KEPT = 50;

interface Entry {
  state: LookupState;
  /** When the state was learnt. */
  since: number;
  pending: Promise<void> | null;
  ask(): Promise<LookupOutcome>;
}

/**
 * The lookups of one document, by question. Each is asked once at a time, and its answer kept for a minute; whoever
 * reads takes the answer to the question of now, so an answer that comes late never counts for another ticket.
 * @param changed called when an answer has come
 */
export function createLookups(changed: () => void, now: () => number = Date.now) {
  const entries = new Map<string, Entry>();
  /** The newest question about each ticket. */
  const newest = new Map<string, string>();
  let current: Entry | null = null;

  function start(entry: Entry): Promise<void> {
    entry.pending ??= entry
      .ask()
      .catch((): LookupOutcome => ({ kind: "failure", failure: { cause: "offline" } })) // no background to ask
      .then((outcome) => {
        Object.assign(entry, { state: outcome, since: now(), pending: null });
        changed();
      });
    return entry.pending;
  }

  /** An answer that stands on the page stays; it is asked for anew at the click, or on another visit. */
  function isOver(entry: Entry): boolean {
    const { state, since } = entry;
    if (state.kind === "waiting") return false;
    const age = now() - since;
    if (state.kind === "answer") return entry !== current && age > ANSWER_LIFE;
    const { failure } = state;
    return age > (failure.cause === "rate-limited" ? failure.seconds * 1000 : FAILURE_LIFE);
  }

  return {
    /**
     * What is known; asks when nothing is, or only something old. Call it as often as the page changes.
     * @param key the question
     * @param about the ticket: an answer from before another question about it counts only until a new one has come
     */
    read(key: string, about: string, ask: Entry["ask"]): LookupState {
      let entry = entries.get(key);
      const isAgain = (newest.get(about) ?? key) !== key;
      newest.delete(about);
      newest.set(about, key);
      if (newest.size > MAX_KEPT) newest.delete(newest.keys().next().value ?? about);
      if (!entry) {
        entry = { state: { kind: "waiting" }, since: 0, pending: null, ask };
        entries.set(key, entry);
        if (entries.size > MAX_KEPT) entries.delete(entries.keys().next().value ?? key);
        void start(entry);
      } else if (!entry.pending && (isAgain || isOver(entry))) {
        if (entry !== current && isOver(entry)) entry.state = { kind: "waiting" };
        entry.ask = ask;
        void start(entry);
      }
      current = entry;
      return entry.state;
    },
    /** Nothing is asked on this page. */
    leave(): void {
      current = null;
    },
    /** Asks anew when the answer of now is more than a minute old, and waits for it. */
    async refresh(): Promise<void> {
      if (current?.state.kind === "answer" && now() - current.since > ANSWER_LIFE) await start(current);
    },
    /** Waits for the answer to the question of now. @returns whether there was anything to wait for */
    async settled(): Promise<boolean> {
      const pending = current?.pending;
      await pending;
      return !!pending;
    },
  };
}
