import { expect, test } from "vitest";
import { finds, folded } from "./folded";

test("search folds case, tone and đ", () => {
  expect(folded("Đức Phổ")).toBe("duc pho");
  expect(folded("ỦY BAN")).toBe("uy ban");
});

test("a search finds the beginnings of words, each word that is sought somewhere", () => {
  expect(finds("an", "UBND xã Phổ An")).toBe(true);
  expect(finds("an", "Phan Bội Châu")).toBe(false);
  expect(finds("pho chau", "UBND xã Phổ Châu")).toBe(true);
  expect(finds("chau ubnd", "UBND xã Phổ Châu")).toBe(true);
  expect(finds("hdnd&ub", "Văn phòng HĐND&UBND")).toBe(true);
  expect(finds("  ", "UBND xã Phổ An")).toBe(true);
});
