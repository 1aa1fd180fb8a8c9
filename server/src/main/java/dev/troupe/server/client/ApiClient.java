package dev.troupe.server.client;

import dev.troupe.server.json.Json;
import dev.troupe.server.json.JsonFailure;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Asks one API. Owned by a command, on its thread, which waits; it needs no end. The token is sent to the API's own
 * address only, and never printed.
 */
public final class ApiClient {
    /** Longer than the API lets any request wait. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final Duration UPLOAD_PATIENCE = Duration.ofMinutes(30);

    private final URI endpoint;
    private final String token;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    /**
     * A client of the API at {@code endpoint}.
     *
     * @throws ClientException if that is no address of an API
     */
    public ApiClient(URI endpoint, String token) {
        String scheme = String.valueOf(endpoint.getScheme());
        if (!(scheme.equals("http") || scheme.equals("https")) || endpoint.getHost() == null) {
            throw new ClientException(
                    "CLIENT_ENDPOINT",
                    "The endpoint \"" + endpoint + "\" is no address: give one like http://127.0.0.1:8080.");
        }
        String text = endpoint.toString();
        this.endpoint = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
        this.token = token;
    }

    /** Where the API is. */
    public URI endpoint() {
        return endpoint;
    }

    /** Asks with a query and gives the answer's object. */
    public Map<?, ?> ask(String method, String path, Map<String, String> query) {
        return ask(method, path(path, query), HttpRequest.BodyPublishers.noBody());
    }

    /** Asks with a body and gives the answer's object. */
    public Map<?, ?> send(String method, String path, Map<String, ?> body) {
        return ask(method, path, HttpRequest.BodyPublishers.ofByteArray(Json.write(body)));
    }

    private static String path(String path, Map<String, String> query) {
        return query.isEmpty()
                ? path
                : path + "?"
                        + query.entrySet().stream()
                                .map(part -> part.getKey() + "=" + encoded(part.getValue()))
                                .collect(Collectors.joining("&"));
    }

    /** Text as part of a path or query. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private Map<?, ?> ask(String method, String path, HttpRequest.BodyPublisher body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(endpoint + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body)
                .build();
        return answer(send(request));
    }

    /** Uploads a file to an address that the API gave; there is no token in it. */
    public void upload(URI url, Path file, Upload.Progress progress) {
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(UPLOAD_PATIENCE)
                .PUT(Upload.of(file, progress))
                .build();
        answer(send(request));
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (ConnectException nobody) {
            throw new ClientException(
                    "CLIENT_UNREACHABLE",
                    "Nothing answers at " + endpoint + ": start \"troupe serve\" there, or say where with --endpoint or"
                            + " TROUPE_ENDPOINT.",
                    nobody);
        } catch (IOException failure) {
            throw new ClientException(
                    "CLIENT_UNREACHABLE", "The request to " + endpoint + " failed: " + failure + ".", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ClientException("CLIENT_INTERRUPTED", "The request was interrupted.", interrupted);
        }
    }

    private Map<?, ?> answer(HttpResponse<byte[]> response) {
        Object body;
        try {
            body = Json.parse(response.body());
        } catch (JsonFailure noJson) {
            throw notOurs(response);
        }
        if (!(body instanceof Map<?, ?> map)) {
            throw notOurs(response);
        }
        if (response.statusCode() == 200) {
            return map;
        }
        String message = String.valueOf(map.get("message"));
        throw new ClientException(
                String.valueOf(map.get("code")),
                response.statusCode() == 401
                        ? message
                                + " The command takes it from TROUPE_TOKEN or RIVET_TOKEN; \"troupe serve\" printed it."
                        : message);
    }

    private ClientException notOurs(HttpResponse<byte[]> response) {
        return new ClientException(
                "CLIENT_ANSWER",
                endpoint + " answered " + response.statusCode() + " and no JSON of ours: is it the address of an API?");
    }

    @Override
    public String toString() {
        return "ApiClient[" + endpoint + "]";
    }
}
