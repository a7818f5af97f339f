import { withDatabase } from "./database";

/** The tickets whose cards do not show yet what the store has, as keys of `storage.local`. */
export function unprojected(): Promise<string[]> {
  return withDatabase((database) => database.getAllKeys("unprojected"));
}

/** What the note about a ticket says now; another change of the ticket writes another one. */
export function noteOf(key: string): Promise<string | undefined> {
  return withDatabase((database) => database.get("unprojected", key));
}

/** Takes a note away, unless another change has come since. */
export async function removeNote(key: string, note: string): Promise<void> {
  await withDatabase(async (database) => {
    const writing = database.transaction("unprojected", "readwrite");
    if ((await writing.store.get(key)) === note) await writing.store.delete(key);
    await writing.done;
  });
}
