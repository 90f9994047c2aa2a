import { shapedLoad, shapeNames } from "../../simulate/load";
import { loadFromCsv } from "../../simulate/load-file";

const cpu = { capacity: 200, instances: 2 };
const read = (text: string) => {
  const { minutes, at } = loadFromCsv("load.csv", text, cpu);
  return Array.from({ length: minutes }, (_, minute) => at(minute));
};

describe("a load", () => {
  it.each(shapeNames)("of shape %s stays between its lowest and highest point, and reaches both nearly", (name) => {
    const { minutes, at } = shapedLoad(name, 20, 100);
    const values = Array.from({ length: minutes }, (_, minute) => at(minute));
    expect(Math.min(...values)).toBeGreaterThanOrEqual(20);
    expect(Math.min(...values)).toBeLessThan(25);
    expect(Math.max(...values)).toBeLessThanOrEqual(100);
    expect(Math.max(...values)).toBeGreaterThan(99);
  });

  it("of an unknown shape is refused with the shapes that there are", () => {
    expect(() => shapedLoad("wave", 20, 100)).toThrow(/wave[^]*step, ramp, spike, day/);
  });

  it("from a file holds from one row to the next, and the last as long as the one before", () => {
    expect(read("minute,requests_per_second\n0,10\n2,30\n4,50\n")).toEqual([10, 10, 30, 30, 50, 50]);
    expect(read("requests_per_second, minute\r\n7,1\r\n")).toEqual([7, 7]);
  });

  it("from a file may be CPU, of the tier's default number of instances or of those in the file", () => {
    expect(read("minute,cpu_percent\n0,50\n")).toEqual([200]);
    expect(read("minute,cpu_percent,instances\n0,50,3\n1,25,4\n")).toEqual([300, 200]);
  });

  it.each([
    ["time,load\n0,1", /first line[^]*time,load[^]*minute, and requests_per_second/],
    ["minute,requests_per_second\n0,1\n0,2", /row 2[^]*a later minute/],
    ["minute,requests_per_second\n0,many", /row 1, requests_per_second[^]*many/],
    ["minute,requests_per_second\n0,", /row 1, requests_per_second[^]*nothing/],
    ["minute,requests_per_second", /no rows/],
  ])("from a file that cannot be read is refused at its place: %j", (text, message) => {
    expect(() => read(text)).toThrow(message);
  });
});
