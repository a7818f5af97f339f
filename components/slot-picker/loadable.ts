/** Something that is fetched: on its way, not to be had (with the reason in words), or there. */
export type Loadable<Value> =
  | { state: "loading" }
  | {
      state: "failed";
      text: string;
      /** Seconds until it may be fetched once more. */
      wait?: number;
      /** What to do about it, when that is not "try again". */
      action?: string;
    }
  | { state: "ready"; value: Value };
