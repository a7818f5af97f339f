import { describe, expect, test } from "vitest";
import { fold, tidy } from "../../../../lib/ticket/labels/fold";
import { vocabulary } from "../../../../lib/ticket/labels/vocabulary";
import { labelMeanings, specialValue } from "../../../../lib/ticket/labels/words";
import { buildVocabulary, type Languages } from "./build-vocabulary";
import json from "./languages.json";

const languages: Languages = json;
const weakSomewhere = new Set(
  Object.values(languages).flatMap((words) => [words.assigneeWeak ?? []].flat().map(fold)),
);
const wordsOf = (language: string, name: string) => [languages[language]?.[name] ?? []].flat();
const upper = (text: string, language: string) => text.toLocaleUpperCase(language);

test("there are 36 languages, and the shipped words are theirs", () => {
  expect(Object.keys(languages)).toHaveLength(36);
  expect(vocabulary).toEqual(buildVocabulary(languages));
});

test("the same word is not strong for two fields", () => {
  const { assignee, requester, number, subject, status, priority } = vocabulary.labels;
  const all = [assignee, requester, number, subject, status, priority].flatMap((words) => words.split("|"));
  expect(all.filter((word, index) => all.indexOf(word) !== index)).toEqual([]);
});

describe.each(Object.keys(languages))("%s", (language) => {
  test("every strong label means the assignee, as it is printed", () => {
    const strong = wordsOf(language, "assignee");
    expect(strong.length).toBeGreaterThan(0);
    for (const word of strong) {
      const expected = { field: "assignee", strong: !weakSomewhere.has(fold(word)) };
      const printed = [
        word,
        `${word}:`,
        `${word}\u00a0:`,
        `${word}：`,
        `${word} *`,
        `\u200f ${word} \n:\u202c`,
      ];
      for (const form of [...printed, word.normalize("NFD"), upper(word, language)]) {
        expect([form, labelMeanings(form)]).toEqual([form, expect.arrayContaining([expected])]);
      }
    }
    expect(strong.some((word) => !weakSomewhere.has(fold(word)))).toBe(true);
  });

  test("a weak label is weak", () => {
    for (const word of wordsOf(language, "assigneeWeak")) {
      const meanings = labelMeanings(`${word}:`).filter(({ field }) => field === "assignee");
      expect([word, meanings]).toEqual([word, [{ field: "assignee", strong: false }]]);
    }
  });

  test.each(["requester", "number", "subject", "status", "priority"])("labels of the %s", (field) => {
    for (const word of [...wordsOf(language, field), ...wordsOf(language, `${field}Weak`)]) {
      expect([word, labelMeanings(`${word}:`).map((meaning) => meaning.field)]).toEqual([
        word,
        expect.arrayContaining([field]),
      ]);
    }
  });

  test("values that are nobody, the viewer, or no answer", () => {
    for (const word of wordsOf(language, "nobody")) {
      for (const form of [word, ` ${word}\u200e `, `— ${word} —`, `(${word})`]) {
        expect([form, specialValue(form)]).toEqual([form, "nobody"]);
      }
    }
    for (const word of wordsOf(language, "self")) expect([word, specialValue(word)]).toEqual([word, "self"]);
    for (const word of wordsOf(language, "yesNo"))
      expect([word, specialValue(word)]).not.toEqual([word, null]);
  });
});

test.each(["Tess Tech", "tess (Tess Tech)", "tess@example.com", "Nobody Jones", "Anna Niemand", "Mee"])(
  "%s is somebody",
  (value) => expect(specialValue(value)).toBeNull(),
);

test.each(["Assign", "Assignee name", "Not assignee", "Assignee Tess", "", " ", "x".repeat(1000)])(
  "%j is no label",
  (text) => expect(labelMeanings(text)).toEqual([]),
);

test("only Owner's meaning that is not disputed is kept", () => {
  expect(labelMeanings("Owner")).toEqual([{ field: "assignee", strong: false }]);
});

test.each([
  ["İlgili", "ilgili"],
  ["KİŞİ", "kişi"],
  ["ATANMIŞ", "atanmiş"],
  ["Υπεύθυνος", "υπευθυνοσ"],
  ["ΥΠΕΥΘΥΝΟΣ", "υπευθυνοσ"],
  ["STRASSE", "strasse"],
  ["Straße", "strasse"],
  ["Assigné\u00a0à\u202f:", "assigné à"],
  ["کاربر تخصیص\u200cیافته", "کاربر تخصیصیافته"],
])("%s is compared as %s", (text, folded) => expect(fold(text)).toBe(folded));

test("a text is shown as it is written, in one line", () => {
  expect(tidy(" \u202eTess\u200b \n Tech:\u00a0")).toBe("Tess Tech:");
});
