/** WXT's fake browser: storage in memory. The benches compare with each other, not with a browser's disk. */
export { fakeBrowser as browser } from "wxt/testing/fake-browser";
