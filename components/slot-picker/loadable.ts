/** Something that is fetched: on its way, not to be had (with the reason in words), or there. */
export type Loadable<Value> =
  | { state: "loading" }
  | { state: "failed"; text: string }
  | { state: "ready"; value: Value };
