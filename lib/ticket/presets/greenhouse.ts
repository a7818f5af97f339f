import type { PageDefinition } from "../page-definition";
import type { Preset } from "./preset";

// The address is known from public integrations; the page itself was never seen. People are read beside their labels
// ("Recruiter"), in any markup that the label reader understands, and the card floats.
const application: PageDefinition = {
  kind: "application",
  url: "/people/:person(\\d+)?application_id=:id(\\d+)",
  fields: {
    number: [{ url: "id" }],
    assignee: [{ label: "assignee", weak: true }],
    requesterName: [{ label: "requester" }],
  },
  emptyAssignee: "unknown",
  place: [],
  audience: "agent",
  label: "Book a Call",
};

/** Greenhouse Recruiting. */
export const greenhouse: Preset = {
  id: "greenhouse",
  name: "Greenhouse",
  seen: "addresses only, November 2026",
  hosts: ["*.greenhouse.io"],
  recognise: () => false, // known by its host
  pages: [application],
  examples: {
    tickets: [
      "https://app.greenhouse.io/people/123?application_id=456",
      "https://app2.greenhouse.io/people/123?src=search&application_id=456#application",
    ],
    others: [
      "https://app.greenhouse.io/dashboard",
      "https://app.greenhouse.io/people",
      "https://app.greenhouse.io/people/123", // of several applications, none
      "https://app.greenhouse.io/plans/789/candidates?application_id=456",
    ],
  },
};
