import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { staysFor, Toasts } from "./Toasts";
import { toast } from "./toasts";

afterEach(() => vi.useRealTimers());

test("a toast offers the way back once and goes", async () => {
  const undo = vi.fn();
  render(<Toasts />);
  act(() => toast("Đã tiếp nhận báo cáo của xã Phổ An.", undo));
  expect(screen.getByRole("status")).toHaveTextContent("Đã tiếp nhận báo cáo của xã Phổ An.");
  await userEvent.click(screen.getByRole("button", { name: "Hoàn tác" }));
  expect(undo).toHaveBeenCalledOnce();
  expect(screen.getByRole("status")).toBeEmptyDOMElement();
});

test("it stays ten seconds, and longer while in focus", () => {
  vi.useFakeTimers();
  render(<Toasts />);
  act(() => toast("Đã lưu."));
  act(() => screen.getByRole("button", { name: "Đóng" }).focus());
  act(() => void vi.advanceTimersByTime(staysFor * 3));
  expect(screen.getByRole("status")).toHaveTextContent("Đã lưu.");
  act(() => screen.getByRole("button", { name: "Đóng" }).blur());
  act(() => void vi.advanceTimersByTime(staysFor));
  expect(screen.getByRole("status")).toBeEmptyDOMElement();
});
