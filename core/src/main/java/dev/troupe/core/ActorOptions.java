package dev.troupe.core;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an actor is made from. Immutable, checked when built; one object may make many actors.
 *
 * @param script the program; empty if {@code buildTags} say which
 * @param buildTags tags of a deployed build: the newest that has them all is used; empty if the program is named
 *     otherwise
 * @param tags what the actor is found by; at most 8
 * @param env the program's environment; at most 64
 * @param ports the declared ports; at most 8
 * @param implicitPort whether the optional port {@code http} was added because none was declared
 * @param arguments {@code process.argv.slice(2)}; at most 256
 * @param permissions default {@link Permissions#standard}
 * @param limits default {@link Limits#defaults}
 * @param restart default {@link RestartPolicy#never}
 * @param entry default {@link Entry#START}
 * @param runtimeArguments {@code process.execArgv}, Node's own flags; those that Troupe knows take effect, the others
 *     are shown to the program and have none; at most 256
 * @param directory {@code process.cwd()} at the start; empty, the default, means the program's own folder
 * @param stdio where the standard streams go; empty, the default, means to the actor's log
 * @param buildId the id of a deployed build; empty if the program is named otherwise
 * @param resources what it is expected to need; default {@link Resources#DEFAULT}
 */
public record ActorOptions(
        Optional<Script> script,
        Map<String, String> buildTags,
        Map<String, String> tags,
        Map<String, String> env,
        List<PortSpec> ports,
        boolean implicitPort,
        List<String> arguments,
        Permissions permissions,
        Limits limits,
        RestartPolicy restart,
        Entry entry,
        List<String> runtimeArguments,
        Optional<Path> directory,
        Optional<Stdio> stdio,
        Optional<String> buildId,
        Resources resources) {

    /**
     * Checks and copies.
     *
     * @throws InvalidOptionsException naming the first thing that is wrong
     */
    public ActorOptions {
        buildTags = Map.copyOf(buildTags);
        tags = Map.copyOf(tags);
        env = Map.copyOf(env);
        ports = List.copyOf(ports);
        arguments = List.copyOf(arguments);
        runtimeArguments = List.copyOf(runtimeArguments);
        OptionRules.checkProgram(script, buildTags, buildId);
        OptionRules.checkTags("tag", tags);
        OptionRules.checkTags("build tag", buildTags);
        OptionRules.checkEnvironment(env);
        OptionRules.checkPorts(ports);
        OptionRules.checkArguments(arguments);
        OptionRules.checkArguments(runtimeArguments);
    }

    /** Starts with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** The defaults with {@code script} as the program. */
    public static ActorOptions of(Script script) {
        return builder().script(script).build();
    }

    /** Collects options. Owned by the caller, one thread; ends with {@link #build}. */
    public static final class Builder {
        private Optional<Script> script = Optional.empty();
        private Map<String, String> buildTags = Map.of();
        private final Map<String, String> tags = new LinkedHashMap<>();
        private final Map<String, String> env = new LinkedHashMap<>();
        private final List<PortSpec> ports = new ArrayList<>();
        private boolean portless;
        private List<String> arguments = List.of();
        private Permissions permissions = Permissions.standard();
        private Limits limits = Limits.defaults();
        private RestartPolicy restart = RestartPolicy.never();
        private Entry entry = Entry.START;
        private List<String> runtimeArguments = List.of();
        private Optional<Path> directory = Optional.empty();
        private Optional<Stdio> stdio = Optional.empty();
        private Optional<String> buildId = Optional.empty();
        private Resources resources = Resources.DEFAULT;

        private Builder() {}

        /** The program. Either this or {@link #buildTags}. */
        public Builder script(Script program) {
            script = Optional.of(program);
            return this;
        }

        /** The newest deployed build that has all of {@code wanted}. Either this or {@link #script}. */
        public Builder buildTags(Map<String, String> wanted) {
            buildTags = wanted;
            return this;
        }

        /** The deployed build with that id. Instead of {@link #script} and {@link #buildTags}. */
        public Builder buildId(String id) {
            buildId = Optional.of(id);
            return this;
        }

        /** What the actor is expected to need. */
        public Builder resources(Resources expected) {
            resources = expected;
            return this;
        }

        /** Adds tags that the actor is found by. */
        public Builder tags(Map<String, String> more) {
            tags.putAll(more);
            return this;
        }

        /** Adds environment variables of the program. */
        public Builder env(Map<String, String> more) {
            env.putAll(more);
            return this;
        }

        /** Declares a host-routed port with a number that the host picks. */
        public Builder port(String name, Protocol protocol) {
            return port(PortSpec.of(name, protocol));
        }

        /** Declares a port. Without any, an optional HTTP port named {@code http} is reserved. */
        public Builder port(PortSpec port) {
            ports.add(port);
            return this;
        }

        /** Reserves no port at all, not even the implicit one: for actors that never listen. */
        public Builder withoutPorts() {
            portless = true;
            return this;
        }

        /** What the program finds in {@code process.argv} after its own name. */
        public Builder arguments(List<String> all) {
            arguments = all;
            return this;
        }

        /** What the actor may touch. */
        public Builder permissions(Permissions allowed) {
            permissions = allowed;
            return this;
        }

        /** The actor's bounds. */
        public Builder limits(Limits bounds) {
            limits = bounds;
            return this;
        }

        /** When a failed actor starts again. */
        public Builder restart(RestartPolicy policy) {
            restart = policy;
            return this;
        }

        /** How the program begins. */
        public Builder entry(Entry how) {
            entry = how;
            return this;
        }

        /** What the program finds in {@code process.execArgv}. */
        public Builder runtimeArguments(List<String> flags) {
            runtimeArguments = flags;
            return this;
        }

        /** Where relative paths of the program start; it gives no right to read there. */
        public Builder directory(Path start) {
            directory = Optional.of(start.toAbsolutePath().normalize());
            return this;
        }

        /** Connects the program's standard streams past the actor's log. */
        public Builder stdio(Stdio streams) {
            stdio = Optional.of(streams);
            return this;
        }

        /**
         * The finished options.
         *
         * @throws InvalidOptionsException naming the first thing that is wrong
         */
        public ActorOptions build() {
            if (portless && !ports.isEmpty()) {
                throw new InvalidOptionsException("Ports are declared and withoutPorts() is called: drop one of them.");
            }
            boolean implicit = ports.isEmpty() && !portless;
            List<PortSpec> all = implicit ? List.of(PortSpec.of("http", Protocol.HTTP)) : ports;
            return new ActorOptions(
                    script,
                    buildTags,
                    tags,
                    env,
                    all,
                    implicit,
                    arguments,
                    permissions,
                    limits,
                    restart,
                    entry,
                    runtimeArguments,
                    directory,
                    stdio,
                    buildId,
                    resources);
        }
    }
}
