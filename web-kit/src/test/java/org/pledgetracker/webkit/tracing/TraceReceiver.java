package org.pledgetracker.webkit.tracing;

import com.google.protobuf.ByteString;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes traces as an operator's collector does, over OTLP, and keeps them. */
public final class TraceReceiver implements AutoCloseable {

    private final HttpServer server;
    private final List<Sent> all = new CopyOnWriteArrayList<>();

    private record Sent(String path, ByteString body) {}

    /**
     * A span that came.
     *
     * @param traced all of it, as it came
     */
    public record Received(String service, Span traced) {

        public String name() {
            return traced.getName();
        }

        public String trace() {
            return HexFormat.of().formatHex(traced.getTraceId().toByteArray());
        }

        public String id() {
            return HexFormat.of().formatHex(traced.getSpanId().toByteArray());
        }

        /** The span that it is under; empty where it is under none. */
        public String parent() {
            return HexFormat.of().formatHex(traced.getParentSpanId().toByteArray());
        }

        public Map<String, String> attributes() {
            return traced.getAttributesList().stream().collect(Collectors.toMap(KeyValue::getKey, Received::text));
        }

        private static String text(KeyValue attribute) {
            return attribute.getValue().hasIntValue()
                    ? String.valueOf(attribute.getValue().getIntValue())
                    : attribute.getValue().getStringValue();
        }
    }

    private TraceReceiver(HttpServer server) {
        this.server = server;
        server.createContext("/", this::take);
        server.start();
    }

    /** Starts one on a free port of the loopback address. */
    public static TraceReceiver start() {
        try {
            return new TraceReceiver(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a service under test needs to send all its traces here, and soon. */
    public List<String> settings() {
        return List.of(
                "management.opentelemetry.tracing.export.otlp.endpoint=http://127.0.0.1:"
                        + server.getAddress().getPort() + "/v1/traces",
                "management.opentelemetry.tracing.export.schedule-delay=100ms",
                "management.tracing.sampling.probability=1");
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            all.add(new Sent(exchange.getRequestURI().getPath(), ByteString.readFrom(exchange.getRequestBody())));
            exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
        }
    }

    /** Where what came was sent to. */
    public List<String> paths() {
        return all.stream().map(Sent::path).distinct().toList();
    }

    /** All that came, byte for byte. */
    public byte[] bytes() {
        return ByteString.copyFrom(all.stream().map(Sent::body).toList()).toByteArray();
    }

    /** Writes all that came into this folder, as it came. */
    public void keep(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve("traces"), bytes());
    }

    public List<Received> spans() {
        return all.stream().flatMap(TraceReceiver::spans).toList();
    }

    private static Stream<Received> spans(Sent sent) {
        try {
            return ExportTraceServiceRequest.parseFrom(sent.body()).getResourceSpansList().stream()
                    .flatMap(TraceReceiver::spans);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Received> spans(ResourceSpans group) {
        String service = service(group.getResource());
        return group.getScopeSpansList().stream()
                .flatMap(scope -> scope.getSpansList().stream())
                .map(span -> new Received(service, span));
    }

    private static String service(Resource resource) {
        return resource.getAttributesList().stream()
                .filter(attribute -> attribute.getKey().equals("service.name"))
                .map(attribute -> attribute.getValue().getStringValue())
                .findFirst()
                .orElse("");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
