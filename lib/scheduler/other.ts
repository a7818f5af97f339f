import { defineScheduler } from "./define-scheduler";

/** Any other page where a call can be booked: opened in a window as it is, since nothing is known about it. */
export const other = defineScheduler({
  id: "other",
  name: "",
  hosts: [],
  recognise: () => null,
  recogniseElsewhere: (link) => (link.pathname === "/" && !link.search && !link.hash ? null : "page"),
  isFrameable: () => false,
  tells: "nothing",
});
