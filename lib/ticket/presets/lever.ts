import type { PageDefinition } from "../page-definition";
import type { Preset } from "./preset";

// The address is known from public integrations; the page itself was never seen. The owner is read beside its label, in
// any markup that the label reader understands, and the card floats.
const candidate: PageDefinition = {
  kind: "application",
  url: "/candidates/:id([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})",
  fields: {
    assignee: [{ label: "assignee", weak: true }],
    requesterName: [{ label: "requester" }],
  },
  emptyAssignee: "unknown",
  place: [],
  audience: "agent",
  label: "Book a Call",
};

/** Lever, with its sandbox. */
export const lever: Preset = {
  id: "lever",
  name: "Lever",
  seen: "addresses only, November 2026",
  hosts: ["hire.lever.co", "hire.sandbox.lever.co"],
  recognise: () => false, // known by its host
  pages: [candidate],
  examples: {
    tickets: [
      "https://hire.lever.co/candidates/0b9ff1a3-8c47-4e5e-9a0f-2d3c1f6a7b10",
      "https://hire.sandbox.lever.co/candidates/0b9ff1a3-8c47-4e5e-9a0f-2d3c1f6a7b10?tab=notes",
    ],
    others: [
      "https://hire.lever.co/candidates",
      "https://hire.lever.co/candidates/search",
      "https://hire.lever.co/jobs/0b9ff1a3-8c47-4e5e-9a0f-2d3c1f6a7b10",
    ],
  },
};
