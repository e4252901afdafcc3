package dev.rampart.function.scopes;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Entry point: the pre token generation trigger, event version 2. If it fails, Cognito signs no
 * token.
 */
public final class ScopesHandler implements RequestStreamHandler {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    if (!(JSON.readTree(input) instanceof ObjectNode event)) {
      throw new IllegalArgumentException("not an event of a user pool: no JSON object");
    }
    JsonNode request = event.path("request");
    List<String> scopes = texts(request.path("scopes"));
    List<String> groups = texts(request.path("groupConfiguration").path("groupsToOverride"));
    ObjectNode answer = event.deepCopy();
    answer
        .putObject("response")
        .putObject("claimsAndScopeOverrideDetails")
        .putObject("accessTokenGeneration")
        .set("scopesToSuppress", JSON.valueToTree(Grants.suppressed(scopes, groups)));
    JSON.writeValue(output, answer);
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(element -> texts.add(element.asText()));
    return texts;
  }
}
