package dev.rampart.adapter.in.apigateway.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.domain.common.TokenSubject;
import java.util.Optional;

/**
 * The claims of an access token, as the authorizer passed them on.
 *
 * @param json an object; a missing node if no authorizer ran
 */
public record Claims(JsonNode json) {

  /** Returns whether there is such a claim, whatever its type. */
  public boolean has(String name) {
    return json.has(name);
  }

  /** Returns a claim that is a text; empty for an absent one, a list, a number or null. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(json.path(name).textValue());
  }

  /** Returns the subject; empty if it is absent or has not the form of one. */
  public Optional<String> subject() {
    return text("sub").filter(TokenSubject::isValid);
  }
}
