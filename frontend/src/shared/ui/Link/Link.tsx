import type { AnchorHTMLAttributes, MouseEvent } from "react";
import { followLink } from "./follow";

interface LinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "href" | "onClick"> {
  /** A path of the app, from paths.ts, with its filters. */
  to: string;
  onClick?: (event: MouseEvent<HTMLElement>) => void;
}

/** A link inside the app. */
export function Link({ to, onClick, children, ...rest }: LinkProps) {
  return (
    <a {...rest} href={to} onClick={followLink(onClick)}>
      {children}
    </a>
  );
}
