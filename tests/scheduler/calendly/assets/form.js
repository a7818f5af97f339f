import { element } from "../../assets/dom.js";
import { timeZone } from "../../assets/times.js";

/** The form of a slot, filled in by the link: `name`, `email`, `guests`, and `a1` to `a10` for the questions. */
export function bookingForm({ page, slot, query, onBack, onBooked }) {
  const full = [query.get("first_name"), query.get("last_name")].filter(Boolean).join(" ");
  const alert = element("div", { className: "alert-place", role: "alert" });
  const confirm = element(
    "button",
    { type: "submit", className: "primary", "data-testid": "confirm" },
    "Schedule Event",
  );
  return element(
    "form",
    { className: "form", onsubmit: submit },
    field("Name", "input", { name: "full_name", required: true, value: query.get("name") ?? full }),
    field("Email", "input", {
      name: "email",
      type: "email",
      required: true,
      value: query.get("email") ?? "",
    }),
    field("Guest Email(s)", "input", { name: "guests", value: query.get("guests") ?? "" }),
    page.questions.map(({ name, position, required }) =>
      field(name, "textarea", {
        name: `question_${position}`,
        rows: 3,
        required,
        value: query.get(`a${position + 1}`) ?? "",
      }),
    ),
    alert,
    element(
      "div",
      { className: "actions" },
      element(
        "button",
        { type: "button", className: "plain", "data-testid": "back", onclick: onBack },
        "Back",
      ),
      confirm,
    ),
  );

  async function submit(event) {
    event.preventDefault();
    const data = new FormData(event.target);
    confirm.disabled = true;
    alert.replaceChildren();
    const answer = await fetch("/page/book", { method: "POST", body: JSON.stringify(booking(data)) });
    if (answer.ok) return onBooked(await answer.json());
    confirm.disabled = false;
    const [testId, words] =
      answer.status === 409
        ? ["taken", "That time is no longer available. Please choose another one."]
        : ["expired", "This link has expired."];
    alert.append(element("p", { className: "alert", "data-testid": testId }, words));
  }

  function booking(data) {
    return {
      event: page.event,
      link: page.link,
      start: slot,
      name: data.get("full_name"),
      email: data.get("email"),
      timeZone,
      guests: data
        .get("guests")
        .split(/[,\s]+/)
        .filter(Boolean),
      answers: page.questions
        .map(({ name, position }) => ({ question: name, position, answer: data.get(`question_${position}`) }))
        .filter(({ answer }) => answer),
      tracking: Object.fromEntries([...query].filter(([key]) => /^(?:utm_|salesforce_uuid$)/.test(key))),
    };
  }
}

function field(label, tag, properties) {
  return element("label", {}, label, element(tag, { autocomplete: "off", ...properties }));
}
