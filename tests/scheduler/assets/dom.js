/** An element with properties ("on…" listeners, "data-…" and "aria-…" attributes) and children; null children are left out. */
export function element(tag, properties = {}, ...children) {
  const created = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined) continue;
    if (name.startsWith("on")) created.addEventListener(name.slice(2), value);
    else if (name in created && !name.includes("-")) created[name] = value;
    else created.setAttribute(name, value);
  }
  created.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return created;
}
