import { expect, test } from "vitest";
import { wantedPlace } from "./wanted";

test.each([
  ["/reports?state=draft#top", "/reports?state=draft#top"],
  ["//", "/"],
  ["http://[", "/"],
  ["//example.org/x", "/"],
  ["/x/..//example.org", "/"],
  ["/\\example.org", "/"],
])("after signing in %s leads to %s", (to, place) => {
  expect(wantedPlace(`?${new URLSearchParams({ to }).toString()}`)).toBe(place);
});
