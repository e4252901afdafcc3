package dev.rampart.local.stack.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.rampart.local.protocol.ClientJson;
import dev.rampart.local.protocol.http.Audience;
import dev.rampart.local.protocol.http.ConnectionThreads;
import dev.rampart.local.protocol.http.HttpFault;
import dev.rampart.local.protocol.http.HttpHandler;
import dev.rampart.local.protocol.http.HttpLimits;
import dev.rampart.local.protocol.http.HttpRequest;
import dev.rampart.local.protocol.http.HttpResponse;
import dev.rampart.local.protocol.http.LocalHttpServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;

/**
 * The control address: one path for each {@link ControlPath}, for who has the token. Programs of
 * this machine are answered, and no page in a browser.
 */
public final class ControlServer implements AutoCloseable {
  private static final String ADDRESS = "127.0.0.1";
  private static final int BODY_BYTES_MAX = 16 * 1024;
  private static final JsonMapper JSON = ClientJson.STRICT;

  private final LocalHttpServer server;

  private ControlServer(LocalHttpServer server) {
    this.server = server;
  }

  /**
   * Starts on any free port.
   *
   * @param token what requests carry as {@code Authorization: Bearer}
   * @param paths by their paths, such as {@code /clock}
   */
  public static ControlServer start(String token, Map<String, ControlPath> paths)
      throws IOException {
    LocalHttpServer server =
        LocalHttpServer.bind(
            ADDRESS,
            0,
            HttpLimits.forBodiesOf(BODY_BYTES_MAX),
            Audience.PROGRAMS,
            ConnectionThreads.PLATFORM);
    server.open(new Handler(token, Map.copyOf(paths)));
    return new ControlServer(server);
  }

  /** Returns where it answers, without a trailing slash. */
  public String url() {
    return "http://" + ADDRESS + ":" + server.port();
  }

  @Override
  public void close() {
    server.close();
  }

  private record Handler(String token, Map<String, ControlPath> paths) implements HttpHandler {
    @Override
    public HttpResponse answer(HttpRequest request) {
      if (!isAllowed(request)) {
        return refusal(401, "The token of the instance file is missing or wrong.");
      }
      ControlPath path = paths.get(request.path());
      if (path == null) {
        return refusal(404, "There are " + String.join(", ", paths.keySet()) + ".");
      }
      if (!path.methods().contains(request.method())) {
        return unknownMethod(path);
      }
      return switch (request.method()) {
        case "GET" -> HttpResponse.json(200, path.get());
        case "POST" -> post(path, request);
        default -> HttpResponse.json(200, path.delete());
      };
    }

    private static HttpResponse unknownMethod(ControlPath path) {
      String methods = String.join(", ", path.methods());
      return refusal(405, "The path has " + methods + ".").with("Allow", methods);
    }

    private boolean isAllowed(HttpRequest request) {
      byte[] expected = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
      byte[] given = request.header("Authorization").orElse("").getBytes(StandardCharsets.UTF_8);
      return MessageDigest.isEqual(expected, given);
    }

    private static HttpResponse post(ControlPath path, HttpRequest request) {
      try {
        JsonNode input =
            Optional.ofNullable(JSON.readTree(request.body()))
                .filter(JsonNode::isObject)
                .orElseThrow(() -> new IllegalArgumentException("The body is no JSON object."));
        return HttpResponse.json(200, path.post(input));
      } catch (JsonProcessingException _) {
        return refusal(400, "The body is no JSON.");
      } catch (IllegalArgumentException e) {
        return refusal(400, String.valueOf(e.getMessage()));
      } catch (IOException e) {
        throw new IllegalStateException("An array of bytes cannot fail to be read.", e);
      }
    }

    @Override
    public HttpResponse refuse(HttpRequest soFar, HttpFault fault) {
      ControlPath path = paths.get(soFar.path());
      return fault == HttpFault.METHOD && path != null
          ? unknownMethod(path)
          : refusal(fault.status(), fault.detail());
    }

    private static HttpResponse refusal(int status, String message) {
      return HttpResponse.json(
          status, JsonNodeFactory.instance.objectNode().put("message", message));
    }
  }
}
