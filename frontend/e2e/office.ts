import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");
const binary = join(root, "data/bin/lantoa");
/** The password of every account that the demonstration's register opens. */
export const password = "DucPho@2024";

/** A real server with a database of its own, whose clock can be set anew by starting it again on the same data. */
export class Office {
  private readonly data = mkdtempSync(join(tmpdir(), "lantoa-e2e-"));
  private server: ChildProcess | null = null;

  constructor(
    readonly port: number,
    private readonly mode: "development" | "demonstration",
  ) {}

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  private env(clock: string): NodeJS.ProcessEnv {
    return {
      ...process.env,
      MODE: this.mode,
      PORT: String(this.port),
      PUBLIC_URL: this.url,
      DATA_DIR: this.data,
      CLOCK: clock,
      RATE_PER_MINUTE: "0",
      LOGIN_RATE_PER_MINUTE: "0",
      LOG_LEVEL: "error",
    };
  }

  /** Opens the register of agencies and accounts, and nothing else. */
  register(clock: string): void {
    execFileSync(binary, ["seed", "--accounts"], { cwd: root, env: this.env(clock), stdio: "inherit" });
  }

  /** Starts the server, or starts it again, with the office's clock set to an instant. */
  async open(clock: string): Promise<void> {
    await this.close();
    this.server = spawn(binary, ["serve"], { cwd: root, env: this.env(clock), stdio: "inherit" });
    for (let tries = 0; tries < 300; tries++) {
      const answer = await fetch(`${this.url}/readyz`).catch(() => null);
      if (answer?.ok === true) return;
      await new Promise((done) => setTimeout(done, 200));
    }
    throw new Error(`the server at ${this.url} is not ready`);
  }

  async close(): Promise<void> {
    const server = this.server;
    this.server = null;
    if (server === null || server.exitCode !== null) return;
    const ended = new Promise((done) => server.once("exit", done));
    server.kill("SIGINT");
    await ended;
  }

  async end(): Promise<void> {
    await this.close();
    rmSync(this.data, { recursive: true, force: true });
  }

  /** An account's way to the API, as another system would go. */
  async as(username: string): Promise<Caller> {
    const { body } = await call(this.url, null, "POST", "/sessions", { username, password });
    return new Caller(this.url, (body as { access_token: string }).access_token);
  }
}

/** What came back: the body, and the version that a change must name. */
interface Answer {
  status: number;
  body: unknown;
  etag: string;
}

export class Caller {
  constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  /** Calls the API, with a text or with JSON, and fails on an answer that says no. */
  async call<T>(method: string, path: string, body?: unknown, etag?: string): Promise<T> {
    const answer = await call(this.url, this.token, method, path, body, etag);
    if (answer.status >= 300)
      throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body as T;
  }

  async file(path: string): Promise<Buffer> {
    const answer = await fetch(`${this.url}/api/v1${path}`, {
      headers: { Authorization: `Bearer ${this.token}` },
    });
    if (!answer.ok) throw new Error(`GET ${path}: ${answer.status}`);
    return Buffer.from(await answer.arrayBuffer());
  }
}

async function call(
  url: string,
  token: string | null,
  method: string,
  path: string,
  body?: unknown,
  etag?: string,
): Promise<Answer> {
  const type = typeof body === "string" ? "text/plain" : "application/json";
  const answer = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: {
      ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { "Content-Type": type }),
      ...(etag === undefined ? {} : { "If-Match": etag }),
    },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await answer.text();
  return {
    status: answer.status,
    body: text === "" ? null : (JSON.parse(text) as unknown),
    etag: answer.headers.get("ETag") ?? "",
  };
}
