package dev.troupe.js;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a hostile program may not see, reach or break. Each prints {@code ok} if it has found nothing. */
final class IsolationTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Java",
                "Polyglot",
                "Graal",
                "load",
                "loadWithNewGlobal",
                "print",
                "printErr",
                "Packages",
                "java",
                "javax",
                "com",
                "org",
                "edu",
                "console",
                "quit",
                "read",
                "readbuffer",
                "readline",
                "arguments",
                "JavaImporter",
                "importPackage",
                "exit"
            })
    void noGlobalOfTheEngineIsLeft(String name) throws InterruptedException {
        assertEquals(
                "undefined\n",
                Program.run("probe.print(typeof globalThis['" + name + "']);").out());
        assertEquals(
                "undefined\n",
                Program.run("probe.print(typeof Function('return this')()['" + name + "']);")
                        .out());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // a binding, as if a built-in had leaked it
                "const f = probe.leaked.fail; return [f.constructor, f.getClass, f.class, f.__proto__?.getClass].every(x => x === undefined || x === Function)",
                "return probe.leaked.fail.constructor('return typeof Java')() === 'undefined'",
                "try { probe.leaked.fail = 1; } catch {} return typeof probe.leaked.fail === 'function'",
                "return Reflect.ownKeys(probe.leaked).every(key => key === 'fail' || key === 'echo')",
                // what Java throws
                "try { probe.fail('other'); } catch (e) { return e instanceof Error && Object.getPrototypeOf(e) === Error.prototype"
                        + " && !/secret|java|dev\\.troupe|Exception/i.test(e.message + e.stack) && e.getClass === undefined; }",
                "Error.prepareStackTrace = (e, frames) => frames; try { probe.fail('other'); } catch (e) { return e.stack.every("
                        + "frame => !/java|dev\\.troupe|Exception/i.test(String(frame) + frame.getFileName()) && frame.getThis() !== probe.leaked); }",
                "try { probe.leaked.echo({ get buffer() { return this; }, byteLength: 1e9 }); } catch (e) { return e instanceof Error; }",
                "try { probe.leaked.echo(); } catch (e) { return e instanceof Error && !/java|Index/i.test(e.message); }",
                // bytes out of bounds
                "const v = new Uint8Array(4); Object.defineProperty(v, 'byteLength', { value: 64 }); try { probe.echo(v); return false; } catch { return true; }",
                "const v = new Uint8Array(4); Object.defineProperty(v, 'byteOffset', { value: -4 }); try { probe.echo(v); return false; } catch { return true; }",
                // resources
                "try { (function f() { f(); })(); } catch (e) { return e instanceof RangeError; }",
                "try { (function f() { f(probe.echo(new Uint8Array(1))); })(); } catch (e) { return e instanceof RangeError; }",
                "try { 'x'.repeat(2 ** 29); } catch (e) { return e instanceof RangeError; }",
                "try { new Uint8Array(2 ** 30); } catch (e) { return e instanceof RangeError; }",
                "try { new Array(2 ** 32); } catch (e) { return e instanceof RangeError; }",
                "try { JSON.parse('['.repeat(200000)); } catch (e) { return e instanceof Error; }",
                // files and other languages
                "try { await import('/etc/passwd'); } catch (e) { return e instanceof Error; }",
                "try { await import('file:///etc/passwd'); } catch (e) { return e instanceof Error; }",
                "try { new Worker('x'); } catch (e) { return e instanceof ReferenceError; }",
            })
    void nothingOfTheHostIsInReach(String body) throws InterruptedException {
        Program program = Program.run("probe.print(await (async () => { " + body + " })());");
        assertEquals("true\n", program.out(), program.err());
    }

    @Test
    void aProgramThatBreaksWhatItInheritsBreaksOnlyItself() throws InterruptedException {
        Program program = Program.run(
                "Map.prototype.get = Array.prototype[Symbol.iterator] = Promise.prototype.then = Reflect.apply = () => {"
                        + " throw new Error('tampered'); }; delete globalThis.Promise; probe.immediate(() => probe.print('ran'));");
        assertEquals("ran\n", program.out(), program.err());
        assertEquals("ran\n", Program.run("probe.print('ran');").out());
    }

    @Test
    void errorsOfBindingsLookAsInNode() throws InterruptedException {
        Program program = Program.run(
                "for (const how of ['system', 'type', 'limit', 'other']) {"
                        + " try { probe.fail(how); } catch (e) { probe.print(`${e.name} ${e.code} ${e.errno} ${e.message} ${e.path}`); } }");
        assertEquals("""
                Error ENOENT -2 ENOENT: no such file or directory, open '/nowhere' /nowhere
                TypeError ERR_INVALID_ARG_TYPE undefined The argument is bad undefined
                RangeError ERR_LIMIT_EXCEEDED undefined Limits.timers: 3 undefined
                Error ERR_INTERNAL_ASSERTION undefined The operation fail failed inside the host undefined
                """, program.out());
    }

    @Test
    void bytesCrossByCopy() throws InterruptedException {
        Program program = Program.run(
                "const bytes = new Uint8Array([1, 2, 3, 4, 5]); const half = bytes.subarray(1, 4); const copy = probe.echo(half);"
                        + " bytes[1] = 9; probe.print(`${copy} ${copy instanceof Uint8Array} ${copy.buffer.byteLength}`);"
                        + " probe.print(`${probe.echo(bytes.buffer)} ${probe.echo(new DataView(bytes.buffer, 3))} ${probe.echo(new Uint16Array([258])).length}`);"
                        + " probe.print(probe.echo(new Uint8Array(0)).length);");
        assertEquals("2,3,4 true 3\n1,9,3,4,5 4,5 2\n0\n", program.out(), program.err());
        assertFalse(program.err().contains("Error"));
    }
}
