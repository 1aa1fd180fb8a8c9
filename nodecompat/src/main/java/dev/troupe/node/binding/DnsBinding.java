package dev.troupe.node.binding;

import dev.troupe.core.Permissions;
import dev.troupe.js.spi.Binding;
import dev.troupe.js.spi.BindingFactory;
import dev.troupe.js.spi.Realm;
import dev.troupe.node.netty.HostNames;
import dev.troupe.node.netty.HostNames.LookupFailure;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Collectors;
import org.graalvm.polyglot.Value;

/**
 * {@code internalBinding('dns')}: names to addresses and back, in the blocking pool. Made once for each realm, called
 * on its loop. It holds nothing; callbacks get a failure's code, or an empty text and the answer.
 */
public final class DnsBinding implements BindingFactory {
    @Override
    public Object create(Realm realm) {
        Permissions permissions = realm.actor().permissions();
        return Binding.of(realm)
                .function("lookup", a -> {
                    String host = a[0].asString();
                    int family = a[1].asInt();
                    return later(realm, a[2], () -> addresses(permissions, host, family));
                })
                .function("name", a -> {
                    String literal = a[0].asString();
                    return later(realm, a[1], () -> HostNames.name(permissions, literal));
                })
                .build();
    }

    /** What blocks. */
    private interface Question {
        String ask() throws LookupFailure;
    }

    /** Addresses with a space between. */
    private static String addresses(Permissions permissions, String host, int family) throws LookupFailure {
        return HostNames.addresses(permissions, host, family).stream()
                .map(Addresses::text)
                .collect(Collectors.joining(" "));
    }

    private static boolean later(Realm realm, Value callback, Question question) {
        realm.actor().loop().ref();
        try {
            realm.actor().blocking().execute(() -> {
                try {
                    tell(realm, callback, "", question.ask());
                } catch (LookupFailure failure) {
                    tell(realm, callback, failure.code(), "");
                }
            });
        } catch (RejectedExecutionException full) {
            tell(realm, callback, "EAI_AGAIN", "");
        }
        return true;
    }

    private static void tell(Realm realm, Value callback, String code, String answer) {
        realm.actor().loop().postAlways(() -> {
            realm.actor().loop().unref();
            realm.enter(callback, code, answer);
        });
    }
}
