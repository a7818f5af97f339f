import type { PageDefinition } from "../page-definition";

/** What we know about one portal product. One file a product, one line in the registry. */
export interface Preset {
  /** As in the configuration document; never changes. */
  id: string;
  /** The product's own name. */
  name: string;
  /** In which version, or when, its pages were seen: "5.0.3, November 2026". */
  seen: string;
  /** Cloud products: the hosts of its sites, `*.` standing for every subdomain. The product is known without a look at a page. */
  hosts?: readonly string[];
  /** Whether tickets stand in frames: the overlay then runs in every frame of the portal. */
  frames?: boolean;
  /** Whether a document was made by this product. */
  recognise(document: Document): boolean;
  pages: readonly PageDefinition[];
  /** Finds the portal's own booking buttons, for products that have one. */
  nativeButton?: { button: string; card: string };
  /** Custom booking questions that the product's own button fills, by slug. */
  questions?: Readonly<Record<string, QuestionValue>>;
  /** Addresses of its ticket pages (with base path), of its lists of tickets, and of its other pages; all are tested. */
  examples: { tickets: readonly string[]; lists?: readonly string[]; others: readonly string[] };
}

/** What a custom booking question can be filled with. */
export type QuestionValue = "number" | "url" | "subject" | "title";
