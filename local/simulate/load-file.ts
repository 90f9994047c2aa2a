import type { Load } from "./load";
import { WrongOption } from "./wrong-option";

/** What a percentage of CPU in a file is of. */
export interface CpuMeaning {
  /** Requests a second that one instance serves at 100 % CPU. */
  readonly capacity: number;
  /** How many instances had that CPU, where the file does not say. */
  readonly instances: number;
}

interface Row {
  readonly minute: number;
  readonly requests: number;
}

/**
 * Reads a load from a CSV file. Its first line names the columns:
 *
 * - `minute`: since the start, counting up; a row holds until the next, and the last as long as the one before it.
 * - `requests_per_second`: the load; or else
 * - `cpu_percent`: average CPU that the load made, on as many instances as
 * - `instances` says, or the tier's default without that column. A CPU of 100 hides how much more was asked for.
 *
 * @throws WrongOption for the first line that cannot be read.
 */
export function loadFromCsv(file: string, text: string, cpu: CpuMeaning): Load {
  const [header, ...lines] = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  const columns = (header ?? "").split(",").map((name) => name.trim().toLowerCase());
  const valueColumn = ["requests_per_second", "cpu_percent"].find((name) => columns.includes(name));
  if (!columns.includes("minute") || valueColumn === undefined) {
    const allowed = "minute, and requests_per_second or cpu_percent; with cpu_percent instances too";
    throw new WrongOption(`LOAD, ${file}, first line`, header ?? "nothing", allowed, "name the columns in the first line");
  }
  const rows = lines.map((line, index) => readRow(line, `LOAD, ${file}, row ${index + 1}`, columns, valueColumn, cpu));
  rows.forEach((row, index) => {
    if (index > 0 && row.minute <= rows[index - 1].minute) {
      throw new WrongOption(`LOAD, ${file}, row ${index + 1}`, String(row.minute), "a later minute than the row before", "sort the rows");
    }
  });
  if (rows.length === 0) {
    throw new WrongOption(`LOAD, ${file}`, "no rows", "at least one row below the names of the columns", "add the load");
  }
  return { title: file, ...steps(rows) };
}

function readRow(line: string, place: string, columns: readonly string[], valueColumn: string, cpu: CpuMeaning): Row {
  const cells = line.split(",");
  const numberOf = (column: string): number => {
    const cell = cells[columns.indexOf(column)]?.trim() ?? "";
    const number = cell === "" ? NaN : Number(cell);
    if (!(number >= 0) || number === Infinity) {
      throw new WrongOption(`${place}, ${column}`, cell === "" ? "nothing" : cell, "a number, 0 or more", "correct the cell");
    }
    return number;
  };
  const value = numberOf(valueColumn);
  if (valueColumn === "requests_per_second") {
    return { minute: numberOf("minute"), requests: value };
  }
  const instances = columns.includes("instances") ? numberOf("instances") : cpu.instances;
  return { minute: numberOf("minute"), requests: (value / 100) * instances * cpu.capacity };
}

/** The load of rows of which each holds until the next; what comes before the first is like the first. */
function steps(rows: readonly Row[]): Pick<Load, "minutes" | "at"> {
  const last = rows[rows.length - 1].minute;
  const lastLength = rows.length > 1 ? last - rows[rows.length - 2].minute : 1;
  const minutes = Math.max(1, Math.ceil(last + lastLength));
  const requests = new Float64Array(minutes);
  let row = 0;
  for (let minute = 0; minute < minutes; minute++) {
    while (row + 1 < rows.length && rows[row + 1].minute <= minute) {
      row++;
    }
    requests[minute] = rows[row].requests;
  }
  return { minutes, at: (minute) => requests[minute] };
}
