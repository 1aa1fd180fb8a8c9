package dev.troupe.node.binding;

import dev.troupe.core.spi.Broadcasts;
import dev.troupe.js.spi.Binding;
import dev.troupe.js.spi.BindingFactory;
import dev.troupe.js.spi.Bytes;
import dev.troupe.js.spi.Realm;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * {@code internalBinding('broadcast')}: the channels that other actors of the host hear, by name. One of a name is open
 * at a time. Each isolate has its own, on its loop; open channels end with the actor's scope.
 */
public final class BroadcastBinding implements BindingFactory {

    @Override
    public Object create(Realm realm) {
        Broadcasts broadcasts = realm.actor().broadcasts();
        Map<String, Broadcasts.Channel> open = new HashMap<>();
        return Binding.of(realm)
                .function("open", a -> open(realm, broadcasts, open, a[0].asString(), a[1], a[2]))
                .function("heard", a -> heard(open.get(a[0].asString())))
                .function("post", a -> post(open.get(a[0].asString()), a[1]))
                .function("close", a -> close(open.remove(a[0].asString())))
                .build();
    }

    /** {@code (name, received, lost)}: false if the permissions say no. */
    private static Object open(
            Realm realm,
            Broadcasts broadcasts,
            Map<String, Broadcasts.Channel> open,
            String name,
            Value received,
            Value lost) {
        if (open.containsKey(name)) {
            return true;
        }
        Optional<Broadcasts.Channel> channel = broadcasts.open(name, new Broadcasts.Receiver() {
            @Override
            public void received(byte[] message) {
                realm.enter(received, name, Bytes.toJs(realm, message));
            }

            @Override
            public void lost() {
                realm.enter(lost, name);
            }
        });
        channel.ifPresent(opened -> open.put(name, opened));
        return channel.isPresent();
    }

    private static Object heard(Broadcasts.@Nullable Channel channel) {
        return channel != null && channel.heard();
    }

    private static Object post(Broadcasts.@Nullable Channel channel, Value message) {
        if (channel != null) {
            channel.post(Bytes.copyOf(message));
        }
        return true;
    }

    private static Object close(Broadcasts.@Nullable Channel channel) {
        if (channel != null) {
            channel.close();
        }
        return true;
    }
}
