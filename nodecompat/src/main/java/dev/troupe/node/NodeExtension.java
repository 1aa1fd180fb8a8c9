package dev.troupe.node;

import dev.troupe.js.spi.BindingFactory;
import dev.troupe.js.spi.JsExtension;
import dev.troupe.node.binding.BroadcastBinding;
import dev.troupe.node.binding.BufferBinding;
import dev.troupe.node.binding.CertificateBinding;
import dev.troupe.node.binding.CipherBinding;
import dev.troupe.node.binding.DnsBinding;
import dev.troupe.node.binding.EncodingBinding;
import dev.troupe.node.binding.FsBinding;
import dev.troupe.node.binding.HashBinding;
import dev.troupe.node.binding.IntrospectionBinding;
import dev.troupe.node.binding.KeyBinding;
import dev.troupe.node.binding.KvBinding;
import dev.troupe.node.binding.OsBinding;
import dev.troupe.node.binding.PathBinding;
import dev.troupe.node.binding.ProcessBinding;
import dev.troupe.node.binding.SignBinding;
import dev.troupe.node.binding.StdioBinding;
import dev.troupe.node.binding.TcpBinding;
import dev.troupe.node.binding.UrlBinding;
import dev.troupe.node.binding.ZlibBinding;
import java.util.Map;

/** Node's built-in modules for every isolate of a host. Found with service loading; stateless, any thread. */
public final class NodeExtension implements JsExtension {
    private static final Map<String, BindingFactory> BINDINGS = Map.ofEntries(
            Map.entry("broadcast", new BroadcastBinding()),
            Map.entry("buffer", new BufferBinding()),
            Map.entry("dns", new DnsBinding()),
            Map.entry("cipher", new CipherBinding()),
            Map.entry("encoding", new EncodingBinding()),
            Map.entry("fs", new FsBinding()),
            Map.entry("hash", new HashBinding()),
            Map.entry("introspection", new IntrospectionBinding()),
            Map.entry("keys", new KeyBinding()),
            Map.entry("kv", new KvBinding()),
            Map.entry("os", new OsBinding()),
            Map.entry("path", new PathBinding()),
            Map.entry("process", new ProcessBinding()),
            Map.entry("sign", new SignBinding()),
            Map.entry("stdio", new StdioBinding()),
            Map.entry("tcp", new TcpBinding()),
            Map.entry("url", new UrlBinding()),
            Map.entry("x509", new CertificateBinding()),
            Map.entry("zlib", new ZlibBinding()));

    /** For service loading. */
    public NodeExtension() {}

    @Override
    public String builtinFolder() {
        return "META-INF/troupe/node/";
    }

    @Override
    public Map<String, BindingFactory> bindings() {
        return BINDINGS;
    }

    @Override
    public String bootstrap() {
        return "internal/bootstrap";
    }
}
