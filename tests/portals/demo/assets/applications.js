// The list of applications: rows move, are filled with other applications, come and go.

const MORE = 12;
const ROW_HEIGHT = 48;
const body = document.querySelector("[data-applications]");
const virtual = document.querySelector("[data-virtual]");

const all = await (await fetch(`/api/applications${location.search}`)).json();
let shown = body ? body.rows.length : 0;

/** Fills a row with an application, whichever it had before. */
function fill(row, { id, applicant, role, status, sent }) {
  row.dataset.application = String(id);
  const link = row.querySelector('[data-field="number"]');
  link.href = `/applications/${id}`;
  link.textContent = `#${id}`;
  row.querySelector('[data-field="applicant"]').textContent = applicant.name;
  row.querySelector('[data-field="email"]').textContent = applicant.email;
  row.querySelector('[data-field="role"]').textContent = role;
  row.querySelector('[data-field="status"]').firstChild.textContent = status;
  row.querySelector('[data-field="sent"]').textContent = sent;
  return row;
}

function newRow(application) {
  const row = document.createElement(body ? "tr" : "div");
  const cell = (field, child) => {
    const made = document.createElement(body ? "td" : "span");
    if (field) made.dataset.field = field;
    if (child) made.append(child);
    row.append(made);
  };
  const link = document.createElement("a");
  link.dataset.field = "number";
  const badge = document.createElement("span");
  badge.className = "badge";
  cell(null, link);
  cell("applicant");
  cell("email");
  cell("role");
  cell("status", badge);
  cell("sent");
  row.lastChild.className = "muted";
  return fill(row, application);
}

const actions = {
  /** Moves the rows' own elements. */
  sort() {
    const name = (row) => row.querySelector('[data-field="applicant"]').textContent;
    body.append(...[...body.rows].sort((a, b) => name(a).localeCompare(name(b))));
  },
  /** Appends rows, as endless lists do. */
  more() {
    body.append(...all.slice(shown, shown + MORE).map(newRow));
    shown += MORE;
  },
  /** Builds every row anew, as frameworks do. */
  render() {
    body.replaceChildren(...all.slice(0, body.rows.length).map(newRow));
  },
  /** Keeps the first elements and fills them with what matches. */
  filter(text) {
    const found = all.filter(({ applicant }) => applicant.name.toLowerCase().includes(text.toLowerCase()));
    const rows = [...body.rows];
    found.slice(0, Math.max(shown, 12)).forEach((application, at) => {
      if (rows[at]) fill(rows[at], application);
      else body.append(newRow(application));
    });
    for (const row of rows.slice(found.length)) row.remove();
  },
};

document.addEventListener("click", (event) => {
  actions[event.target.closest("button[data-list]")?.dataset.list]?.();
});
document.querySelector('[data-list="filter"]')?.addEventListener("input", (event) => {
  actions.filter(event.target.value);
});

if (virtual) {
  const rows = Array.from({ length: 16 }, (_, at) => newRow(all[at]));
  virtual.firstElementChild.style.height = `${all.length * ROW_HEIGHT}px`;
  virtual.firstElementChild.append(...rows);
  const place = () => {
    const first = Math.max(
      0,
      Math.min(Math.floor(virtual.scrollTop / ROW_HEIGHT) - 2, all.length - rows.length),
    );
    rows.forEach((row, at) => {
      row.style.top = `${(first + at) * ROW_HEIGHT}px`;
      if (row.dataset.application !== String(all[first + at].id)) fill(row, all[first + at]);
    });
  };
  virtual.addEventListener("scroll", place);
  place();
}
document.documentElement.dataset.ready = "true";
