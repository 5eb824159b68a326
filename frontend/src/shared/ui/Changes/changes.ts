/** A piece of a text beside an earlier one: in both, only new, or only old. */
interface Piece {
  is: "same" | "new" | "old";
  text: string;
}

const longest = 1500; // words; beyond, whole texts stand beside each other

/** What changed from one text to another, word by word. */
export function wordChanges(before: string, after: string): Piece[] {
  const [old, now] = [words(before), words(after)];
  if (old.length > longest || now.length > longest)
    return before === after ? [{ is: "same", text: after }] : whole(before, after);
  const common = lengths(old, now);
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      add(pieces, "same", now[j] ?? "");
      i++;
      j++;
    } else if (j >= now.length || (i < old.length && at(common, i + 1, j) >= at(common, i, j + 1))) {
      add(pieces, "old", old[i] ?? "");
      i++;
    } else {
      add(pieces, "new", now[j] ?? "");
      j++;
    }
  }
  return pieces;
}

function words(text: string): string[] {
  return text.match(/\s*\S+|\s+$/g) ?? [];
}

function whole(before: string, after: string): Piece[] {
  return [
    { is: "old", text: before },
    { is: "new", text: after },
  ];
}

/** lengths[i][j] is how many words two texts have in common from the i-th and j-th on. */
function lengths(old: string[], now: string[]): Uint16Array[] {
  const table = Array.from({ length: old.length + 1 }, () => new Uint16Array(now.length + 1));
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--) {
      const row = table[i];
      if (row === undefined) continue;
      row[j] =
        old[i] === now[j] ? at(table, i + 1, j + 1) + 1 : Math.max(at(table, i + 1, j), at(table, i, j + 1));
    }
  return table;
}

function at(table: Uint16Array[], i: number, j: number): number {
  return table[i]?.[j] ?? 0;
}

function add(pieces: Piece[], is: Piece["is"], text: string): void {
  const last = pieces.at(-1);
  if (last?.is === is) last.text += text;
  else pieces.push({ is, text });
}
