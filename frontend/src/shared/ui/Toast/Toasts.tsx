import { IconX } from "@tabler/icons-react";
import { useEffect, useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import classes from "./Toasts.module.css";
import { dismiss, type Toast, toasts } from "./toasts";

/** How long a toast stays, in milliseconds; it waits while pointed at or in focus. */
export const staysFor = 10_000;

/** Where toasts appear, bottom left; stands once in the app. */
export function Toasts() {
  const shown = useSyncExternalStore(toasts.subscribe, toasts.get);
  return (
    <div className={classes.place} role="status">
      {shown.map((one) => (
        <One key={one.id} toast={one} />
      ))}
    </div>
  );
}

function One({ toast }: { toast: Toast }) {
  const { t } = useTranslation();
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(() => dismiss(toast.id), staysFor);
    return () => clearTimeout(timer);
  }, [held, toast.id]);
  return (
    <div
      className={classes.toast}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{toast.words}</span>
      {toast.undo !== undefined && (
        <button
          type="button"
          className={classes.undo}
          onClick={() => {
            toast.undo?.();
            dismiss(toast.id);
          }}
        >
          {t("common.undo")}
        </button>
      )}
      <button
        type="button"
        className={classes.close}
        aria-label={t("common.close")}
        onClick={() => dismiss(toast.id)}
      >
        <IconX size={18} stroke={1.75} aria-hidden />
      </button>
    </div>
  );
}
