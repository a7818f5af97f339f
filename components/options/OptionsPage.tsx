import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { i18n } from "#i18n";
import { type Section, sections, sectionTitle } from "./sections";

export interface OptionsPageProps {
  section: Section;
  /** How often the person went to another section; the heading gets the focus then. */
  visits: number;
  children: ComponentChildren;
}

/** The frame of the options: the sections beside, one column of content. */
export function OptionsPage({ section, visits, children }: OptionsPageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (visits > 0) heading.current?.focus();
  }, [visits]);
  return (
    <div class="options">
      <nav aria-label={i18n.t("options.navigation")}>
        <p class="brand">{i18n.t("options.title")}</p>
        <ul>
          {sections.map((id) => (
            <li key={id}>
              <a href={`#${id}`} aria-current={id === section ? "page" : undefined}>
                {sectionTitle(id)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <main>
        <h1 ref={heading} tabIndex={-1}>
          {sectionTitle(section)}
        </h1>
        {children}
      </main>
    </div>
  );
}
