package dev.troupe.node.binding;

import dev.troupe.js.spi.Binding;
import dev.troupe.js.spi.BindingFactory;
import dev.troupe.js.spi.Realm;
import dev.troupe.node.url.HostParser;
import dev.troupe.node.url.Idna;
import dev.troupe.node.url.Punycode;
import dev.troupe.node.url.UrlEncodedForm;
import dev.troupe.node.url.UrlParser;
import dev.troupe.node.url.UrlRecord;
import dev.troupe.node.url.UrlSetters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;

/**
 * {@code internalBinding('url')}: the URL standard, a {@link UrlRecord} being the handle below each JS {@code URL}.
 * Made once for each realm, called on its loop. It holds nothing.
 */
public final class UrlBinding implements BindingFactory {
    @Override
    public Object create(Realm realm) {
        return Binding.of(realm)
                .function("parse", UrlBinding::parse)
                .function("part", a -> part(a[0].asHostObject(), a[1].asString()))
                .function("set", a -> set(a[0].asHostObject(), a[1].asString(), a[2].asString()))
                .function(
                        "domainToASCII", a -> HostParser.domain(a[0].asString()).orElse(""))
                .function("domainToUnicode", a -> HostParser.domain(a[0].asString())
                        .map(Idna::toUnicode)
                        .orElse(""))
                .function("toASCII", a -> Idna.toAscii(a[0].asString()).orElse(""))
                .function(
                        "parseForm",
                        a -> ProxyArray.fromList(new ArrayList<Object>(UrlEncodedForm.parse(a[0].asString()))))
                .function("serializeForm", a -> UrlEncodedForm.serialize(strings(a[0])))
                .function("punycodeEncode", a -> orFalse(Punycode.encode(a[0].asString())))
                .function("punycodeDecode", a -> orFalse(Punycode.decode(a[0].asString())))
                .build();
    }

    /** Arguments: text, base text (optional). The record, or false, or true if already the base is invalid. */
    private static Object parse(Value[] a) {
        if (a.length < 2 || a[1].isNull()) {
            return UrlParser.parse(a[0].asString(), null)
                    .<Object>map(url -> url)
                    .orElse(Boolean.FALSE);
        }
        Optional<UrlRecord> base = UrlParser.parse(a[1].asString(), null);
        return base.flatMap(from -> UrlParser.parse(a[0].asString(), from))
                .<Object>map(url -> url)
                .orElse(Boolean.FALSE);
    }

    private static String part(UrlRecord url, String name) {
        return switch (name) {
            case "href" -> url.href();
            case "origin" -> url.origin();
            case "protocol" -> url.protocol();
            case "username" -> url.username();
            case "password" -> url.password();
            case "host" -> url.host();
            case "hostname" -> url.hostname();
            case "port" -> url.port();
            case "pathname" -> url.pathname();
            case "search" -> url.search();
            case "hash" -> url.hash();
            default -> throw new IllegalArgumentException("no part of a URL: " + name);
        };
    }

    private static boolean set(UrlRecord url, String name, String value) {
        switch (name) {
            case "href" -> {
                return UrlSetters.href(url, value);
            }
            case "protocol" -> UrlSetters.protocol(url, value);
            case "username" -> UrlSetters.username(url, value);
            case "password" -> UrlSetters.password(url, value);
            case "host" -> UrlSetters.host(url, value);
            case "hostname" -> UrlSetters.hostname(url, value);
            case "port" -> UrlSetters.port(url, value);
            case "pathname" -> UrlSetters.pathname(url, value);
            case "search" -> UrlSetters.search(url, value);
            case "hash" -> UrlSetters.hash(url, value);
            default -> throw new IllegalArgumentException("no part of a URL to set: " + name);
        }
        return true;
    }

    private static List<String> strings(Value array) {
        List<String> strings = new ArrayList<>();
        for (long i = 0; i < array.getArraySize(); i++) {
            strings.add(array.getArrayElement(i).asString());
        }
        return strings;
    }

    private static Object orFalse(Optional<String> text) {
        return text.isPresent() ? text.get() : Boolean.FALSE;
    }
}
