/** Says that something takes time; it shows after 300 ms, so that quick work does not flicker. */
export function Progress({ text }: { text: string }) {
  return (
    <p class="late-progress" role="status">
      <span class="spinner" aria-hidden="true" />
      {text}
    </p>
  );
}
