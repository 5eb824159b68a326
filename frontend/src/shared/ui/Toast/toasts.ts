/** A short word that something was done; with a way back where there is one. */
export interface Toast {
  id: number;
  words: string;
  undo?: (() => void) | undefined;
}

type Hear = () => void;

let shown: Toast[] = [];
let last = 0;
const hears = new Set<Hear>();

function tell(next: Toast[]): void {
  shown = next;
  for (const hear of hears) hear();
}

/** Says that something was done: `toast("Đã tiếp nhận báo cáo của xã Phổ An.", undo)`. Never for errors that need action. */
export function toast(words: string, undo?: () => void): void {
  last += 1;
  tell([...shown.slice(-2), { id: last, words, undo }]);
}

/** Takes one away. */
export function dismiss(id: number): void {
  tell(shown.filter((one) => one.id !== id));
}

/** What is shown now; for the component alone. */
export const toasts = {
  get: (): Toast[] => shown,
  subscribe: (hear: Hear): (() => void) => {
    hears.add(hear);
    return () => hears.delete(hear);
  },
};
