package dev.troupe.node.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the harness makes of a test's name and text. */
class TestFileTest {

    @ParameterizedTest
    @CsvSource({
        "fs-read-stream, fs",
        "stream2-basic, stream",
        "streams-highwatermark, stream",
        "event-emitter-once, events",
        "events-on-async-iterator, events",
        "string-decoder-end, string-decoder",
        "whatwg-url-custom-inspect, whatwg-url",
        "whatwg-readablestream, webstreams",
        "async-local-storage-bind, async-local-storage",
        "next-tick-ordering, next-tick",
        "timers, timers",
        "timers-promises, timers",
    })
    void theNameSaysTheModule(String name, String module) {
        assertEquals(module, TestFile.module(name));
    }

    @Test
    void flagsAreTakenFromTheirComment() {
        assertEquals(
                List.of("--expose-gc", "--no-warnings"),
                TestFile.flags("'use strict';\n// Flags: --expose-gc --no-warnings\nrequire('../common');\n"));
        assertEquals(List.of(), TestFile.flags("const text = '// Flags: --none';"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "const { spawn } = require('child_process'); | child process",
                "import { Worker } from 'node:worker_threads'; | worker threads",
                "// Flags: --expose-internals | Node's internals",
                "const { internalBinding } = require('internal/test/binding'); | Node's internals",
                "%PrepareFunctionForOptimization(f); | V8's natives",
            })
    void whatOnlyAProcessCanDoIsOutOfReach(String text, String reason) {
        assertEquals(Optional.of(reason), TestFile.unembeddable(text));
    }

    @Test
    void aPlainTestIsEmbeddable() {
        assertEquals(Optional.empty(), TestFile.unembeddable("require('../common'); require('assert')(100 % 7);"));
    }
}
