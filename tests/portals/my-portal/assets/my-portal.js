// The agents' form saves itself. As in the product, the option marked as selected stays that of the page's load.
const form = document.querySelector("[data-ticket-details-autosave]");
const status = document.querySelector("[data-ticket-details-autosave-status]");

form?.addEventListener("change", async () => {
  status.textContent = "Saving changes…";
  const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) });
  status.textContent = answer.ok ? "Saved." : "Autosave failed.";
});

// The product's own button: the assignee's calendar in a new tab, with what is known filled in.
document.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-cal-link]");
  if (!button) return;
  const { calLink, ticketId, ticketSubject, userName, userEmail, userPhone } = button.dataset;
  const link = new URL(calLink);
  const values = {
    name: userName,
    email: userEmail,
    phone: userPhone,
    TicketNumber: ticketId,
    title: `${ticketId} - ${ticketSubject}`,
    TicketURL: location.href,
    notes: `Regarding Ticket #${ticketId}`,
  };
  for (const [name, value] of Object.entries(values)) link.searchParams.set(name, value);
  window.open(link, "_blank", "noopener");
});
