package dev.troupe.node.binding;

import dev.troupe.core.file.ActorFiles;
import dev.troupe.core.file.PathText;
import dev.troupe.core.file.WatchTable;
import dev.troupe.js.spi.Binding;
import dev.troupe.js.spi.BindingFactory;
import dev.troupe.js.spi.Bytes;
import dev.troupe.js.spi.Realm;

/**
 * {@code internalBinding('fs')}: file calls, each with a callback as its first argument, or {@code null} to wait for it
 * here. Made once for each realm on its first use of files; called on its loop. Its open files end with the actor's
 * scope.
 *
 * <p>A call answers its result, or what libuv would: the negative number of a POSIX error. No result is a negative
 * number.
 */
public final class FsBinding implements BindingFactory {
    @Override
    public Object create(Realm realm) {
        ActorFiles files = ActorFiles.of(realm.actor());
        Binding binding = Binding.of(realm);
        FileCalls calls = new FileCalls(realm, binding);
        FsPaths.add(calls, files);
        FsDescriptors.add(
                calls,
                files.table(),
                new StandardInput(realm.actor()),
                realm.actor().limits().bufferBytes());
        watches(calls, files.watches());
        binding.function("pathText", a -> PathText.text(ByteViews.read(a, 0)))
                .function("pathBytes", a -> Bytes.toJs(realm, PathText.bytes(a[0].asString())));
        return binding.build();
    }

    private static void watches(FileCalls calls, WatchTable watches) {
        calls.add("watch", a -> {
            String path = FsPaths.text(a, 1);
            return () -> watches.open(PathText.parse(path));
        });
        calls.add("watched", a -> {
            int number = a[1].asInt();
            return () -> String.join("\0", watches.watch(number).poll());
        });
        calls.add("unwatch", a -> {
            int number = a[1].asInt();
            return FsPaths.nothing(() -> watches.close(number));
        });
    }
}
