import { expect, test, vi } from "vitest";
import { changeLanguage, chosenLanguage } from "./i18n";

test("a browser that blocks its storage opens in Vietnamese and still changes the language", async () => {
  const blocked = () => {
    throw new DOMException("blocked", "SecurityError");
  };
  vi.stubGlobal("localStorage", { getItem: blocked, setItem: blocked });
  expect(chosenLanguage()).toBe("vi");
  await changeLanguage("en");
  expect(document.documentElement.lang).toBe("en");
  await changeLanguage("vi");
  vi.unstubAllGlobals();
});
