package dev.troupe.core;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The sizes that {@link ActorOptions} must keep, and how their breach is told. Stateless, pure. */
final class OptionRules {
    private static final int TAGS = 8;
    private static final int TAG_KEY_BYTES = 32;
    private static final int TAG_VALUE_BYTES = 1_024;
    private static final int VARIABLES = 64;
    private static final int VARIABLE_NAME_BYTES = 256;
    private static final int VARIABLE_VALUE_BYTES = 1_024;
    private static final int PORTS = 8;
    private static final int ARGUMENTS = 256;

    private OptionRules() {}

    static void checkProgram(Optional<Script> script, Map<String, String> buildTags, Optional<String> buildId) {
        int given = (script.isPresent() ? 1 : 0) + (buildTags.isEmpty() ? 0 : 1) + (buildId.isPresent() ? 1 : 0);
        if (given > 1) {
            throw new InvalidOptionsException(
                    "Both a script and build tags, or a build id, are given: keep one of them.");
        }
        if (given == 0) {
            throw new InvalidOptionsException("No program is given: call script(…), buildTags(…) or buildId(…).");
        }
    }

    static void checkTags(String what, Map<String, String> tags) {
        atMost(what + "s", tags.size(), TAGS);
        tags.forEach((key, value) -> {
            checkSize(what, key, key, 1, TAG_KEY_BYTES);
            checkSize("value of " + what, key, value, 0, TAG_VALUE_BYTES);
        });
    }

    static void checkEnvironment(Map<String, String> env) {
        atMost("environment variables", env.size(), VARIABLES);
        env.forEach((name, value) -> {
            checkSize("environment variable", name, name, 1, VARIABLE_NAME_BYTES);
            checkSize("value of environment variable", name, value, 0, VARIABLE_VALUE_BYTES);
            if (name.indexOf('=') >= 0 || name.indexOf('\0') >= 0 || value.indexOf('\0') >= 0) {
                throw new InvalidOptionsException("Environment variable \"" + name
                        + "\" contains '=' in its name or a NUL: no process could have it.");
            }
        });
    }

    static void checkPorts(List<PortSpec> ports) {
        atMost("ports", ports.size(), PORTS);
        Set<String> names = new HashSet<>();
        Set<Integer> numbers = new HashSet<>();
        for (PortSpec port : ports) {
            if (port.routing() == Routing.GUARD && !port.protocol().isHttp()) {
                throw new InvalidOptionsException("Port \"" + port.name() + "\" speaks "
                        + port.protocol().wireName() + " and is routed through the gateway, which carries http and"
                        + " https: use Routing.HOST, in the API \"routing\":{\"host\":{}}.");
            }
            if (port.open() && port.routing() != Routing.GUARD) {
                throw new InvalidOptionsException("Port \"" + port.name() + "\" is opened and not routed through the"
                        + " gateway: a port of the host's own is open to whoever reaches its address.");
            }
            if (!names.add(port.environmentName())) {
                throw new InvalidOptionsException("Port \"" + port.name() + "\" is declared twice (both would be "
                        + port.environmentName() + "): rename one.");
            }
            if (port.number().isPresent() && !numbers.add(port.number().getAsInt())) {
                throw new InvalidOptionsException(
                        "Port number " + port.number().getAsInt() + " is declared twice: change one.");
            }
        }
    }

    static void checkArguments(List<String> arguments) {
        atMost("arguments", arguments.size(), ARGUMENTS);
    }

    private static void atMost(String what, int count, int limit) {
        if (count > limit) {
            throw new InvalidOptionsException(count + " " + what + " are given; the limit is " + limit + ".");
        }
    }

    private static void checkSize(String what, String name, String text, int atLeast, int limit) {
        int size = text.getBytes(StandardCharsets.UTF_8).length;
        if (size < atLeast || size > limit) {
            String shown = name.length() <= 64 ? name : name.substring(0, 64) + "…";
            throw new InvalidOptionsException("The " + what + " \"" + shown + "\" has " + size + " bytes; "
                    + (size < atLeast ? "it must not be empty." : "the limit is " + limit + "."));
        }
    }
}
