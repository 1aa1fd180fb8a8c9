package dev.troupe.node.machine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

/**
 * The machine that the host runs on, as {@code os} shows it: from {@code /proc} where there is one, else from what the
 * JDK knows. Stateless; any thread. It names nothing that lies below a permission: no file, no user, no process of the
 * host.
 */
public final class Machine {
    private Machine() {}

    /** Its own name. */
    public static String hostname() {
        String kernel = firstLine("/proc/sys/kernel/hostname");
        if (!kernel.isEmpty()) {
            return kernel;
        }
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }

    /** Type, release, version and machine, each after a newline, as {@code uname(2)} gives them. */
    public static String kernel() {
        String type = or(firstLine("/proc/sys/kernel/ostype"), System.getProperty("os.name", "Linux"));
        String release = or(firstLine("/proc/sys/kernel/osrelease"), System.getProperty("os.version", "0"));
        String version = or(firstLine("/proc/sys/kernel/version"), release);
        String arch = System.getProperty("os.arch", "amd64");
        return type + "\n" + release + "\n" + version + "\n" + (arch.equals("amd64") ? "x86_64" : arch);
    }

    /** Bytes of memory. */
    public static long totalMemory() {
        return memory("MemTotal:", Runtime.getRuntime().maxMemory());
    }

    /** Bytes of memory that can be had. */
    public static long freeMemory() {
        return memory("MemAvailable:", Runtime.getRuntime().freeMemory());
    }

    private static long memory(String name, long otherwise) {
        for (String line : lines("/proc/meminfo")) {
            if (line.startsWith(name)) {
                return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
            }
        }
        return otherwise;
    }

    /**
     * For each processor, its MHz, five times in milliseconds (user, nice, sys, idle, irq) and its model, with blanks
     * between.
     */
    public static List<String> cpus() {
        List<String> models = values("model name");
        List<String> speeds = values("cpu MHz");
        List<String> cpus = new ArrayList<>();
        for (String line : lines("/proc/stat")) {
            if (line.matches("cpu\\d+ .*")) {
                int at = cpus.size();
                cpus.add(item(speeds, at, "0").replaceAll("\\..*", "") + times(line) + item(models, at, "unknown"));
            }
        }
        while (cpus.size() < (cpus.isEmpty() ? Runtime.getRuntime().availableProcessors() : cpus.size())) {
            cpus.add("0 0 0 0 0 0 " + System.getProperty("os.arch", "unknown"));
        }
        return cpus;
    }

    /** {@code proc(5)}: user, nice, system, idle, iowait, irq, in hundredths of a second. */
    private static String times(String line) {
        String[] fields = line.split(" +");
        StringBuilder times = new StringBuilder(" ");
        for (int index : new int[] {1, 2, 3, 4, 6}) {
            times.append(index < fields.length ? Long.parseLong(fields[index]) * 10 : 0)
                    .append(' ');
        }
        return times.toString();
    }

    private static List<String> values(String key) {
        List<String> values = new ArrayList<>();
        for (String line : lines("/proc/cpuinfo")) {
            int colon = line.indexOf(':');
            if (colon > 0 && line.substring(0, colon).strip().equals(key)) {
                values.add(line.substring(colon + 1).strip());
            }
        }
        return values;
    }

    private static String item(List<String> list, int at, String otherwise) {
        return at < list.size() ? list.get(at) : otherwise;
    }

    /** Three averages with blanks between; zeros where there are none. */
    public static String load() {
        String[] fields = firstLine("/proc/loadavg").split(" ");
        return fields.length < 3 ? "0 0 0" : fields[0] + " " + fields[1] + " " + fields[2];
    }

    /** Seconds since it was started; since the JVM was, where nothing tells. */
    public static double uptime() {
        String text = firstLine("/proc/uptime");
        if (text.isEmpty()) {
            Instant now = Instant.now();
            Instant born = ProcessHandle.current().info().startInstant().orElse(now);
            return Duration.between(born, now).toMillis() / 1e3;
        }
        return Double.parseDouble(text.split(" ")[0]);
    }

    /**
     * For each address: name, address, length of the prefix, hardware address, whether it is internal, scope; blanks
     * between.
     */
    public static List<String> interfaces() {
        List<String> all = new ArrayList<>();
        try {
            for (NetworkInterface one : Collections.list(NetworkInterface.getNetworkInterfaces())) {
                if (one.isUp()) {
                    addresses(one, all);
                }
            }
        } catch (SocketException unknown) {
            return all;
        }
        return all;
    }

    private static void addresses(NetworkInterface one, List<String> all) throws SocketException {
        byte[] hardware = one.getHardwareAddress();
        String mac = hardware == null
                ? "00:00:00:00:00:00"
                : HexFormat.ofDelimiter(":").formatHex(hardware);
        for (InterfaceAddress address : one.getInterfaceAddresses()) {
            InetAddress ip = address.getAddress();
            int scope = ip instanceof java.net.Inet6Address six && six.isLinkLocalAddress() ? six.getScopeId() : 0;
            all.add(String.join(
                    " ",
                    one.getName(),
                    ip.getHostAddress().replaceAll("%.*", ""),
                    Integer.toString(address.getNetworkPrefixLength()),
                    mac,
                    Boolean.toString(one.isLoopback()),
                    Integer.toString(scope)));
        }
    }

    private static String firstLine(String file) {
        List<String> lines = lines(file);
        return lines.isEmpty() ? "" : lines.get(0).strip();
    }

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of(file));
        } catch (IOException absent) {
            return List.of();
        }
    }

    private static String or(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }
}
