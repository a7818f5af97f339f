import { fold } from "./fold";
import { vocabulary } from "./vocabulary";

/** Fields that the label reader finds. */
export type LabelField = "assignee" | "requester" | "number" | "subject" | "priority";

/** What a text means in the place of a label. A weak label means its field only together with a second signal. */
export interface LabelMeaning {
  field: LabelField | "status";
  strong: boolean;
}

/** Longer texts are no label, in characters. */
export const MAX_LABEL = 60;

const labels = new Map<string, LabelMeaning[]>();
for (const [name, words] of Object.entries(vocabulary.labels)) {
  const strong = !name.endsWith("Weak");
  const field = name.replace("Weak", "") as LabelMeaning["field"];
  for (const word of words.split("|")) labels.set(word, [...(labels.get(word) ?? []), { field, strong }]);
}
const nobody = new Set(vocabulary.nobody.split("|"));
const self = new Set(vocabulary.self.split("|"));
const never = new Set(vocabulary.never.split("|"));

/** What a text means as a label, in any of the 36 languages; usually nothing. */
export function labelMeanings(text: string): readonly LabelMeaning[] {
  return text.length > MAX_LABEL ? [] : (labels.get(fold(text)) ?? []);
}

/** What a whole value says besides a name: that nobody is in charge, that the viewer is, or nothing at all. */
export function specialValue(text: string): "nobody" | "self" | "nothing" | null {
  const folded = fold(text);
  const bare = folded.replace(/^[\s\p{Pd}]+|[\s\p{Pd}]+$/gu, "").replace(/^[<([](.*)[>)\]]$/, "$1");
  if (nobody.has(folded) || nobody.has(bare) || bare === "") return "nobody";
  if (self.has(folded)) return "self";
  return never.has(bare) || labels.has(folded) ? "nothing" : null;
}
