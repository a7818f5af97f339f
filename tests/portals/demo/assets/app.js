// One page that never reloads: links replace the main element, buttons change fields in place.

const inFlight = { latest: 0 };

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  const url = new URL(link.href);
  if (
    url.origin !== location.origin ||
    !url.pathname.startsWith("/app/") ||
    link.matches("[data-theme-switch]")
  )
    return;
  event.preventDefault();
  history.pushState(null, "", url);
  show(url);
});

window.addEventListener("popstate", () => show(new URL(location.href)));

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-action]");
  if (!button) return;
  const { action, name, email } = button.dataset;
  if (action === "render") return renderSidebar();
  await assign(action === "assign" ? { name, email } : null);
});

/** Replaces the main element by that of another address, unless a newer click has come meanwhile. */
async function show(url) {
  const turn = ++inFlight.latest;
  document.querySelector("main").setAttribute("aria-busy", "true");
  const page = await load(url);
  if (turn !== inFlight.latest) return;
  document.title = page.title;
  document.querySelector("main").replaceWith(document.adoptNode(page.querySelector("main")));
  window.scrollTo(0, 0);
}

/** Throws the sidebar away and builds it again, as frameworks do. */
async function renderSidebar() {
  const old = document.querySelector(".sidebar");
  const page = await load(new URL(location.href));
  const fresh = document.adoptNode(page.querySelector(".sidebar"));
  fresh.dataset.rendered = String(Number(old.dataset.rendered ?? 0) + 1);
  old.replaceWith(fresh);
}

async function assign(person) {
  const field = document.querySelector('.sidebar [data-field="assignee"]');
  field.toggleAttribute("data-unassigned", person === null);
  if (person) field.dataset.email = person.email;
  else delete field.dataset.email;
  field.textContent = person ? person[field.dataset.shown] : "Nobody yet";
  const id = document.querySelector("main").dataset.ticket;
  await fetch(`/api/tickets/${id}/assignee`, { method: "POST", body: JSON.stringify(person) });
}

/** Loads a page as a document: no markup as text, hence nothing for Trusted Types to object to. */
function load(url) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("GET", url);
    request.responseType = "document";
    request.onload = () => resolve(request.response);
    request.onerror = () => reject(new Error(`${url} did not answer`));
    request.send();
  });
}
