/** Whether a key goes into a field (or a list of options), so that it is no shortcut. */
export function isTyping({ target }: { target: EventTarget | null }): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.closest('input, textarea, select, [role="listbox"], [role="dialog"], [role="combobox"]') !== null
  );
}
