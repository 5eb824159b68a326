import { type ReactNode, useId, useRef } from "react";
import { Link } from "../Link/Link";
import classes from "./Menu.module.css";

interface MenuItem {
  words: string;
  icon?: ReactNode;
  /** A link … */
  to?: string;
  /** … or a deed. */
  onChoose?: () => void;
  danger?: boolean;
}

interface MenuProps {
  /** The words of the button; with `icon` alone they are its name. */
  label: string;
  icon?: ReactNode;
  items: MenuItem[];
}

/** Further deeds behind one button, as a list that the browser lays over the page and closes by Esc. */
export function Menu({ label, icon, items }: MenuProps) {
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const place = () => {
    const from = button.current?.getBoundingClientRect();
    const box = list.current;
    if (box === null || from === undefined) return;
    box.style.top = `${Math.min(from.bottom + 4, window.innerHeight - box.offsetHeight - 8)}px`;
    box.style.left = `${Math.max(8, Math.min(from.right - box.offsetWidth, window.innerWidth - box.offsetWidth - 8))}px`;
  };
  const close = () => list.current?.hidePopover();
  return (
    <>
      <button
        ref={button}
        type="button"
        className={classes.button}
        popoverTarget={id}
        aria-label={icon === undefined ? undefined : label}
        title={icon === undefined ? undefined : label}
      >
        {icon ?? label}
      </button>
      <ul ref={list} id={id} popover="auto" className={classes.list} onToggle={place}>
        {items.map((item) => (
          <li key={item.words}>
            {item.to !== undefined ? (
              <Link to={item.to} className={classes.item} onClick={close}>
                {item.icon}
                {item.words}
              </Link>
            ) : (
              <button
                type="button"
                className={classes.item}
                data-danger={item.danger || undefined}
                onClick={() => {
                  close();
                  item.onChoose?.();
                }}
              >
                {item.icon}
                {item.words}
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
