import { expect, test } from "vitest";
import { multipart } from "./upload";

function textOf(blob: Blob): Promise<string> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.readAsText(blob);
  });
}

test("the same form under the same key travels as the same bytes", async () => {
  const form = new FormData();
  form.append("owner_kind", "report");
  form.append("file", new File(["Danh sách"], 'băng "rôn".txt', { type: "text/plain" }));
  const body = await textOf(multipart(form, "k1"));
  expect(body).toBe(
    [
      "--k1",
      'Content-Disposition: form-data; name="owner_kind"',
      "",
      "report",
      "--k1",
      'Content-Disposition: form-data; name="file"; filename="băng %22rôn%22.txt"',
      "Content-Type: application/octet-stream",
      "",
      "Danh sách",
      "--k1--",
      "",
    ].join("\r\n"),
  );
});
