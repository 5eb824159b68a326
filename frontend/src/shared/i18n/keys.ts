import type { vi } from "./vi";

/** A key without the ending of its plural, which i18next adds by the count. */
type Base<Key extends string> = Key extends `${infer Stem}_${"one" | "other"}` ? Stem : Key;

type KeysOf<Texts> = {
  [Key in keyof Texts & string]: Texts[Key] extends string ? Base<Key> : `${Key}.${KeysOf<Texts[Key]>}`;
}[keyof Texts & string];

/** Every key of the Vietnamese texts: «common.close», «plan.state.draft». */
export type TextKey = KeysOf<typeof vi>;
