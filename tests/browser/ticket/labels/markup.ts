import json from "../../../unit/ticket/labels/languages.json";

export const languages = Object.entries(json as Record<string, Partial<Record<string, string | string[]>>>);

/** Words of a language, as they are printed. */
export function words(language: string, name: string): string[] {
  return languages.filter(([code]) => code === language).flatMap(([, all]) => [all[name] ?? []].flat());
}

/** A label and its value in one way of writing them. */
export type Pattern = (label: string, value: string, id: string) => string;

/** Ways of marking up one labelled value; each stands alone or beside others of its kind. */
export const patterns: Record<string, Pattern> = {
  dl: (label, value) => `<dl><dt>${label}</dt><dd>${value}</dd></dl>`,
  "dl with wrappers and links": (label, value) =>
    `<dl class="row"><dt><span><b>${label}:</b></span></dt><dd><a href="/users/3">${value}</a></dd></dl>`,
  "dl in rows": (label, value) => `<dl><div><dt>${label}</dt><dd><span>${value}</span></dd></div></dl>`,
  "description list": (label, value) =>
    `<dl class="description-list"><dt class="description-list__term">${label}</dt><dd>${value}</dd></dl>`,
  "table head and cell": (label, value) =>
    `<table><tbody><tr><th scope="row">${label}</th><td>${value}</td></tr></tbody></table>`,
  "two heads in a row": (label, value) =>
    `<table><tr><th>CC</th><td>Rob Remote</td><th>${label} :</th><td>${value}</td></tr></table>`,
  "cells with a colon": (label, value) => `<table><tr><td>${label}:</td><td>${value}</td></tr></table>`,
  "cells with classes": (label, value) =>
    `<table><tr><td class="vertical">${label}</td><td class="data">${value}</td></tr></table>`,
  "label for an input": (label, value, id) =>
    `<form method="post"><label for="${id}">${label}</label><input id="${id}" value="${value}"></form>`,
  "label for a select": (label, value, id) =>
    `<label for="${id}">${label}</label><select id="${id}"><option>Rob Remote<option selected>${value}</select>`,
  "label around a select": (label, value) =>
    `<label><span>${label}</span> <select><option value="">-<option selected>${value}</select></label>`,
  "label for an element": (label, value, id) =>
    `<label for="${id}">${label}</label><div id="${id}" role="combobox">${value}</div>`,
  "label and value": (label, value) => `<label>${label}:</label><p class="Value">${value}</p>`,
  "label and value classes": (label, value) =>
    `<div class="attribute"><div class="label">${label}</div><div class="value">${value}</div></div>`,
  "camel case": (label, value) =>
    `<div><div class="fieldLabel">${label}</div><div class="fieldValue"><button>✎</button>${value}</div></div>`,
  "generated classes": (label, value) =>
    `<div><span class="_label_x1a9">${label}</span><span class="css-1h">${value}</span></div>`,
  "spans with a colon": (label, value) => `<div><span>${label}:</span> <span>${value}</span></div>`,
  "strong with a colon": (label, value) =>
    `<li class="list-group-item"><strong>${label}:</strong> <span>${value}</span></li>`,
  "aria-label": (label, value) => `<div role="combobox" aria-label="${label}">${value}</div>`,
  "aria-labelledby": (label, value, id) =>
    `<h4 id="${id}">${label}</h4><div aria-labelledby="${id}"><img alt=""> ${value}</div>`,
  "button with a name": (label, value) => `<button aria-label="${label}: ${value}">${value}</button>`,
};

/** A whole page around what is given, as a ticket page has it. */
export function ticketPage(inside: string, language = "en"): string {
  return `<html lang="${language}"><body><nav><a href="/">Home</a></nav><main><h1>#7 Printer</h1>
    <div class="columns"><section class="panel">${inside}</section>
    <section class="ticket-thread"><div class="message-body">Hello</div></section></div></main></body></html>`;
}

/** Status and priority in the same container: the second signal. */
export function withStatus(inside: string, language: string): string {
  const [status, priority] = [words(language, "status")[0], words(language, "priority")[0]];
  return `<div class="box">${inside}<dl><dt>${status}</dt><dd>x1</dd><dt>${priority}</dt><dd>x2</dd></dl></div>`;
}
