/** Where rows stand of which nearly all are equally high: a country's agencies, of which some are unfolded. */
export class Heights {
  private readonly odd = new Map<number, number>();
  private known = false;
  private usual: number;

  /** So many rows, about so high each, in pixels; the first ones measured tell it better. */
  constructor(
    private readonly count: number,
    about: number,
  ) {
    this.usual = about;
  }

  /** How far a row's top is below that of row 0, in pixels; of the row after the last: how high all are together. */
  top(row: number): number {
    let top = row * this.usual;
    for (const [at, height] of this.odd) if (at < row) top += height - this.usual;
    return top;
  }

  /** The row that is so many pixels below the top of row 0; the first or the last when that is outside. */
  at(y: number): number {
    let low = 0;
    let high = this.count - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.top(middle) <= y) low = middle;
      else high = middle - 1;
    }
    return Math.max(low, 0);
  }

  /** Takes the heights of some rows, in pixels; says whether one was not as high as it was taken for. */
  measured(rows: [row: number, height: number][]): boolean {
    const sorted = rows.map(([, height]) => height).sort((a, b) => a - b);
    const middle = sorted[sorted.length >> 1] ?? 0;
    let wrong = false;
    if (!this.known && middle > 0) {
      wrong = middle !== this.usual;
      this.known = true;
      this.usual = middle;
    }
    for (const [row, height] of rows) {
      if (height === (this.odd.get(row) ?? this.usual)) continue;
      wrong = true;
      if (height === this.usual) this.odd.delete(row);
      else this.odd.set(row, height);
    }
    return wrong;
  }
}
