package dev.troupe.server.project;

import dev.troupe.server.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An object of a {@code rivet.json}: its members by name and type, each known to somebody. What is wrong is told with
 * the path to it. Confined to the reader's thread.
 */
final class Settings {
    private final String file;
    private final String path;
    private final Map<String, Object> members = new LinkedHashMap<>();

    private Settings(String file, String path, Map<?, ?> map) {
        this.file = file;
        this.path = path;
        map.forEach((name, value) -> members.put(name.toString(), value));
    }

    static Settings root(String file, Object json) {
        if (json instanceof Map<?, ?> map) {
            return new Settings(file, "", map);
        }
        throw new ProjectException(file + " must hold an object, such as {\"builds\": {}}.");
    }

    /** The path to a member. */
    String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    ProjectException wrong(String name, String what) {
        return new ProjectException(file + ": \"" + at(name) + "\" " + what);
    }

    List<String> names() {
        return List.copyOf(members.keySet());
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    /** Gives {@code alias} the name {@code name}. */
    Settings alias(String alias, String name) {
        if (members.containsKey(alias) && members.containsKey(name)) {
            throw wrong(alias, "and \"" + at(name) + "\" are one setting: keep one of them.");
        }
        Object value = members.remove(alias);
        if (value != null) {
            members.put(name, value);
        }
        return this;
    }

    /** Refuses members that are not known. */
    Settings only(List<String> known) {
        for (String name : members.keySet()) {
            if (!known.contains(name)) {
                throw wrong(
                        name,
                        "is no setting"
                                + Nearest.to(name, known)
                                        .map(near -> ": did you mean \"" + near + "\"?")
                                        .orElse(": use " + String.join(", ", new ArrayList<>(known)) + "."));
            }
        }
        return this;
    }

    private Optional<Object> find(String name) {
        return Optional.ofNullable(members.get(name)).filter(value -> value != Json.NULL);
    }

    Optional<String> text(String name) {
        return find(name).map(value -> {
            if (value instanceof String text) {
                return text;
            }
            throw wrong(name, "must be a string.");
        });
    }

    Optional<Boolean> flag(String name) {
        return find(name).map(value -> {
            if (value instanceof Boolean flag) {
                return flag;
            }
            throw wrong(name, "must be true or false.");
        });
    }

    Optional<Integer> number(String name) {
        return find(name).map(value -> {
            if (value instanceof Long number && number > 0 && number <= Integer.MAX_VALUE) {
                return number.intValue();
            }
            throw wrong(name, "must be a whole number of 1 or more.");
        });
    }

    Optional<Settings> object(String name) {
        return find(name).map(value -> {
            if (value instanceof Map<?, ?> map) {
                return new Settings(file, at(name), map);
            }
            throw wrong(name, "must be an object.");
        });
    }

    Map<String, String> texts(String name) {
        Map<String, String> all = new LinkedHashMap<>();
        object(name).ifPresent(map -> map.names()
                .forEach(key -> all.put(key, map.text(key).orElseThrow(() -> map.wrong(key, "must be a string.")))));
        return all;
    }
}
