import "./shared/theme/layers.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { startTexts } from "./shared/i18n/i18n";
import { App } from "./app/App";

async function start(): Promise<void> {
  const place = document.getElementById("root");
  if (place === null) throw new Error("index.html has no #root");
  await startTexts();
  createRoot(place).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

void start();
