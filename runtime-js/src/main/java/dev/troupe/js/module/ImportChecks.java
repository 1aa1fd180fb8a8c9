package dev.troupe.js.module;

import java.util.Map;

/** What Node demands of an import's attributes (nodejs.org/api/esm.html#import-attributes). Pure. */
final class ImportChecks {
    private ImportChecks() {}

    /** Refuses attributes other than {@code type}. */
    static void supported(Map<String, String> attributes) {
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            if (!attribute.getKey().equals("type")) {
                throw unsupported(attribute.getKey(), attribute.getValue());
            }
        }
    }

    private static ModuleException unsupported(String key, String value) {
        return ModuleException.typeError(
                "ERR_IMPORT_ATTRIBUTE_UNSUPPORTED",
                "Import attribute \"" + key + "\" with value \"" + value + "\" is not supported");
    }

    /** The module that is imported; refuses JSON that is not asked for as such, and the reverse. */
    static Resolved fitting(Resolved target, Map<String, String> attributes) {
        String type = attributes.getOrDefault("type", "");
        if (!type.isEmpty() && !type.equals("json")) {
            throw unsupported("type", type);
        }
        boolean json = !type.isEmpty();
        if (target.format() == Format.JSON && !json) {
            throw ModuleException.typeError(
                    "ERR_IMPORT_ATTRIBUTE_MISSING",
                    "Module \"" + RealmModules.fileUrl(target.key())
                            + "\" needs an import attribute of \"type: json\"");
        }
        if (target.format() != Format.JSON && json) {
            throw ModuleException.typeError(
                    "ERR_IMPORT_ATTRIBUTE_TYPE_INCOMPATIBLE",
                    "Module \"" + target.key() + "\" is not of type \"json\"");
        }
        return json ? target.withKey(HookedUrl.key(RealmModules.fileUrl(target.key()), true)) : target;
    }
}
