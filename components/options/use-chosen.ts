import { useEffect, useState } from "preact/hooks";

/** Storing takes a moment; a browser that has not stored it by then will not, in milliseconds. */
const MOMENT = 1000;

/**
 * What a box shows: what the person has chosen while that is being stored, and then what is stored.
 * @returns whether it is checked, and what to call when the person checks or unchecks it
 */
export function useChosen(
  stored: boolean,
  onChange: (checked: boolean) => void,
): [boolean, (checked: boolean) => void] {
  const [chosen, setChosen] = useState<boolean | null>(null);
  useEffect(() => {
    if (chosen === null) return;
    const timer = setTimeout(() => setChosen(null), chosen === stored ? 0 : MOMENT);
    return () => clearTimeout(timer);
  }, [chosen, stored]);
  return [
    chosen ?? stored,
    (checked) => {
      setChosen(checked);
      onChange(checked);
    },
  ];
}
