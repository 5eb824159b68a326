/** A text for comparing in a search: without case, tone marks and the stroke of đ, as the server folds it. */
export function folded(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replaceAll("đ", "d");
}
