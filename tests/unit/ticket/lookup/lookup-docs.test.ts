import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import { Portal } from "../../../../lib/settings/portal";
import { fetchJson } from "../../../../lib/ticket/lookup/fetch-json";
import { LookupAnswer } from "../../../../lib/ticket/lookup/generic-answer";
import { PageDefinition } from "../../../../lib/ticket/page-definition";
import { lookupApi } from "../../../setup/lookup-api";

const docs = (name: string) => readFileSync(new URL(`../../../../docs/${name}`, import.meta.url), "utf8");
const blocks = (language: string) =>
  [...docs("lookup.md").matchAll(/^```(\w+)\n(.*?)^```/gms)].flatMap(([, of, code = ""]) =>
    of === language ? [code] : [],
  );

test("docs/lookup-api.yaml is what the code accepts; `npm run schema` writes it", () => {
  expect(docs("lookup-api.yaml")).toBe(lookupApi());
  const { examples } = parse(lookupApi()).paths["/api/callcard/{id}"].get.responses[200].content[
    "application/json"
  ];
  for (const { value } of Object.values<{ value: unknown }>(examples)) {
    expect(LookupAnswer.safeParse(value).success).toBe(true);
  }
});

test("the JSON of docs/lookup.md is what it says", () => {
  const [answer, portal, page, ...others] = blocks("json").map((text) => JSON.parse(text));
  expect(LookupAnswer.safeParse(answer).success).toBe(true);
  expect(Portal.safeParse(portal).success).toBe(true);
  expect(PageDefinition.safeParse(page).success).toBe(true);
  expect(others).toEqual([]);
});

describeService();

function describeService() {
  const [code = ""] = blocks("js");
  const service = spawn(process.execPath, ["--input-type=module", "-e", code], {
    env: { ...process.env, PORT: "0" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let origin = "";
  beforeAll(async () => {
    const [port] = await once(service.stdout, "data");
    origin = `http://127.0.0.1:${String(port).trim()}`;
  });
  afterAll(async () => {
    const ended = once(service, "exit");
    service.kill();
    await ended;
  });
  const ask = (id: string, headers = { Cookie: "session=abc" }) =>
    fetchJson(new URL(`${origin}/api/callcard/${id}`), headers, "omit");

  test("the service of docs/lookup.md has 20 lines, blank ones and remarks left out", () => {
    const lines = code.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("//"));
    expect(lines.length).toBeLessThanOrEqual(20);
  });

  test("it runs, and answers in the format", async () => {
    const assigned = await ask("123");
    expect(assigned).toMatchObject({ ok: true, json: { assignee: { email: "tess@example.com" } } });
    expect(LookupAnswer.safeParse(assigned.ok && assigned.json).success).toBe(true);
    expect(await ask("124")).toMatchObject({ ok: true, json: { assignee: null } });
    expect(await ask("999")).toEqual({ ok: false, failure: { cause: "no-ticket" } });
    expect(await ask("123", { Cookie: "" })).toEqual({ ok: false, failure: { cause: "not-signed-in" } });
  });
}
