package dev.rampart.local.firewall.group;

import dev.rampart.local.protocol.http.Field;
import dev.rampart.local.protocol.http.HttpResponse;
import dev.rampart.local.template.Properties;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the actions of rules, with the custom responses and headers that they may have. */
public final class ActionReader {
  /** What AWS WAF puts before the name of a header that it inserts. */
  private static final String INSERTED_PREFIX = "x-amzn-waf-";

  private static final String RESPONSE = "CustomResponse";
  private static final String BODY_KEY = "CustomResponseBodyKey";

  /** In bytes (AWS WAF quotas: the content of a custom response body). */
  private static final int BODY_BYTES_MAX = 4 * 1024;

  private static final Map<String, String> CONTENT_TYPES =
      Map.of(
          "TEXT_PLAIN", "text/plain",
          "TEXT_HTML", "text/html",
          "APPLICATION_JSON", "application/json");

  /** A body that actions refer to. */
  private record CustomBody(String contentType, byte[] content) {}

  private final Map<String, CustomBody> bodies = new HashMap<>();

  /** Reads the bodies of a web ACL or rule group, for its actions. */
  public ActionReader(Properties owner) {
    owner.objectsByName("CustomResponseBodies").forEach((key, body) -> bodies.put(key, body(body)));
  }

  private static CustomBody body(Properties body) {
    body.text("ContentType");
    byte[] content = body.text("Content").getBytes(StandardCharsets.UTF_8);
    if (content.length > BODY_BYTES_MAX) {
      throw body.fault("Content", "is longer than " + BODY_BYTES_MAX + " bytes");
    }
    return new CustomBody(body.choice("ContentType", "", CONTENT_TYPES), content);
  }

  /** Reads the action that stands in a property. */
  public RuleAction read(Properties owner, String name) {
    Properties action = owner.object(name);
    if (action.names().size() != 1) {
      throw owner.fault(name, "is not one action");
    }
    String kind = action.names().getFirst();
    Properties details = action.object(kind);
    return switch (kind) {
      case "Allow" -> new RuleAction.Allow(inserted(details));
      case "Count" -> new RuleAction.Count(inserted(details));
      case "Block" -> new RuleAction.Block(answer(details));
      case "Captcha", "Challenge" ->
          throw action.fault(kind, "needs a puzzle of AWS, which the local run cannot give");
      default -> throw action.fault(kind, "is not an action");
    };
  }

  private static List<Field> inserted(Properties action) {
    List<Field> fields = new ArrayList<>();
    for (Properties header : action.object("CustomRequestHandling").objects("InsertHeaders")) {
      fields.add(new Field(INSERTED_PREFIX + header.text("Name"), header.text("Value")));
    }
    return List.copyOf(fields);
  }

  private Optional<HttpResponse> answer(Properties action) {
    if (!action.has(RESPONSE)) {
      return Optional.empty();
    }
    Properties response = action.object(RESPONSE);
    response.text("ResponseCode");
    int status = response.number("ResponseCode", 0, 200, 599);
    CustomBody body =
        response
            .optionalText(BODY_KEY)
            .map(
                key ->
                    Optional.ofNullable(bodies.get(key))
                        .orElseThrow(
                            () -> response.fault(BODY_KEY, "names no custom response body")))
            .orElse(new CustomBody("text/plain", new byte[0]));
    HttpResponse answer = HttpResponse.of(status, body.contentType(), body.content());
    for (Properties header : response.objects("ResponseHeaders")) {
      answer = answer.with(header.text("Name"), header.text("Value"));
    }
    return Optional.of(answer);
  }
}
