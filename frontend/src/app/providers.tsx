import "@/shared/theme/fonts.css";
import "@/shared/theme/base.css";
import "@/shared/theme/tokens.css";
import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import type { ReactNode } from "react";

/** What every page stands in: the look, the server's state. */
export function Providers({ cache, children }: { cache: QueryClient; children: ReactNode }) {
  return <QueryClientProvider client={cache}>{children}</QueryClientProvider>;
}
