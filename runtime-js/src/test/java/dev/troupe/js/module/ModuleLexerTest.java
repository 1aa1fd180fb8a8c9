package dev.troupe.js.module;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a text shows of itself before it is parsed. */
class ModuleLexerTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "await x;                                  | true",
                "const a = await import('b');              | true",
                "if (a) { await b }                        | true",
                "for await (const a of b) { c() }          | true",
                "try { a() } catch (e) { await b }         | true",
                "async function f() { await x }            | false",
                "const f = async () => { await x };        | false",
                "const f = async (a) => await a;           | false",
                "class A { async f() { await x } }         | false",
                "const o = { async f(a) { await a } };     | false",
                "async function f() { for await (a of b) { await c } } | false",
                "const f = async () => await x; await f(); | true",
                "a.await; 'await'; /await/; // await       | false"
            })
    void awaitOutsideOfAllFunctionsIsSeen(String text, boolean waits) {
        assertEquals(waits, ModuleLexer.scan(text).topLevelAwait(), text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "const require = 1;              | true",
                "let module;                     | true",
                "class exports {}                | true",
                "var require = 1;                | false",
                "function f() { const require = 1 } | false",
                "const { require } = a;          | false"
            })
    void lexicalDeclarationOfWhatCommonJsGivesMakesAModule(String text, boolean module) {
        assertEquals(module, ModuleLexer.scan(text).moduleSyntax(), text);
    }
}
