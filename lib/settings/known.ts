/** The known keys of a value that is stored with its unknown ones (they are kept on round-trip, never read). */
export type Known<T> = { [K in keyof T as string extends K ? never : K]: T[K] };
