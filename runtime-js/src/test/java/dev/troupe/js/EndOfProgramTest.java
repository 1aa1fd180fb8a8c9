package dev.troupe.js;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EndOfProgramTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "export default { start() {} }                                        | 0",
                "export default { async start() { await 1; } }                        | 0",
                "export default class { static start() { if (this.mark !== 7) throw 1; } static mark = 7; } | 0",
                "export default { mark: 7, start() { if (this.mark !== 7) throw 1; } } | 0",
                "export default { start() { globalThis.exitCode = 5; } }              | 5",
                "export default { start() { throw new Error('x'); } }                 | 1",
                "export default { async start() { await 1; throw new Error('x'); } }  | 1",
                "export default { start() { return Promise.reject(new Error('x')); } } | 1",
                "export default { start() { Promise.reject(new Error('x')); } }       | 1",
                "export default { start() { nextTick(() => { throw new Error('x'); }); } } | 1",
                "throw new Error('x');                                                | 1",
                "await 1; throw new Error('x');                                       | 1",
                "export default { start() { on('rejection', () => {}); Promise.reject(1); } } | 0",
                "export default { start() { on('fatal', () => {}); throw new Error('x'); } } | 0",
                "export default { start() { const p = Promise.reject(1); nextTick(() => p.catch(() => {})); } } | 0",
            })
    void aProgramEndsWithItsCode(String text, int code) throws InterruptedException {
        Program program = Program.of("program.mjs", text);
        assertEquals(code, program.code(), program.err());
        assertEquals(code == 1, program.err().contains("Error: x"), program.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "export const x = 1;         | program.mjs has no default export: add",
                "export default 5;           | program.mjs has no default export: add",
                "export default {};          | The default export of program.mjs has no function `start`: add",
                "export default { start: 1 } | The default export of program.mjs has no function `start`: add",
                "export default class { start() {} } | The default export of program.mjs has no function `start`: add",
            })
    void aProgramWithoutEntryPointIsToldWhatToAdd(String text, String message) throws InterruptedException {
        Program program = Program.of("program.mjs", text);
        assertEquals(1, program.code());
        assertTrue(program.err().startsWith(message), program.err());
    }

    @Test
    void anExitEndsTheProgramInTheMiddleOfATryWithExactlyItsCode() throws InterruptedException {
        Program program = Program.run("on('exit', () => probe.print('exit event'));"
                + "try { probe.exit(7); probe.print('after'); } catch { probe.print('catch'); } finally { probe.print('finally'); }"
                + "Promise.resolve().then(() => probe.print('micro'));");
        assertEquals(7, program.code());
        assertEquals("", program.out());
        assertEquals("", program.err());
    }

    @Test
    void anExitInAMicrotaskKeepsItsCodeAndTheNextContextOfTheThreadIsUnharmed() throws InterruptedException {
        assertEquals(3, Program.run("await 1; probe.exit(3);").code());
        assertEquals(
                4,
                Program.run("probe.immediate(() => probe.exit(4)); await new Promise(() => {});")
                        .code());
        assertEquals(0, Program.run("").code());
    }

    @Test
    void exitListenersRunOnceAndOneThatThrowsEndsWithCodeOne() throws InterruptedException {
        assertEquals(
                "exit 0\n",
                Program.run("on('exit', (code) => probe.print(`exit ${code}`));")
                        .out());
        Program throwing = Program.run("on('exit', () => { throw new Error('late'); });");
        assertEquals(1, throwing.code());
        assertTrue(throwing.err().contains("Error: late"), throwing.err());
    }

    @Test
    void beforeExitCanAddWorkAndIsAskedAgain() throws InterruptedException {
        Program program = Program.run(
                "let left = 2; on('beforeExit', () => { probe.print('before'); if (left-- > 0) probe.timer(1, () => {}); });");
        assertEquals("before\nbefore\nbefore\n", program.out());
    }

    @Test
    void callbacksTicksAndMicrotasksRunInTheOrderOfNode() throws InterruptedException {
        Program program = Program.run("const log = [];"
                + "probe.immediate(() => { log.push('immediate');"
                + "  Promise.resolve().then(() => { log.push('micro'); nextTick(() => { log.push('tick of micro');"
                + "    Promise.resolve().then(() => { log.push('micro of tick'); probe.print(log.join(', ')); }); }); });"
                + "  nextTick(() => log.push('tick')); log.push('end of immediate'); });");
        assertEquals("immediate, end of immediate, tick, micro, tick of micro, micro of tick\n", program.out());
    }

    @Test
    void whatARejectionListenerSchedulesRuns() throws InterruptedException {
        Program program = Program.run(
                "on('rejection', async (reason) => { await 1; nextTick(() => probe.print(`heard ${reason}`)); }); Promise.reject('it');");
        assertEquals("heard it\n", program.out());
        assertEquals(0, program.code());
    }

    @Test
    void aRejectionWithoutErrorIsExplained() throws InterruptedException {
        Program program = Program.run("Promise.reject('it');");
        assertTrue(program.err().contains("The promise rejected with the reason \"it\"."), program.err());
        assertFalse(program.err().contains("java"), program.err());
    }
}
