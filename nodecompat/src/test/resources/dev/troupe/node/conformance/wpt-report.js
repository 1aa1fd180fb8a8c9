// Between testharness.js and the test: prints each result on a line, which WptRun reads.
{
  const { setTimeout, clearTimeout, encodeURIComponent, process } = globalThis;
  const print = (status, name, message) => {
    const text = (value) => encodeURIComponent(String(value ?? '').toWellFormed());
    process.stdout.write(`\n\u0001wpt ${status} ${text(name)} ${text(message)}\n`);
  };
  const alive = setTimeout(() => {}, 2 ** 31 - 1); // an asynchronous test may wait for nothing that keeps a program alive
  add_result_callback((test) => print(test.status, test.name, test.message));
  add_completion_callback((tests, status) => {
    clearTimeout(alive);
    print(status.status, '(harness)', status.message);
    process.exit(0);
  });
}
