/** A text for comparing in a search: without case, tone marks and the stroke of đ, as the server folds it. */
export function folded(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replaceAll("đ", "d");
}

/** Whether every word that is sought begins a word of the text: «an» finds «Phổ An», not «Phan». */
export function finds(sought: string, text: string): boolean {
  const words = wordsOf(text);
  return wordsOf(sought).every((one) => words.some((word) => word.startsWith(one)));
}

function wordsOf(text: string): string[] {
  return folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
