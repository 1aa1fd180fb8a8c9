package dev.troupe.node.binding;

import dev.troupe.js.spi.Binding;
import dev.troupe.js.spi.BindingFactory;
import dev.troupe.js.spi.Realm;
import dev.troupe.node.crypto.Digests;
import dev.troupe.node.crypto.x509.Certificate;
import dev.troupe.node.crypto.x509.HostNames;
import java.nio.ByteBuffer;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;

/**
 * {@code internalBinding('x509')}: certificates, which JS holds as handles. Made once for each realm, called on its
 * loop. It holds nothing.
 */
public final class CertificateBinding implements BindingFactory {
    /** As OpenSSL prints times: the day has two places. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("MMM ppd HH:mm:ss uuuu 'GMT'", Locale.ROOT);

    @Override
    public Object create(Realm realm) {
        return Binding.of(realm)
                .function("parse", CryptoCalls.checked(realm, a -> Certificate.read(CryptoCalls.data(a[0]))))
                .function("text", CryptoCalls.checked(realm, a -> text(certificate(a[0]), a[1].asString())))
                .function("list", CryptoCalls.checked(realm, a -> list(certificate(a[0]), a[1].asString())))
                .function("time", a -> millis(certificate(a[0]), a[1].asBoolean()))
                .function("raw", a -> ByteBuffer.wrap(certificate(a[0]).der()))
                .function("isAuthority", CryptoCalls.checked(realm, a -> certificate(a[0])
                        .isAuthority()))
                .function("publicKey", CryptoCalls.checked(realm, a -> certificate(a[0])
                        .publicKey()))
                .function("isIssuedBy", CryptoCalls.checked(realm, a -> certificate(a[0])
                        .isIssuedBy(certificate(a[1]))))
                .function("isSignedBy", CryptoCalls.checked(realm, a -> certificate(a[0])
                        .isSignedBy(KeyBinding.key(a[1]))))
                .function("host", CryptoCalls.checked(realm, CertificateBinding::host))
                .function(
                        "email",
                        CryptoCalls.checked(
                                realm, a -> HostNames.email(certificate(a[0]), a[1].asString(), a[2].asString())))
                .function(
                        "address",
                        CryptoCalls.checked(realm, a -> HostNames.address(certificate(a[0]), CryptoCalls.data(a[1]))))
                .build();
    }

    private static String text(Certificate certificate, String name) {
        return switch (name) {
            case "subject" -> certificate.subject();
            case "issuer" -> certificate.issuer();
            case "subjectAltName" -> certificate.subjectAltName();
            case "infoAccess" -> certificate.infoAccess();
            case "serialNumber" -> certificate.serialNumber();
            case "validFrom" -> TIME.format(certificate.validFrom());
            case "validTo" -> TIME.format(certificate.validTo());
            case "pem" -> certificate.pem();
            default -> Certificate.fingerprint(Digests.require(name).digest(certificate.der()));
        };
    }

    private static ProxyArray list(Certificate certificate, String name) {
        List<String> items =
                switch (name) {
                    case "subject" -> certificate.subjectAttributes();
                    case "issuer" -> certificate.issuerAttributes();
                    case "infoAccess" -> certificate.infoAccessPairs();
                    default -> certificate.extendedUsage();
                };
        return ProxyArray.fromList(new ArrayList<Object>(items));
    }

    private static double millis(Certificate certificate, boolean end) {
        ZonedDateTime time = end ? certificate.validTo() : certificate.validFrom();
        return time.toInstant().toEpochMilli();
    }

    /** Arguments: certificate, host, subject, and four rules. The matching name, or false. */
    private static Object host(Value[] a) {
        HostNames.Rules rules = new HostNames.Rules(
                a[2].asString(), a[3].asBoolean(), a[4].asBoolean(), a[5].asBoolean(), a[6].asBoolean());
        return HostNames.host(certificate(a[0]), a[1].asString(), rules)
                .<Object>map(name -> name)
                .orElse(Boolean.FALSE);
    }

    private static Certificate certificate(Value handle) {
        return handle.asHostObject();
    }
}
