// A reporter that prints how many cells of each table agree, and of all of them.

export default class {
  onTestRunEnd(modules) {
    const tables = modules
      .flatMap((module) => [...module.children.allTests('passed')])
      .filter((test) => test.meta().cells !== undefined);
    for (const test of tables) console.log(`${test.meta().cells}`.padStart(8), test.fullName);
    const total = tables.reduce((sum, test) => sum + test.meta().cells, 0);
    console.log(`${total} cells of ${tables.length} tables agree`);
  }
}
