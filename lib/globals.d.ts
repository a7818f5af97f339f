/** Origins of a tenant build (`CALLCARD_PORTALS`), put in by wxt.config.ts; empty in every other build. */
declare const __TENANT_PORTALS__: readonly string[];

/** Ends the overlay that runs in this document. In the content scripts' own world, which pages cannot reach. */
declare var callCardOverlay: (() => void) | undefined;

/** The label reader, in frames that have got it (entrypoints/labels.ts). */
declare var callCardLabels: import("./ticket/labels/tools").LabelTools | undefined;
