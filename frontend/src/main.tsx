import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/App";
import { newCache } from "./app/cache";
import { keepAnswers, recallAnswers } from "./shared/api/kept";
import { startTexts } from "./shared/i18n/i18n";
import { followScheme } from "./shared/theme/scheme";

async function start(): Promise<void> {
  const place = document.getElementById("root");
  if (place === null) throw new Error("index.html has no #root");
  followScheme();
  const cache = newCache();
  await Promise.all([startTexts(), recallAnswers(cache, __CONTRACT__)]);
  keepAnswers(cache, __CONTRACT__);
  createRoot(place).render(
    <StrictMode>
      <App cache={cache} />
    </StrictMode>,
  );
}

start().catch((thrown: unknown) => {
  // Without texts and code there are no catalogues either.
  document.body.textContent =
    "Không mở được ứng dụng. Hãy tải lại trang. (The app could not open. Reload the page.)";
  throw thrown;
});

// Plain http on another host than localhost has none; the app then works as a page.
if (import.meta.env.PROD && "serviceWorker" in navigator)
  window.addEventListener(
    "load",
    () => void navigator.serviceWorker.register("/sw.js").catch(() => undefined),
  );
