/** Hands a JSON file to the browser's downloads. */
export function downloadJson(name: string, content: unknown): void {
  const href = URL.createObjectURL(
    new Blob([JSON.stringify(content, null, 2)], { type: 'application/json' }),
  );
  const link = document.createElement('a');
  link.href = href;
  link.download = name;
  link.click();
  URL.revokeObjectURL(href);
}
