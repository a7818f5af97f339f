import { describe, expect, test } from "vitest";
import redmine from "../../portals/redmine/recorded/list.html?raw";
import requestTracker from "../../portals/request-tracker/recorded/search-results.html?raw";
import { readList } from "./read-list";

const RT = "https://help.example.com/rt/Search/Results.html?Query=id>0";
const REDMINE = "https://help.example.com/redmine/projects/help/issues";
const summary = (html: string, address: string) =>
  readList(html, address).map(({ ticket: { id, assignee, assignment, url } }) => [
    id,
    assignee?.name ?? assignment,
    new URL(url).pathname + new URL(url).search,
  ]);

describe("search results of Request Tracker 5", () => {
  test("each row's owner, where it leads, and where the button goes", () => {
    expect(summary(requestTracker, RT)).toEqual([
      ["1", "Tess Tech", "/rt/Ticket/Display.html?id=1"],
      ["2", "Tess Tech", "/rt/Ticket/Display.html?id=2"],
      ["3", "unassigned", "/rt/Ticket/Display.html?id=3"],
      ["4", "Nora Newcomer", "/rt/Ticket/Display.html?id=4"],
    ]);
    const [first] = readList(requestTracker, RT);
    expect(first?.ticket).toMatchObject({
      kind: "ticket",
      subject: "Customer is experiencing network issues",
      assignee: { login: "tess" },
      requester: { name: "Ada Visitor", email: "ada@example.com" },
    });
    expect(first?.at.matches("td:has(> .user)")).toBe(true);
  });

  test.each(["Requestors", "Creator", "LastUpdatedBy", "CustomRole.{Helper}"])(
    "with a plain column %s nobody can be told apart: no row is read",
    (column) => {
      const format = requestTracker.replace(/(\n {3})Owner,/, `$1${column},$1Owner,`);
      expect(format).not.toBe(requestTracker);
      expect(readList(format, RT)).toEqual([]);
    },
  );

  test("without a column of the owner no row is read", () => {
    expect(readList(requestTracker.replace(/\n {3}Owner,/, ""), RT)).toEqual([]);
  });
});

describe("a list of issues in Redmine 5", () => {
  test("each row's assignee, where it leads, and where the button goes", () => {
    expect(summary(redmine, REDMINE)).toEqual([
      ["4", "Nora Newcomer", "/redmine/issues/4"],
      ["3", "unassigned", "/redmine/issues/3"],
      ["2", "Tess Tech", "/redmine/issues/2"],
      ["1", "Tess Tech", "/redmine/issues/1"],
    ]);
    const [first] = readList(redmine, REDMINE);
    expect(first?.ticket).toMatchObject({ subject: "New laptop for a colleague", priority: "Normal" });
    expect(first?.at.matches("td.assigned_to")).toBe(true);
  });

  test("without the assignee's column nobody is in charge of anything", () => {
    const without = redmine.replaceAll(/<td class="assigned_to">.*?<\/td>/g, "");
    expect(readList(without, REDMINE).map(({ ticket }) => ticket.assignment)).toEqual([
      "unknown",
      "unknown",
      "unknown",
      "unknown",
    ]);
  });

  test("a description in the list names nobody", () => {
    const hostile =
      '<tr><td class="block_column"><a class="user" href="/users/9">Evil</a><table class="issues"><tbody><tr id="issue-9" class="issue"><td class="id"><a href="/issues/9">9</a></td></tr></tbody></table></td></tr></tbody>\n</table>';
    const html = redmine.replace(/<\/tbody>\s*<\/table>/, hostile);
    expect(html).not.toBe(redmine);
    expect(JSON.stringify(readList(html, REDMINE).map(({ ticket }) => ticket))).not.toMatch(/Evil|"9"/);
  });
});
