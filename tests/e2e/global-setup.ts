import { buildExtension } from "../setup/build";

/**
 * Builds once what the tests load: a tenant build for loopback, so that no prompt stands in the way. Every port of
 * 127.0.0.1 is granted by it, as by `npm start`. The build as shipped is tested with the real prompt (permission/).
 */
export default async function globalSetup(): Promise<void> {
  process.env.CALLCARD_TEST_EXTENSION = await buildExtension("test", ["http://127.0.0.1"]);
}
