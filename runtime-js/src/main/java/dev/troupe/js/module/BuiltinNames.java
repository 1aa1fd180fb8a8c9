package dev.troupe.js.module;

import java.util.List;
import java.util.Set;

/**
 * The built-in modules of Node 22 (nodejs.org/docs/latest-v22.x/api/module.html#modulebuiltinmodules): which names a
 * program may ask for. A table.
 */
final class BuiltinNames {
    /** In Node's order, which {@code module.builtinModules} shows. */
    static final List<String> ALL = List.of(
            "_http_agent",
            "_http_client",
            "_http_common",
            "_http_incoming",
            "_http_outgoing",
            "_http_server",
            "_stream_duplex",
            "_stream_passthrough",
            "_stream_readable",
            "_stream_transform",
            "_stream_writable",
            "assert",
            "assert/strict",
            "async_hooks",
            "buffer",
            "child_process",
            "cluster",
            "console",
            "constants",
            "crypto",
            "dgram",
            "diagnostics_channel",
            "dns",
            "dns/promises",
            "domain",
            "events",
            "fs",
            "fs/promises",
            "http",
            "http2",
            "https",
            "inspector",
            "inspector/promises",
            "module",
            "net",
            "os",
            "path",
            "path/posix",
            "path/win32",
            "perf_hooks",
            "process",
            "punycode",
            "querystring",
            "readline",
            "readline/promises",
            "repl",
            "stream",
            "stream/consumers",
            "stream/promises",
            "stream/web",
            "string_decoder",
            "sys",
            "timers",
            "timers/promises",
            "tls",
            "trace_events",
            "tty",
            "url",
            "util",
            "util/types",
            "v8",
            "vm",
            "wasi",
            "worker_threads",
            "zlib");

    /** These need {@code node:} before them. */
    private static final Set<String> SCHEME_ONLY = Set.of("sea", "sqlite", "test", "test/reporters");

    private static final Set<String> KNOWN = Set.copyOf(ALL);

    private BuiltinNames() {}

    static boolean isPublic(String name) {
        return KNOWN.contains(name) || SCHEME_ONLY.contains(name);
    }

    static boolean isSchemeOnly(String name) {
        return SCHEME_ONLY.contains(name);
    }
}
