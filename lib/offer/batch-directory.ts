import type { Directory } from "./match-technician";

/**
 * A directory that asks once for everything that is asked of it in one turn: a list with hundreds of assignees costs
 * one look into storage. Each answer holds no more than its own question.
 */
export function batchDirectory(directory: Directory): Directory {
  const emailsAsked = new Set<string>();
  const textsAsked = new Set<string>();
  let turn: ReturnType<Directory["find"]> | null = null;

  async function ask(): ReturnType<Directory["find"]> {
    await Promise.resolve(); // everybody who asks in this turn has asked
    turn = null;
    const [emails, texts] = [[...emailsAsked], [...textsAsked]];
    emailsAsked.clear();
    textsAsked.clear();
    return directory.find(emails, texts);
  }

  return {
    async find(emails, texts) {
      for (const email of emails) emailsAsked.add(email);
      for (const text of texts) textsAsked.add(text);
      turn ??= ask();
      const { technicians, identities } = await turn;
      return { technicians: only(technicians, emails), identities: only(identities, texts) };
    },
  };
}

function only<T>(all: ReadonlyMap<string, T>, keys: readonly string[]): Map<string, T> {
  return new Map(
    keys.flatMap((key) => {
      const value = all.get(key);
      return value === undefined ? [] : [[key, value] as const];
    }),
  );
}
