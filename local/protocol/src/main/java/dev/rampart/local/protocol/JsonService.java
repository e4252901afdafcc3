package dev.rampart.local.protocol;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.protocol.http.HttpRequest;
import dev.rampart.local.protocol.http.HttpResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A service that speaks AWS JSON 1.0 or 1.1: the operation stands in the field {@code X-Amz-Target}
 * of a POST, as {@code Prefix.Operation}.
 */
public abstract class JsonService implements AwsService {
  private static final JsonMapper JSON = ClientJson.OF_CALLS;

  private final String version;
  private final String errorNamespace;
  private final List<String> targetPrefixes;

  /**
   * Names the protocol.
   *
   * @param version {@code 1.0} or {@code 1.1}
   * @param errorNamespace what stands before {@code #} in an error's type; may be empty
   * @param targetPrefixes the prefixes of {@code X-Amz-Target} that this service answers
   */
  protected JsonService(String version, String errorNamespace, List<String> targetPrefixes) {
    this.version = version;
    this.errorNamespace = errorNamespace;
    this.targetPrefixes = List.copyOf(targetPrefixes);
  }

  /**
   * Carries one operation out.
   *
   * @throws AwsError to refuse
   */
  protected abstract JsonNode call(AwsCall call);

  /**
   * Returns what a call would be authorised for on AWS; nothing if it needs no permission, or is
   * refused whoever makes it.
   *
   * @throws AwsError if the call does not tell
   */
  protected abstract List<AwsAction> actions(AwsCall call);

  @Override
  public final boolean serves(HttpRequest request) {
    return request.method().equals("POST") && targetPrefixes.contains(prefix(target(request)));
  }

  @Override
  public final HttpResponse answer(HttpRequest request) {
    return answer(request, Authorisation.NONE);
  }

  @Override
  public final HttpResponse answer(HttpRequest request, Authorisation authorisation) {
    try {
      AwsCall call = read(request);
      Optional<String> caller = call.accessKeyId().filter(authorisation::binds);
      if (caller.isPresent()) {
        authorisation.require(caller.get(), actions(call));
      }
      return response(200, call(call));
    } catch (Authorisation.NotAuthorised e) {
      return denial(String.valueOf(e.getMessage()));
    } catch (AwsError e) {
      return refusal(e);
    }
  }

  /** The JSON protocols answer with a status of their own for what is not allowed. */
  @Override
  public HttpResponse denial(String message) {
    return refusal(new AwsError("AccessDeniedException", message));
  }

  @Override
  public final List<AwsAction> actions(HttpRequest request) {
    try {
      return actions(read(request));
    } catch (AwsError _) {
      return List.of();
    }
  }

  private static AwsCall read(HttpRequest request) {
    String target = target(request);
    String operation = target.substring(target.indexOf('.') + 1);
    return new AwsCall(prefix(target), operation, input(request), request);
  }

  private static JsonNode input(HttpRequest request) {
    try (JsonParser parser =
        JSON.createParser(request.body().length == 0 ? EMPTY : request.body())) {
      JsonNode document = JSON.readTree(new NameLimitedParser(parser));
      if (document instanceof ObjectNode input) {
        return input;
      }
      throw new AwsError("SerializationException", "The request is not a JSON object.");
    } catch (StreamConstraintsException e) {
      throw new AwsError(
          "SerializationException",
          "The request is larger than the local run reads: " + e.getOriginalMessage());
    } catch (IOException _) {
      throw new AwsError("SerializationException", "The request is not valid JSON.");
    }
  }

  private static final byte[] EMPTY = "{}".getBytes(StandardCharsets.UTF_8);

  @Override
  public HttpResponse refusal(AwsError error) {
    ObjectNode document = JSON.createObjectNode();
    document.put(
        "__type", errorNamespace.isEmpty() ? error.code() : errorNamespace + "#" + error.code());
    document.put("message", error.getMessage());
    document.setAll(error.members());
    return response(error.status(), document);
  }

  private HttpResponse response(int status, JsonNode document) {
    try {
      return HttpResponse.of(
          status, "application/x-amz-json-" + version, JSON.writeValueAsBytes(document));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String target(HttpRequest request) {
    return request.header("X-Amz-Target").orElse("");
  }

  private static String prefix(String target) {
    int dot = target.indexOf('.');
    return dot < 0 ? "" : target.substring(0, dot);
  }
}
