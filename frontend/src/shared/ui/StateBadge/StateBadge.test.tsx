import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { StateBadge } from "./StateBadge";
import { standings, standingWords } from "./standing";

test("every standing has its own words", () => {
  const words = standings.map((standing) => standingWords(standing));
  expect(new Set(words).size).toBe(standings.length);
});

test("days stand in the words where they count", () => {
  expect(standingWords("due_soon", { days: 3 })).toBe("Còn 3 ngày");
  expect(standingWords("due_soon", { days: 0 })).toBe("Hôm nay là hạn");
  expect(standingWords("overdue", { days: 5 })).toBe("Quá 5 ngày");
  expect(standingWords("missing", { days: 5 })).toBe("Chưa nộp, 5 ngày");
  expect(standingWords("late", { days: 2 })).toBe("Trễ 2 ngày");
  expect(standingWords("on_time", { days: 2, short: true })).toBe("Đúng hạn");
});

test("a glyph still says its words to a screen reader", () => {
  render(<StateBadge standing="missing" variant="glyph" />);
  expect(screen.getByText("Chưa nộp")).toBeInTheDocument();
});
