import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { beforeEach, expect, test, vi } from "vitest";
import { FigureField } from "./FigureField";
import { blankFigure, type Figure, isBlank, isClear } from "./figure";

const told = vi.fn<(figure: Figure) => void>();

/** The last figure that the field told; blank before the first. */
function seen(): Figure {
  return told.mock.lastCall?.[0] ?? blankFigure();
}

beforeEach(() => told.mockClear());

function Field({
  units = ["buổi"],
  first = blankFigure(units.length),
}: {
  units?: string[];
  first?: Figure;
}) {
  const [figure, setFigure] = useState(first);
  const change = (next: Figure) => {
    told(next);
    setFigure(next);
  };
  return <FigureField label="Buổi phát" units={units} figure={figure} onChange={change} />;
}

test("a number is grouped while it is typed and told exactly", async () => {
  render(<Field />);
  const box = screen.getByRole("textbox", { name: "Buổi phát" });
  await userEvent.type(box, "4680,5");
  expect(box).toHaveValue("4.680,5");
  expect(seen().quantities[0]?.value).toBe("4680.5");
});

test("blank, nil and 0 are three things", async () => {
  render(<Field />);
  expect(isBlank(seen())).toBe(true);
  await userEvent.type(screen.getByRole("textbox"), "0");
  expect(isBlank(seen())).toBe(false);
  expect(seen()).toEqual({ nil: false, quantities: [{ value: "0", qualifier: "", typed: undefined }] });
  await userEvent.clear(screen.getByRole("textbox"));
  await userEvent.click(screen.getByRole("button", { name: "Không phát sinh: Buổi phát" }));
  expect(seen().nil).toBe(true);
  expect(screen.queryByRole("textbox")).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole("button", { name: "Nhập số" }));
  expect(isBlank(seen())).toBe(true);
});

test("what is no number is kept as typed, and said after leaving the field", async () => {
  render(<Field />);
  const box = screen.getByRole("textbox");
  await userEvent.type(box, "4.6");
  expect(screen.queryByText(/Số chưa rõ/)).not.toBeInTheDocument();
  await userEvent.tab();
  expect(screen.getByText(/Số chưa rõ/)).toBeInTheDocument();
  expect(box).toHaveAttribute("aria-invalid", "true");
  expect(seen().quantities[0]).toEqual({ value: "", qualifier: "", typed: "4.6" });
  expect(isClear(seen())).toBe(false);
});

test("how exact a number is stands before it in words, from the beginning", async () => {
  const { container } = render(<Field />);
  const shown = () => container.querySelector("[aria-hidden]:has(+ svg)");
  expect(shown()).toHaveTextContent("đúng");
  await userEvent.selectOptions(screen.getByRole("combobox"), "khoảng");
  expect(shown()).toHaveTextContent("khoảng");
});

test("a digit put into the middle leaves the caret beside it", async () => {
  render(<Field first={{ nil: false, quantities: [{ value: "12345", qualifier: "" }] }} />);
  const box = screen.getByRole<HTMLInputElement>("textbox");
  expect(box).toHaveValue("12.345");
  await userEvent.type(box, "9", { initialSelectionStart: 1, initialSelectionEnd: 1 });
  expect(box).toHaveValue("192.345");
  expect(box.selectionStart).toBe(2);
});

test("a pair takes two numbers, each with its own qualifier", async () => {
  render(<Field units={["cuộc", "lượt người"]} />);
  await userEvent.type(screen.getByRole("textbox", { name: "Số cuộc" }), "18");
  await userEvent.type(screen.getByRole("textbox", { name: "Số lượt người" }), "1250");
  await userEvent.selectOptions(screen.getByRole("combobox", { name: /lượt người/ }), "hơn");
  expect(seen().quantities).toEqual([
    { value: "18", qualifier: "", typed: undefined },
    { value: "1250", qualifier: "more_than", typed: undefined },
  ]);
  expect(isClear(seen())).toBe(true);
});
