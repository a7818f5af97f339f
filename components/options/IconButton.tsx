import type { LucideIcon } from "lucide-preact";
import { useEffect, useRef } from "preact/hooks";

export interface IconButtonProps {
  icon: LucideIcon;
  text: string;
  /** Accessible name: the text, and what it is about; needed where several such buttons stand on a page. */
  name: string;
  focus?: boolean;
  onClick(): void;
}

/** A small button of a list row. */
export function IconButton({ icon: Icon, text, name, focus = false, onClick }: IconButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (focus) button.current?.focus();
  }, [focus]);
  return (
    <button type="button" class="small" ref={button} aria-label={name} onClick={onClick}>
      <Icon size={16} aria-hidden="true" />
      {text}
    </button>
  );
}
