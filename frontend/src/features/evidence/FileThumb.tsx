import { IconFileText, IconMovie, IconMusic, IconPhoto } from "@tabler/icons-react";
import { useCallback } from "react";
import classes from "./Evidence.module.css";

/** What a file is at a glance: a small picture of a photograph, else the sign of its kind. */
export function FileThumb({ type, blob }: { type: string; blob?: Blob | ArrayBuffer }) {
  const shows = blob !== undefined && /^image\/(jpeg|png|webp|gif)$/.test(type);
  const show = useCallback(
    (picture: HTMLImageElement) => {
      const address = URL.createObjectURL(blob instanceof Blob ? blob : new Blob([blob ?? ""], { type }));
      picture.src = address;
      return () => URL.revokeObjectURL(address);
    },
    [blob, type],
  );
  return <span className={classes.thumb}>{shows ? <img ref={show} alt="" /> : sign(type)}</span>;
}

function sign(type: string) {
  const look = { size: 22, stroke: 1.75, "aria-hidden": true };
  if (type.startsWith("image/")) return <IconPhoto {...look} />;
  if (type.startsWith("video/")) return <IconMovie {...look} />;
  return type.startsWith("audio/") ? <IconMusic {...look} /> : <IconFileText {...look} />;
}
