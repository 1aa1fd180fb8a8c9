package dev.troupe.node.binding;

import dev.troupe.js.spi.Binding;
import dev.troupe.js.spi.BindingFactory;
import dev.troupe.js.spi.Realm;
import dev.troupe.node.path.PathParts;
import dev.troupe.node.path.PosixPath;
import dev.troupe.node.path.WindowsPath;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;

/**
 * {@code internalBinding('path')}: {@code posix} and {@code win32}, each a table of functions over strings. Made once
 * for each realm, called on its loop. It holds nothing.
 */
public final class PathBinding implements BindingFactory {
    @Override
    public Object create(Realm realm) {
        return Binding.of(realm)
                .constant("posix", posix(realm))
                .constant("win32", win32(realm))
                .build();
    }

    private static Object posix(Realm realm) {
        Binding binding = table(
                realm,
                PosixPath::normalize,
                PosixPath::dirname,
                PosixPath::basename,
                PosixPath::extname,
                PosixPath::parse);
        return binding.function("isAbsolute", a -> PosixPath.isAbsolute(a[0].asString()))
                .function("join", a -> PosixPath.join(strings(a, 0)))
                .function("resolve", a -> PosixPath.resolve(strings(a, 1), a[0].asString()))
                .function("relative", a -> PosixPath.relative(a[0].asString(), a[1].asString()))
                .build();
    }

    private static Object win32(Realm realm) {
        Binding binding = table(
                realm,
                WindowsPath::normalize,
                WindowsPath::dirname,
                WindowsPath::basename,
                WindowsPath::extname,
                WindowsPath::parse);
        return binding.function("isAbsolute", a -> WindowsPath.isAbsolute(a[0].asString()))
                .function("join", a -> WindowsPath.join(strings(a, 0)))
                .function("resolve", a -> WindowsPath.resolve(strings(a, 1), a[0].asString()))
                .function("relative", a -> WindowsPath.relative(a[0].asString(), a[1].asString()))
                .function("toNamespacedPath", a -> WindowsPath.toNamespacedPath(a[0].asString(), a[1].asString()))
                .build();
    }

    private static Binding table(
            Realm realm,
            Function<String, String> normalize,
            Function<String, String> dirname,
            BiFunction<String, String, String> basename,
            Function<String, String> extname,
            Function<String, PathParts> parse) {
        return Binding.of(realm)
                .function("normalize", a -> normalize.apply(a[0].asString()))
                .function("dirname", a -> dirname.apply(a[0].asString()))
                .function("basename", a -> basename.apply(a[0].asString(), a[1].asString()))
                .function("extname", a -> extname.apply(a[0].asString()))
                .function("parse", a -> array(parse.apply(a[0].asString())));
    }

    private static ProxyArray array(PathParts parts) {
        return ProxyArray.fromArray(parts.root(), parts.dir(), parts.base(), parts.ext(), parts.name());
    }

    private static List<String> strings(Value[] arguments, int from) {
        List<String> strings = new ArrayList<>(arguments.length);
        for (int i = from; i < arguments.length; i++) {
            strings.add(arguments[i].asString());
        }
        return strings;
    }
}
