package dev.troupe.server.cli;

import dev.troupe.core.ActorHost;
import dev.troupe.core.HostBuilder;
import dev.troupe.server.api.Api;
import dev.troupe.server.connection.ConnectionGate;
import dev.troupe.server.gateway.Gateway;
import dev.troupe.server.gateway.GatewayOptions;
import dev.troupe.server.gateway.PrivateGate;
import dev.troupe.server.gateway.ServerCertificate;
import dev.troupe.server.route.RouteDestinations;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code troupe serve}: a host with its HTTP API and its gateway. Made by picocli, on the main thread, which waits;
 * Ctrl-C and SIGTERM close the API and then the host, each actor with its grace, while the gateway lets what runs
 * finish. The gateway has a port of its own, so that a browser keeps pages of actors apart from what shows the API.
 */
@Command(
        name = "serve",
        description = "Serves the HTTP API: deploy, create, list, upgrade and destroy actors over it.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    private static final int TOKEN_BYTES = 24;
    private static final int REMEMBERED = 1_000;
    private static final Duration SAMPLING = Duration.ofSeconds(15);

    @Spec
    @Nullable
    CommandSpec spec;

    @Option(names = "--port", paramLabel = "NUMBER", description = "The API's port; 0 picks one. Default: 8080.")
    int port = 8080;

    @Option(
            names = "--gateway-port",
            paramLabel = "NUMBER",
            description = "The port of all actors' guard ports; 0 picks one. Default: the one after --port.")
    @Nullable
    Integer gatewayPort;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "The address of the API and the gateway. Default: loopback only.")
    InetAddress address = InetAddress.getLoopbackAddress();

    @Option(
            names = "--domain",
            paramLabel = "NAME",
            description = "Serves each port at a host of its own too, {actor_id}-{port}.NAME.")
    @Nullable
    String domain;

    @Option(
            names = "--tls-certificate",
            paramLabel = "FILE",
            description = "The gateway speaks TLS: its certificate and those that vouch for it, PEM.")
    @Nullable
    Path certificate;

    @Option(names = "--tls-key", paramLabel = "FILE", description = "The certificate's key: PEM, PKCS#8.")
    @Nullable
    Path key;

    @Option(
            names = "--tls-self-made",
            description = "The gateway speaks TLS with a certificate that is made for this run: for development.")
    boolean selfMade;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Where builds, actors and their values are kept. Default: nowhere, they end with the command.")
    @Nullable
    Path data;

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            description = "What clients have to send; also TROUPE_TOKEN. Default: one is made and printed once.")
    @Nullable
    String token = System.getenv("TROUPE_TOKEN");

    @Override
    public Integer call() throws IOException, InterruptedException {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        PrintWriter out = command.getOut();
        String secret = token == null || token.isEmpty() ? made() : token;
        HostBuilder builder = ActorHost.builder()
                .cacheDirectory(CacheDirectory.ofThisUser())
                .remembered(REMEMBERED)
                .sampling(SAMPLING);
        if (data != null) {
            builder.dataDirectory(data);
        }
        Optional<ServerCertificate> own = certificate();
        CountDownLatch over = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        // the host ends before the gateway: programs can still end what they have begun with a client
        try (Gateway gateway = Gateway.bind(gateway(own));
                ActorHost host = builder.gateway(gateway.endpoints()).build();
                Api api = Api.open(host, secret, new InetSocketAddress(address, port))) {
            gateway.open(
                    host,
                    new ConnectionGate(api.connections(), new PrivateGate(secret)),
                    gateway.names().or(new RouteDestinations(api.routes())));
            GracefulInterrupt.install(over, closed);
            boolean told = token == null || token.isEmpty();
            if (told) {
                out.println("token  " + secret);
            }
            String base = "http://" + literal(api.address());
            out.println("api  " + base);
            out.println("dashboard  " + base + "/" + (told ? "#token=" + secret : ""));
            out.println("gateway  " + gateway.endpoints().base());
            if (selfMade) {
                own.ifPresent(made -> out.println(
                        "certificate  self-made for this run, nobody vouches for it; SHA-256 " + made.fingerprint()));
            }
            out.flush();
            over.await();
            gateway.drain();
        } finally {
            closed.countDown();
        }
        return CommandLine.ExitCode.OK;
    }

    private Optional<ServerCertificate> certificate() throws IOException {
        if ((certificate == null) != (key == null) || selfMade && certificate != null) {
            throw new CommandLine.ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "Give --tls-certificate and --tls-key together, or --tls-self-made alone.");
        }
        if (certificate != null && key != null) {
            return Optional.of(ServerCertificate.read(certificate, key));
        }
        List<String> names = new ArrayList<>(List.of("localhost", "127.0.0.1", "::1"));
        if (domain != null) {
            names.add("*." + domain);
        }
        return selfMade ? Optional.of(ServerCertificate.selfMade(names)) : Optional.empty();
    }

    private GatewayOptions gateway(Optional<ServerCertificate> own) {
        int number = gatewayPort != null ? gatewayPort : port == 0 || port == 65_535 ? 0 : port + 1;
        GatewayOptions options = GatewayOptions.at(new InetSocketAddress(address, number));
        GatewayOptions secured = own.map(options::withCertificate).orElse(options);
        return domain == null ? secured : secured.withDomain(domain);
    }

    private static String literal(InetSocketAddress at) {
        String text = at.getAddress().getHostAddress();
        return (text.contains(":") ? "[" + text + "]" : text) + ":" + at.getPort();
    }

    private static String made() {
        byte[] bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
