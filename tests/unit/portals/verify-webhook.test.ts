import { describe, expect, test } from "vitest";
import { verifyCalCom, verifyCalendly } from "../../portals/demo/webhooks/verify";

// Signatures by `printf '%s' … | openssl dgst -sha256 -hmac <secret>`.
describe("Cal.com", () => {
  const body = '{"triggerEvent":"BOOKING_CREATED","payload":{"uid":"abc"}}';
  const signature = "1b32c27a779802531f40469a2f8b043f43b792c8d0a9d6d3372399a467865bc1";

  test("a delivery that is signed", () => {
    expect(verifyCalCom("cal-secret", signature, body)).toBe(true);
  });
  test("the body counts byte for byte, whatever its script", () => {
    const other = "88ca261bd1e6d4bad80a740be21f686a8b1382e939930e55c4b2faba78e5e5d4";
    expect(verifyCalCom("cal-secret", other, '{"name":"Zoë ☎"}')).toBe(true);
    expect(verifyCalCom("cal-secret", other, '{"name":"Zoe ☎"}')).toBe(false);
  });
  test.each([
    ["another secret", "other-secret", signature, body],
    ["a changed body", "cal-secret", signature, body.replace("abc", "abd")],
    ["a space more", "cal-secret", signature, `${body} `],
    ["no header", "cal-secret", undefined, body],
    ["no secret at Cal.com", "cal-secret", "no-secret-provided", body],
    ["half a signature", "cal-secret", signature.slice(0, 32), body],
    ["nothing", "cal-secret", "", body],
    ["not hexadecimal", "cal-secret", "z".repeat(64), body],
  ])("%s", (_, secret, header, sent) => {
    expect(verifyCalCom(secret, header, sent)).toBe(false);
  });
});

describe("Calendly", () => {
  const body = '{"event":"invitee.created"}';
  const t = 1795512600;
  const v1 = "v1=555d70e01803727b8da9fa9b39a976fcd89925678cf7a7f5abc61bede01d4381";
  const formerV1 = "v1=0fd0f3a1ea930882b19576e73e3a2b61623d4d6e6f050e016fc17041227f5073"; // by the key "old-key"
  const verify = (header: string | undefined, given: { key?: string; body?: string; after?: number } = {}) =>
    verifyCalendly(
      given.key ?? "calendly-key",
      header,
      given.body ?? body,
      new Date((t + (given.after ?? 0)) * 1000),
    );

  test("a delivery that is signed, and new", () => {
    expect(verify(`t=${t},${v1}`)).toBe(true);
    expect(verify(`t=${t}, ${v1}`)).toBe(true);
    expect(verify(`t=${t},${v1}`, { after: 180 })).toBe(true);
    expect(verify(`t=${t},${v1}`, { after: -180 })).toBe(true);
  });
  test("while the key is changed: one of several", () => {
    expect(verify(`t=${t},${formerV1},${v1}`)).toBe(true);
    expect(verify(`t=${t},${formerV1},${v1}`, { key: "old-key" })).toBe(true);
    expect(verify(`t=${t},${formerV1}`)).toBe(false);
  });
  test.each([
    ["another key", `t=${t},${v1}`, { key: "other" }],
    ["a changed body", `t=${t},${v1}`, { body: '{"event":"invitee.canceled"}' }],
    ["an old time", `t=${t},${v1}`, { after: 181 }],
    ["a time to come", `t=${t},${v1}`, { after: -181 }],
    ["another time than the signed one", `t=${t + 1},${v1}`, {}],
    ["no time", v1, {}],
    ["no number", `t=now,${v1}`, {}],
    ["no signature", `t=${t}`, {}],
    ["another version only", `t=${t},${v1.replace("v1", "v0")}`, {}],
    ["no header", undefined, {}],
    ["an empty header", "", {}],
  ])("%s", (_, header, given) => {
    expect(verify(header, given)).toBe(false);
  });
});
