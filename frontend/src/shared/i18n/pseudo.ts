/** Every text as its key, «[[common.close]]», so that a text outside the catalogues is seen at once. */
export function pseudo(texts: object, path = ""): object {
  return Object.fromEntries(
    Object.entries(texts).map(([key, value]) => {
      const at = path === "" ? key : `${path}.${key}`;
      return [key, typeof value === "string" ? `[[${at}]]` : pseudo(value as object, at)];
    }),
  );
}
