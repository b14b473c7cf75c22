import type exceljs from 'exceljs';

export type Cells = readonly (string | number)[];

/** Adds sheets to a workbook: A4, the head bold and in sight, pages numbered. */
export const sheetsIn =
  (book: exceljs.stream.xlsx.WorkbookWriter) =>
  (name: string, widths: readonly number[], head: readonly string[], rows: readonly Cells[]): void => {
    const sheet = book.addWorksheet(name, {
      views: [{ state: 'frozen', ySplit: 1 }],
      pageSetup: { paperSize: 9, orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      headerFooter: { oddFooter: '第&P页共&N页' },
    });
    sheet.columns = widths.map((width) => ({ width }));
    const top = sheet.addRow([...head]);
    top.font = { bold: true };
    top.commit();
    for (const row of rows) sheet.addRow([...row]).commit();
    sheet.commit();
  };
