import type { Page } from "@playwright/test";
import type { ChromiumWithExtension } from "./chromium";

/** Imports a configuration document through the options page, as a person does. */
export async function importConfiguration(chromium: ChromiumWithExtension, document: object): Promise<void> {
  const options = await chromium.context.newPage();
  await options.goto(`chrome-extension://${chromium.extensionId}/options.html#backup`);
  await importInto(options, document);
  await options.close();
}

/** Imports a configuration document on an open options page. */
async function importInto(options: Page, document: object): Promise<void> {
  await options.getByLabel("Configuration file").setInputFiles({
    name: "callcard.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify(document)),
  });
  await options.getByRole("button", { name: "Import", exact: true }).click();
  await options.getByText("Imported.").waitFor();
}
