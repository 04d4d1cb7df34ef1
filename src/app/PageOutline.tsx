/** The outline of a page while its code arrives on the first visit. */
export function PageOutline() {
  return (
    <div aria-hidden>
      <i className="boot-line boot-title" />
      <i className="boot-line w-[340px]" />
    </div>
  );
}
