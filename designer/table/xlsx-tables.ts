/** The sheets of an Excel file, as rows of cells. The library is loaded when a file is there. */

/** @throws Error when the file is no Excel workbook */
export async function xlsxTables(file: ArrayBuffer): Promise<string[][][]> {
  const { default: excel } = await import('exceljs');
  const workbook = new excel.Workbook();
  await workbook.xlsx.load(file);
  return workbook.worksheets.map((sheet) => {
    const rows: string[][] = [];
    sheet.eachRow((row) => {
      const cells: string[] = [];
      row.eachCell({ includeEmpty: true }, (cell) => {
        // A merged cell shows its text once, where it begins.
        const isContinued = cell.isMerged && cell.master.address !== cell.address;
        cells.push(isContinued ? '' : cell.text.trim());
      });
      rows.push(cells);
    });
    return rows;
  });
}
