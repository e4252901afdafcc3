package dev.rampart.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.gateway.gate.GateDescription;
import dev.rampart.local.gateway.response.ResponseType;
import dev.rampart.local.protocol.http.HttpFault;
import dev.rampart.local.protocol.http.HttpResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Refusals by the server, before a request has come to the API. On AWS the service in front gives
 * them, and no template shapes them; here they are the template's {@code DEFAULT_4XX}, and say
 * more.
 */
final class EdgeRefusals {
  static final GateDescription DESCRIPTION =
      new GateDescription("edge", "framing, limits, unknown paths and methods", "");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private EdgeRefusals() {}

  /**
   * Says in a gateway response what the server found wrong, if its body is a problem document.
   *
   * @param usual the template's response to requests that it has no other for
   */
  static HttpResponse of(HttpFault fault, HttpResponse usual) {
    return new HttpResponse(fault.status(), usual.fields(), body(fault, usual.body()));
  }

  /**
   * Returns the gateway response that such a request gets on AWS, for the access log: whoever reads
   * it there finds probes by it. A malformed one does not come as far as that log.
   */
  static ResponseType typeOnAws(HttpFault fault) {
    return switch (fault) {
      case TARGET, METHOD -> ResponseType.MISSING_AUTHENTICATION_TOKEN;
      case BODY_TOO_LARGE -> ResponseType.REQUEST_TOO_LARGE;
      case ENCODED -> ResponseType.UNSUPPORTED_MEDIA_TYPE;
      default -> ResponseType.DEFAULT_4XX;
    };
  }

  private static byte[] body(HttpFault fault, byte[] usual) {
    try {
      if (JSON.readTree(usual) instanceof ObjectNode problem && problem.path("type").isTextual()) {
        problem.put("type", type(problem.path("type"), fault.code()));
        problem.put("title", fault.title());
        problem.put("status", fault.status());
        problem.put("detail", fault.detail());
        return problem.toString().getBytes(StandardCharsets.UTF_8);
      }
    } catch (IOException _) {
      // A body of another form stays as the template has it.
    }
    return usual;
  }

  /** Puts a code in the place of the last segment of a problem's type. */
  private static String type(JsonNode usual, String code) {
    String type = usual.textValue();
    int end =
        Math.max(type.lastIndexOf(':'), Math.max(type.lastIndexOf('/'), type.lastIndexOf('#')));
    return type.substring(0, end + 1) + code;
  }
}
