package dev.troupe.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PermissionsTest {
    private static final Path CODE = Path.of("/srv/app");
    private static final Path STORAGE = Path.of("/var/troupe/actors/1");
    private static final Permissions STANDARD =
            Permissions.standard().forActor(Optional.of(CODE), Optional.of(STORAGE));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.100.100.200",
                "127.0.0.1",
                "127.255.255.254",
                "168.63.129.16",
                "169.254.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.192",
                "192.0.2.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.9",
                "224.0.0.1",
                "239.255.255.250",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b::a00:1",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:0:4136:e378::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "2002:a00:1::",
                "2002:a9fe:a9fe::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "febf::1",
                "fec0::1",
                "ff02::1"
            })
    void addressesInsideAreClosedByDefault(String address) throws Exception {
        assertFalse(connects(STANDARD, "example.com", address));
        assertTrue(connects(Permissions.trusted(), "example.com", address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255",
                "128.0.0.1", "169.253.255.255", "169.255.0.0", "172.15.255.255", "172.32.0.0", "192.167.255.255",
                "192.169.0.0", "198.17.255.255", "198.20.0.0", "223.255.255.255", "2606:4700::1111", "2001:4860::8888",
                "64:ff9b::101:101", "2002:101:101::1"
            })
    void addressesOutsideAreOpenByDefault(String address) throws Exception {
        assertTrue(connects(STANDARD, "example.com", address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.0.0.1", "169.254.169.254", "192.168.0.1"})
    void ipv4MappedAddressesAreWhatTheyMap(String address) throws Exception {
        byte[] mapped = new byte[16];
        mapped[10] = (byte) 0xFF;
        mapped[11] = (byte) 0xFF;
        System.arraycopy(InetAddress.getByName(address).getAddress(), 0, mapped, 12, 4);
        // The factory methods of InetAddress unwrap mapped addresses; this one does not.
        InetAddress raw = Inet6Address.getByAddress("evil.example", mapped, 0);
        assertEquals(16, raw.getAddress().length);
        assertFalse(STANDARD.mayConnect("evil.example", new InetSocketAddress(raw, 80)));
    }

    @Test
    void unresolvedAddressesAreClosed() {
        assertFalse(STANDARD.mayConnect("a.example", InetSocketAddress.createUnresolved("a.example", 80)));
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8,     any.example,     10.1.2.3,    true",
        "10.0.0.0/8,     any.example,     11.1.2.3,    false",
        "10.0.0.7,       any.example,     10.0.0.7,    true",
        "10.0.0.7,       any.example,     10.0.0.8,    false",
        "localhost,      localhost,       127.0.0.1,   true",
        "localhost,      localhost,       ::1,         true",
        "fd00::/8,       any.example,     fd12::1,     true",
        "fd00::/8,       any.example,     fc00::1,     false",
        "api.example,    api.example,     1.1.1.1,     true",
        "api.example,    API.Example.,    1.1.1.1,     true",
        "api.example,    not.api.example, 1.1.1.1,     false",
        "*.api.example,  a.b.api.example, 1.1.1.1,     true",
        "*.api.example,  api.example,     1.1.1.1,     false",
        "*.api.example,  evilapi.example, 1.1.1.1,     false",
        // Whoever runs a domain could point it into the host's network.
        "api.example,    api.example,     127.0.0.1,   false",
        "*.api.example,  a.api.example,   169.254.169.254, false",
        "127.0.0.0/8,    any.example,     64:ff9b::7f00:1, true"
    })
    void grantsOpenWhatTheyName(String grant, String hostname, String address, boolean expected) throws Exception {
        Permissions permissions =
                Permissions.builder().connectPublic(false).connect(grant).build();
        assertEquals(expected, connects(permissions, hostname, address));
    }

    @Test
    void denialsWinOverGrants() throws Exception {
        Permissions permissions = Permissions.builder()
                .connect("10.0.0.0/8")
                .denyConnect("10.0.0.1")
                .denyConnect("*.bad.example")
                .build();
        assertTrue(connects(permissions, "a.example", "10.0.0.2"));
        assertFalse(connects(permissions, "a.example", "10.0.0.1"));
        assertFalse(connects(permissions, "x.bad.example", "1.1.1.1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "10.0.0.0/33", "1.2.3.4.5", "*", "a b", "http://a.example", "::1/129", "300.1.1.1", "*.*.a"})
    void whatIsNoPlaceIsRefused(String target) {
        assertThrows(IllegalArgumentException.class, () -> Permissions.builder().connect(target));
    }

    @ParameterizedTest
    @CsvSource({
        "/srv/app,                     true,  false",
        "/srv/app/index.ts,            true,  false",
        "/srv/app/assets/logo.png,     true,  false",
        "/srv/application/secret,      false, false",
        "/srv,                         false, false",
        "/etc/passwd,                  false, false",
        "/srv/app/../../etc/passwd,    false, false",
        "srv/app/index.ts,             false, false",
        "/var/troupe/actors/1,         true,  true",
        "/var/troupe/actors/1/a/b,     true,  true",
        "/var/troupe/actors/12,        false, false",
        "/var/troupe/actors/1/../2,    false, false"
    })
    void filesAreOpenInTheProgramsDirectoryAndTheDataFolderOnly(Path path, boolean read, boolean write) {
        assertEquals(read, STANDARD.mayRead(path));
        assertEquals(write, STANDARD.mayWrite(path));
        assertTrue(Permissions.trusted().mayRead(path));
        assertTrue(Permissions.trusted().mayWrite(path));
    }

    @Test
    void grantedDirectoriesStayGrantedForEachActor() {
        Permissions permissions = Permissions.builder()
                .read(Path.of("/opt/models"))
                .write(Path.of("/tmp/out"))
                .build()
                .forActor(Optional.empty(), Optional.of(STORAGE));
        assertTrue(permissions.mayRead(Path.of("/opt/models/a")));
        assertFalse(permissions.mayWrite(Path.of("/opt/models/a")));
        assertTrue(permissions.mayRead(Path.of("/tmp/out/a")));
        assertTrue(permissions.mayWrite(Path.of("/tmp/out/a")));
        assertTrue(permissions.mayWrite(STORAGE.resolve("a")));
    }

    @Test
    void theRestIsClosedUnlessGranted() {
        InetSocketAddress anywhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 3000);
        assertFalse(STANDARD.mayListen(anywhere));
        assertFalse(STANDARD.maySpawn());
        assertFalse(STANDARD.mayReadHostEnvironment());
        assertFalse(STANDARD.mayBroadcast("news"));
        Permissions open = Permissions.builder()
                .listenAnywhere()
                .spawn()
                .hostEnvironment()
                .broadcast("news")
                .build();
        assertTrue(open.mayListen(anywhere));
        assertTrue(open.maySpawn());
        assertTrue(open.mayReadHostEnvironment());
        assertTrue(open.mayBroadcast("news"));
        assertFalse(open.mayBroadcast("other"));
        assertTrue(Permissions.trusted().mayListen(anywhere));
        assertTrue(Permissions.trusted().maySpawn());
        assertTrue(Permissions.trusted().mayReadHostEnvironment());
    }

    private static boolean connects(Permissions permissions, String hostname, String address)
            throws UnknownHostException {
        return permissions.mayConnect(hostname, new InetSocketAddress(InetAddress.getByName(address), 443));
    }
}
