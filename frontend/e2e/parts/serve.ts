import { spawn } from "node:child_process";
import { once } from "node:events";

/** Builds the app with the page of all parts and serves it, without an API, at 127.0.0.1:4173 until the returned call. */
export async function serveParts(): Promise<() => void> {
  const vite = "node_modules/vite/bin/vite.js";
  const out = "test-results/parts-app";
  const build = spawn("node", [vite, "build", "--outDir", out, "--emptyOutDir", "--logLevel", "warn"], {
    env: { ...process.env, VITE_PARTS: "on" },
    stdio: "inherit",
  });
  const [code] = (await once(build, "exit")) as [number];
  if (code !== 0) throw new Error("the app with the page of all parts could not be built");
  const server = spawn(
    "node",
    [vite, "preview", "--outDir", out, "--host", "127.0.0.1", "--port", "4173", "--strictPort"],
    {
      stdio: "ignore",
    },
  );
  await answering("http://127.0.0.1:4173/");
  return () => server.kill();
}

async function answering(address: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    try {
      await fetch(address);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error(`${address} does not answer`);
}
